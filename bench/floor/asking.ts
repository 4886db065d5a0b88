import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';

/** Asks another process and resolves with what it tells; rejects where it could not, or ended. */
export async function ask<T>(child: ChildProcess, asked: object | string): Promise<T> {
  const ended = new AbortController();
  const answer = Promise.race([
    once(child, 'message', { signal: ended.signal }),
    once(child, 'exit', { signal: ended.signal }).then(() => Promise.reject(new Error('A process has ended.'))),
  ]);
  child.send(asked);
  const [{ told, error }] = (await answer.finally(() => ended.abort())) as [{ told: T; error?: string }];
  if (error !== undefined) throw new Error(error);
  return told;
}
