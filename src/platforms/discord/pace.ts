import type { Pace } from '../../core/broadcast.ts';

/**
 * 50 requests a second of one bot, and in each channel five messages within five seconds
 * (discord.com/developers/docs/topics/rate-limits; the second is what the headers of that route say).
 */
export const pace: Pace = {
  everywhere: { most: 50, perMs: 1000 },
  ofPlace: () => [{ most: 5, perMs: 5000 }],
};
