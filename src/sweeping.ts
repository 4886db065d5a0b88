import { type ScheduledTask, schedule } from 'node-cron';
import type { Logger } from 'pino';
import { sweepQuestions } from './community/question-log.ts';
import { sweepTallies } from './community/tallies.ts';
import type { Store } from './store/store.ts';
import { importKeptMs } from './transfer/kept.ts';

/** In ms: how long an abandoned form is kept, so that a late answer is told that it ran out. */
const dialogueKeptMs = 7 * 86_400_000;

/** In ms: nobody waits for it, but for a start. */
const firstAfterMs = 10_000;

/** Removes, soon after the start and every night, what has been kept long enough; returns how to stop. */
export function startSweeping(store: Store, now: () => number, log: Logger): () => Promise<void> {
  let sweeping: Promise<void> | undefined;
  let nightly: ScheduledTask | undefined;
  async function sweep(): Promise<void> {
    try {
      const questions = await sweepQuestions(store, now());
      const forms = await store.dialogues.removeBefore(now() - dialogueKeptMs);
      const imports = await store.imports.removeBefore(now() - importKeptMs);
      const totals = await sweepTallies(store, now());
      if (questions + forms + imports + totals > 0)
        log.info({ questions, forms, imports, totals }, 'Removed what was kept long enough');
    } catch (error) {
      log.error({ err: error }, 'What was kept long enough could not be removed; tried again tomorrow');
    }
  }
  const first = setTimeout(() => {
    sweeping = sweep();
    nightly = schedule('17 3 * * *', sweep, { timezone: 'UTC' });
  }, firstAfterMs);
  first.unref();
  return async () => {
    clearTimeout(first);
    await sweeping;
    await nightly?.destroy();
  };
}
