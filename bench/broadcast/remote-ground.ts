import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import type { Ground, GroundOptions, Tally } from './ground.ts';

/** What the process with the fake is asked, and what it answers. */
export type Asked = { what: 'open'; options: GroundOptions } | { what: 'tally' };
export type Told = Pick<Ground, 'connection' | 'places'> | Tally;

/** A platform in another process, by the real clock. */
export async function openRemoteGround(options: GroundOptions): Promise<Ground> {
  const child = fork(new URL('./fakes-child.js', import.meta.url));
  const { connection, places } = await ask<Pick<Ground, 'connection' | 'places'>>(child, { what: 'open', options });
  return {
    connection,
    places,
    tally: () => ask<Tally>(child, { what: 'tally' }),
    async close() {
      child.disconnect();
      await once(child, 'exit');
    },
  };
}

async function ask<T extends Told>(child: ChildProcess, asked: Asked): Promise<T> {
  const ended = new AbortController();
  const answer = Promise.race([
    once(child, 'message', { signal: ended.signal }),
    once(child, 'exit', { signal: ended.signal }).then(() => Promise.reject(new Error('The fake has ended.'))),
  ]);
  child.send(asked);
  const [told] = await answer.finally(() => ended.abort());
  return told;
}
