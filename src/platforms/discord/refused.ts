import { DiscordjsErrorCodes } from 'discord.js';
import { OperatorError } from '../../core/errors.ts';

/** What Discord refuses for good, in an operator's words; anything else as it is. */
export function plain(error: unknown): unknown {
  const { code, status } = error as { code?: unknown; status?: unknown };
  if (code === DiscordjsErrorCodes.TokenInvalid || status === 401) return revoked();
  if (code === DiscordjsErrorCodes.DisallowedIntents || code === DiscordjsErrorCodes.InvalidIntents)
    return refusedIntents();
  return error;
}

export const revoked = () =>
  new OperatorError(
    'Discord does not accept DISCORD_TOKEN: copy the bot token again from https://discord.com/developers/applications (Bot, Reset Token).',
  );

export const refusedIntents = () =>
  new OperatorError(
    'Discord refused the gateway intents: Parley asks for Guilds only, so the application is limited; see https://discord.com/developers/applications (Bot).',
  );
