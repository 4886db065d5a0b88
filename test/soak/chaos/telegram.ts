import type { Fault } from '../../../src/loopback/telegram/index.ts';
import { between, chosen, delay, type Ground, type Strike } from './strike.ts';

const answerShare = 0.02;
const [leastShare, mostShare] = [0.2, 0.7];
const [shortestMs, longestMs] = [5_000, 30_000];
const conflicts = 6;

const limited = (seconds: number): Fault => ({
  kind: 'error',
  code: 429,
  description: `Too Many Requests: retry after ${seconds}`,
  parameters: { retry_after: seconds },
});

/** What goes wrong with calls to Telegram, and with polling it. */
export function telegramStrikes({ town, troubles, random, onAnswerHit }: Ground): Strike[] {
  const { telegram } = town;
  const updated = new Set(town.constant.map(({ spot }) => spot.chat));

  const weather = (
    kind: string,
    weight: number,
    fault: () => Fault,
    of: 'polls' | 'places' | 'all' = 'all',
  ): Strike => ({
    kind: `telegram: ${kind}`,
    weight,
    async run() {
      const end = troubles.begin('telegram', kind);
      const share = between(random, leastShare, mostShare);
      const trouble = telegram.disrupt(({ method, chat }) => {
        if (/^getUpdates$/iu.test(method) !== (of === 'polls')) return undefined;
        const answers = of !== 'polls' && !updated.has(String(chat));
        if (answers && of === 'places') return undefined;
        if (random() > (answers ? answerShare : share)) return undefined;
        if (answers) onAnswerHit('telegram', chat === undefined ? undefined : String(chat));
        return fault();
      });
      await delay(between(random, shortestMs, longestMs));
      trouble.release();
      end();
    },
  });

  return [
    weather('429', 3, () => limited(Math.ceil(between(random, 1, 5)))),
    weather('429 for minutes', 1, () => limited(Math.ceil(between(random, 60, 180))), 'places'),
    weather('5xx', 2, () => ({ kind: 'error', code: 500, description: 'Internal Server Error' })),
    weather('a gateway’s HTML', 1, () => ({ kind: 'bad-gateway' })),
    weather('hangs', 1, () => ({ kind: 'hang' })),
    weather('resets', 2, () => ({ kind: 'reset', when: chosen(random, ['before', 'after']) })),
    weather('slow answers', 1, () => ({ kind: 'slow', delayMs: between(random, 500, 2_000) })),
    weather('polls fail', 1, () => ({ kind: 'bad-gateway' }), 'polls'),
    weather('polls are reset', 1, () => ({ kind: 'reset', when: chosen(random, ['before', 'after']) }), 'polls'),
    {
      kind: 'telegram: another poller',
      weight: 1.5,
      async run() {
        const end = troubles.begin('telegram', 'another poller');
        for (let i = 0; i < conflicts; i++) {
          await fetch(`${telegram.apiRoot}/bot${telegram.token}/getUpdates?timeout=0&limit=1`).catch(() => {});
          await delay(between(random, 300, 3_000));
        }
        end();
      },
    },
  ];
}
