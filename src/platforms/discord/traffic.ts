import { type REST, RESTEvents } from 'discord.js';
import type { Watch } from '../../core/watch.ts';

/**
 * Reports each request that counts toward the bot's limit, with its channel where it has one. Interactions' own routes have
 * limits of their own (discord.com/developers/docs/topics/rate-limits#global-rate-limit).
 */
export function reportTraffic(rest: REST, onSent: (channel: string | undefined) => void): void {
  rest.on(RESTEvents.Response, ({ path }) => {
    if (!/^\/(interactions|webhooks)\//u.test(path)) onSent(/^\/channels\/(\d+)/u.exec(path)?.[1]);
  });
}

/** Tells of each request, and of what holds requests up: limits that discord.js keeps to, and those that Discord answers with. */
export function watchRequests(rest: REST, watch: Watch): void {
  const { makeRequest } = rest.options;
  rest.options.makeRequest = async (url, init) => {
    const response = await watch.request('discord', () => makeRequest(url, init));
    // discord.js' event is for requests that it holds back before they are sent.
    const waitSeconds =
      response.status === 429 ? Number(response.headers.get('retry-after') ?? Number.NaN) : Number.NaN;
    if (Number.isFinite(waitSeconds)) watch.limited('discord', waitSeconds * 1000);
    return response;
  };
  rest.on(RESTEvents.RateLimited, ({ timeToReset }) => watch.limited('discord', timeToReset));
}
