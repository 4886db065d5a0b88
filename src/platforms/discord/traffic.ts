import { type REST, RESTEvents } from 'discord.js';

/**
 * Reports each request that counts toward the bot's limit, with its channel where it has one. Interactions' own routes have
 * limits of their own (discord.com/developers/docs/topics/rate-limits#global-rate-limit).
 */
export function reportTraffic(rest: REST, onSent: (channel: string | undefined) => void): void {
  rest.on(RESTEvents.Response, ({ path }) => {
    if (!/^\/(interactions|webhooks)\//u.test(path)) onSent(/^\/channels\/(\d+)/u.exec(path)?.[1]);
  });
}
