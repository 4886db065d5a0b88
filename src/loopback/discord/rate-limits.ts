import { createHash } from 'node:crypto';
import type { Json } from './payloads.ts';

/** Real limits to enforce; absent, the headers say that plenty is left. */
export interface RateLimitOptions {
  /** Requests per second of the whole bot; interactions' own routes are exempt. */
  globalPerSecond?: number;
  /** How many messages of a channel may be published to its followers, or changed after that, in an hour; 10 by default. */
  publishesPerHour?: number;
  /** Limits by route, such as `{'POST /channels/:channel/messages': {limit: 5, perMs: 5000}}`. */
  routes?: Record<string, { limit: number; perMs: number }>;
}

export interface Limited {
  retryAfterMs: number;
  global: boolean;
  scope: 'user' | 'global' | 'shared';
  /** Discord's code for a limit on what is done rather than on requests. */
  code?: number;
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

const edit = 'PATCH /channels/:channel/messages/:message';
const crosspost = 'POST /channels/:channel/messages/:message/crosspost';
const hourMs = 3_600_000;

export type RateLimits = ReturnType<typeof createRateLimits>;

/**
 * Counts requests by route and major parameter, and writes the headers Discord writes. Publishing has a limit beside that of
 * its route, which an edit of what was published uses too (github.com/discord/discord-api-docs/issues/6109).
 */
export function createRateLimits(
  enforced: RateLimitOptions | undefined,
  now: () => number,
  isPublished: (channel: string, message: string) => boolean,
) {
  const windows = new Map<string, Window>();
  const buckets = new Map<string, string>();
  let tidyAt = 1_000;

  /** Keeps no window that is over for long. */
  function tidy(): void {
    if (windows.size < tidyAt) return;
    for (const [key, { resetsAt }] of windows) if (resetsAt <= now()) windows.delete(key);
    tidyAt = Math.max(1_000, 2 * windows.size);
  }

  function bucketOf(route: string): string {
    const known = buckets.get(route) ?? createHash('md5').update(route).digest('hex');
    buckets.set(route, known);
    return known;
  }

  function use(key: string, perMs: number): Window {
    tidy();
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
      'x-ratelimit-bucket': bucketOf(route),
    };
    if (window.used > limit)
      return { headers, limited: { retryAfterMs: resetAfterMs, global: false, scope: 'user' as const } };
    const limited = enforced && overPublished(route, params);
    return limited ? { headers, limited } : { headers };
  }

  function overPublished(route: string, { channel = '', message = '' }: Record<string, string>): Limited | undefined {
    if (route !== crosspost && !(route === edit && isPublished(channel, message))) return undefined;
    const window = use(`published:${channel}`, hourMs);
    if (window.used <= (enforced?.publishesPerHour ?? 10)) return undefined;
    return { retryAfterMs: window.resetsAt - now(), global: false, scope: 'shared', code: 20028 };
  }

  return { count };
}

/** The 429 answer of a limited request. Of a limit that has a code, the body alone says how long it lasts. */
export function limitedAnswer({ retryAfterMs, global, scope, code }: Limited): {
  headers: Record<string, string>;
  body: Json;
} {
  const seconds = retryAfterMs / 1000;
  return {
    headers: {
      'retry-after': String(code === undefined ? Math.ceil(seconds) : 1),
      'x-ratelimit-scope': scope,
      ...(global ? { 'x-ratelimit-global': 'true' } : {}),
      via: '1.1 google',
    },
    body:
      code === undefined
        ? { message: 'You are being rate limited.', retry_after: seconds, global }
        : {
            message: 'The write action you are performing on the channel has hit the write rate limit.',
            retry_after: seconds,
            global,
            code,
          },
  };
}
