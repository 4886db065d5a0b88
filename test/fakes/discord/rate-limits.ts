import { createHash } from 'node:crypto';
import type { Json } from './payloads.ts';

/** Real limits to enforce; absent, the headers say that plenty is left. */
export interface RateLimitOptions {
  /** Requests per second of the whole bot; interactions' own routes are exempt. */
  globalPerSecond?: number;
  /** Limits by route, such as `{'POST /channels/:channel/messages': {limit: 5, perMs: 5000}}`. */
  routes?: Record<string, { limit: number; perMs: number }>;
}

export interface Limited {
  retryAfterMs: number;
  global: boolean;
  scope: 'user' | 'global' | 'shared';
}

interface Window {
  used: number;
  resetsAt: number;
}

const usual: Record<string, { limit: number; perMs: number }> = {
  'POST /channels/:channel/messages': { limit: 5, perMs: 5_000 },
  'PATCH /channels/:channel/messages/:message': { limit: 5, perMs: 5_000 },
  'DELETE /channels/:channel/messages/:message': { limit: 5, perMs: 1_000 },
  'POST /webhooks/:application/:token': { limit: 5, perMs: 2_000 },
};
const otherwise = { limit: 50, perMs: 1_000 };

/** The parameters that get a bucket of their own (discord.com/developers/docs/topics/rate-limits). */
const major = ['channel', 'guild', 'application', 'token'];

/** Counts requests by route and major parameter, and writes the headers Discord writes. */
export function createRateLimits(enforced: RateLimitOptions | undefined, now: () => number) {
  const windows = new Map<string, Window>();

  function use(key: string, perMs: number): Window {
    const known = windows.get(key);
    const fresh = known && known.resetsAt > now() ? known : { used: 0, resetsAt: now() + perMs };
    fresh.used += 1;
    windows.set(key, fresh);
    return fresh;
  }

  /** Counts one request: its headers, and how it is limited if it is one too many. */
  function count(
    route: string,
    params: Record<string, string>,
  ): { headers: Record<string, string>; limited?: Limited } {
    const exempt = route.includes('/interactions/') || route.includes('/webhooks/');
    if (enforced?.globalPerSecond !== undefined && !exempt) {
      const all = use('global', 1_000);
      if (all.used > enforced.globalPerSecond)
        return { headers: {}, limited: { retryAfterMs: all.resetsAt - now(), global: true, scope: 'global' } };
    }
    const { limit, perMs } = enforced?.routes?.[route] ?? usual[route] ?? otherwise;
    const own = major.flatMap((name) => params[name] ?? []);
    const window = enforced ? use([route, ...own].join(':'), perMs) : { used: 1, resetsAt: now() + perMs };
    const resetAfterMs = window.resetsAt - now();
    const headers = {
      'x-ratelimit-limit': String(limit),
      'x-ratelimit-remaining': String(Math.max(0, limit - window.used)),
      'x-ratelimit-reset': (window.resetsAt / 1000).toFixed(3),
      'x-ratelimit-reset-after': (resetAfterMs / 1000).toFixed(3),
      'x-ratelimit-bucket': createHash('md5').update(route).digest('hex'),
    };
    return window.used > limit
      ? { headers, limited: { retryAfterMs: resetAfterMs, global: false, scope: 'user' } }
      : { headers };
  }

  return { count };
}

/** The 429 answer of a limited request. */
export function limitedAnswer({ retryAfterMs, global, scope }: Limited): {
  headers: Record<string, string>;
  body: Json;
} {
  const seconds = retryAfterMs / 1000;
  return {
    headers: {
      'retry-after': String(Math.ceil(seconds)),
      'x-ratelimit-scope': scope,
      ...(global ? { 'x-ratelimit-global': 'true' } : {}),
      via: '1.1 google',
    },
    body: { message: 'You are being rate limited.', retry_after: seconds, global },
  };
}
