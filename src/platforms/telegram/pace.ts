import type { Pace } from '../../core/broadcast.ts';

const toOne = [{ most: 1, perMs: 1000 }];
const toMany = [...toOne, { most: 20, perMs: 60_000 }];

/**
 * 30 messages a second of one bot, one a second in each chat, and 20 a minute in groups and channels, whose ids are below
 * zero (core.telegram.org/bots/faq#my-bot-is-hitting-limits-how-do-i-avoid-this).
 */
export const pace: Pace = {
  everywhere: { most: 30, perMs: 1000 },
  ofPlace: (chat) => (chat.startsWith('-') ? toMany : toOne),
};
