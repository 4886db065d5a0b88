import type { QueuedUpdate } from './update-queue.ts';
import type { Call } from './world.ts';

/** The last updates and calls, for the message of a wait that failed; `getUpdates` is left out. */
export function transcript(calls: readonly Call[], updates: readonly QueuedUpdate[], most = 12): string {
  const told = updates.slice(-most).map(({ update, state }) => `  update (${state}): ${clip(update)}`);
  const made = calls
    .filter(({ method }) => method.toLowerCase() !== 'getupdates')
    .slice(-most)
    .map(
      ({ method, payload, result }) =>
        `  ${method} ${clip(payload)} → ${result ? (result.ok ? 'ok' : result.description) : 'no answer'}`,
    );
  return ['recorded updates:', ...orNone(told), 'recorded calls:', ...orNone(made)].join('\n');
}

function clip(value: unknown): string {
  const text = JSON.stringify(value);
  return text.length > 300 ? `${text.slice(0, 300)}…` : text;
}

function orNone(lines: string[]): string[] {
  return lines.length === 0 ? ['  none'] : lines;
}
