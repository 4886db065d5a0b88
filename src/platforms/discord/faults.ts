import { DiscordAPIError, HTTPError } from 'discord.js';

/**
 * What Discord refused, fit for a log: without the address, which holds an interaction's token, and without the body,
 * which holds what people wrote.
 */
export function withoutRequest(error: unknown): unknown {
  if (!(error instanceof DiscordAPIError || error instanceof HTTPError)) return error;
  const { message, method, status, stack } = error;
  const code = error instanceof DiscordAPIError ? error.code : undefined;
  return Object.assign(new Error(message), { name: error.name, code, method, status, stack });
}
