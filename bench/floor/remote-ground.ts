import { fork } from 'node:child_process';
import { once } from 'node:events';
import { ask } from './asking.ts';
import type { Body, Connection } from './ground.ts';
import type { Load, LoadResult } from './loading.ts';
import type { ChatPlatform } from './options.ts';

/** What the process with the fake is asked. */
export type AskedOfGround =
  | { what: 'open'; platform: ChatPlatform }
  | { what: 'expect' | 'connected' | 'body' }
  | { what: 'populate'; commands: number }
  | { what: 'settle'; communities: number }
  | { what: 'load'; load: Load };

export type RemoteGround = Awaited<ReturnType<typeof openRemoteGround>>;

/** A platform in another process. */
export async function openRemoteGround(platform: ChatPlatform) {
  const child = fork(new URL('./fake-child.js', import.meta.url));
  const told = <T>(asked: AskedOfGround) => ask<T>(child, asked);
  return {
    connection: await told<Connection>({ what: 'open', platform }),
    /** Looks out for a bot that is about to start. */
    expect: () => told<void>({ what: 'expect' }),
    /** When that bot was connected, in ms since the epoch. */
    connected: () => told<number>({ what: 'connected' }),
    populate: (commands: number) => told<void>({ what: 'populate', commands }),
    settle: (communities: number) => told<void>({ what: 'settle', communities }),
    load: (load: Load) => told<LoadResult>({ what: 'load', load }),
    /** The answer of middling length among the first that came. */
    body: () => told<Body>({ what: 'body' }),
    async close() {
      child.disconnect();
      await once(child, 'exit');
    },
  };
}
