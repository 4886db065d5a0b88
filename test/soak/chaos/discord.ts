import type { FaultKind } from '../../../src/loopback/discord/index.ts';
import { between, chosen, delay, type Ground, type Strike } from './strike.ts';

/** Close codes after which a bot may connect again (discord.com/developers/docs/topics/opcodes-and-status-codes). */
const closeCodes = [4000, 4007, 4008, 4009];
/** Answers to people are hit less often than what is sent to many: most of them have to be seen to arrive. */
const answerShare = 0.02;
const [leastShare, mostShare] = [0.2, 0.7];
const [shortestMs, longestMs] = [5_000, 30_000];
/** More than two heartbeats. */
const zombieMs = 95_000;
const reconnectWithinMs = 120_000;

const isAnswer = (route: string): boolean => /^\/(interactions|webhooks)\//u.test(route);

/** What goes wrong with requests to Discord, and with its gateway. */
export function discordStrikes({ town: { discord }, troubles, random, onAnswerHit }: Ground): Strike[] {
  /** Hits a share of the requests for a while. */
  const weather = (kind: string, weight: number, fault: () => FaultKind, ofPlaces = false): Strike => ({
    kind: `discord: ${kind}`,
    weight,
    async run() {
      const end = troubles.begin('discord', kind);
      const share = between(random, leastShare, mostShare);
      const trouble = discord.disrupt(({ route, channel }) => {
        if (ofPlaces && !channel) return undefined;
        const answers = isAnswer(route);
        if (random() > (answers ? answerShare : share)) return undefined;
        if (answers) onAnswerHit('discord', undefined);
        return fault();
      });
      await delay(between(random, shortestMs, longestMs));
      trouble.clear();
      end();
    },
  });

  /** Breaks connections to the gateway; over when the bot is back. */
  const gateway = (kind: string, weight: number, act: () => Promise<void> | void): Strike => ({
    kind: `gateway: ${kind}`,
    weight,
    async run() {
      const end = troubles.begin('gateway', kind);
      await act();
      for (let waited = 0; !discord.gateway.connected() && waited < reconnectWithinMs; waited += 500) await delay(500);
      end();
    },
  });

  return [
    weather('429', 3, () => ({ rateLimit: { retryAfterMs: between(random, 500, 4_000) } })),
    weather('429 for minutes', 1, () => ({ rateLimit: { retryAfterMs: between(random, 60_000, 180_000) } }), true),
    weather('429 for the whole bot', 1, () => ({ rateLimit: { retryAfterMs: 3_000, global: true } })),
    weather('5xx', 3, () => ({ status: chosen(random, [500, 502, 503]) })),
    weather('a gateway’s HTML', 1, () => ({ badGateway: true })),
    weather('hangs', 2, () => ({ hang: chosen(random, ['before', 'after']) })),
    weather('resets', 3, () => ({ reset: chosen(random, ['before', 'after']) })),
    weather('slow answers', 1, () => ({ delayMs: between(random, 500, 2_000) })),
    gateway('closed', 2, () => discord.gateway.drop(chosen(random, closeCodes))),
    gateway('cut', 2, () => discord.gateway.cut()),
    gateway('op 7', 2, () => discord.gateway.reconnect()),
    gateway('invalid session', 1, () => discord.gateway.invalidate(random() < 0.5)),
    gateway('heartbeats unacknowledged', 0.5, async () => {
      discord.gateway.withholdAcks();
      await delay(zombieMs);
      discord.gateway.withholdAcks(false);
    }),
  ];
}
