import { setTimeout as sleep } from 'node:timers/promises';
import { run } from '@grammyjs/runner';
import type { Api } from 'grammy';
import type { Update } from 'grammy/types';
import type { Intake } from './intake.ts';
import type { Patiently } from './patience.ts';
import { refusalOf } from './refusals.ts';

export const allowedUpdates = [
  'message',
  'channel_post',
  'callback_query',
  'inline_query',
  'my_chat_member',
  'chat_member',
] as const;

/** How long Telegram keeps a poll open that has nothing to tell, in seconds. */
const longPollSeconds = 30;
/** How long the last confirmation may take: what is under way must still be waited for. */
const confirmWithinMs = 2000;

export interface Polling {
  /** Takes no more updates, and lets Telegram know which ones were taken. */
  stop(): Promise<void>;
}

/** Polls until stopped, through outages and conflicts alike; only a revoked token ends it, which `onRevoked` is told. */
export function startPolling(api: Api, intake: Intake, patiently: Patiently, onRevoked: () => void): Polling {
  let lastId: number | undefined;
  const isFinal = (error: unknown) => refusalOf(error) === 'revoked';

  const runner = run<Update, unknown>(
    {
      handleUpdate: intake.take,
      errorHandler: () => {},
      api: {
        async getUpdates(args, signal) {
          const updates = await patiently(
            () => api.getUpdates(args, signal),
            (error) => signal.aborted || isFinal(error),
          );
          lastId = updates.at(-1)?.update_id ?? lastId;
          return updates;
        },
      },
    },
    { runner: { fetch: { timeout: longPollSeconds, allowed_updates: allowedUpdates }, silent: true, maxRetryTime: 0 } },
  );
  runner.task()?.catch((error: unknown) => {
    if (isFinal(error)) onRevoked();
  });

  return {
    async stop() {
      await runner.stop()?.catch(() => {});
      if (lastId === undefined) return;
      // The last ones are only confirmed by the next poll; without it they would be answered again after a restart.
      const offset = lastId + 1;
      const confirmed = api.getUpdates({ offset, limit: 1, timeout: 0 }).catch(() => {});
      await Promise.race([confirmed, sleep(confirmWithinMs, undefined, { ref: false })]);
    },
  };
}
