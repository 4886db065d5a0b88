import { Client, DiscordAPIError, GatewayIntentBits, RESTJSONErrorCodes } from 'discord.js';
import type { Inspection } from '../../core/broadcast.ts';
import type { Place } from '../../core/subscription.ts';
import { knownTo } from './known.ts';
import { createPlaces } from './places.ts';

export interface RestPlacesParts {
  token: string;
  /** Discord's API or a proxy of it, up to and including `/api`. */
  apiUrl: string | undefined;
  botId: string;
  /** How long one request may take. */
  timeoutMs: number;
}

/**
 * Tells whether the bot may post somewhere without a connection to the gateway: what that would have told is asked for
 * over REST, once for each guild and channel, and then judged by the same rules.
 */
export function createRestPlaces({ token, apiUrl, botId, timeoutMs }: RestPlacesParts) {
  const client = new Client({
    intents: [GatewayIntentBits.Guilds],
    rest: { ...(apiUrl && { api: apiUrl }), retries: 0, timeout: timeoutMs },
  });
  client.rest.setToken(token);
  // It never logs in, but its cache is as good as that of one that has.
  Object.assign(client, { user: { id: botId }, isReady: () => true });
  const judge = createPlaces(
    knownTo(() => [client]),
    client.rest,
  );
  const guilds = new Map<string, Promise<void>>();

  /** Puts the guild with its roles, and the bot as its member, into the cache. */
  function prepare(guildId: string): Promise<void> {
    const known = guilds.get(guildId) ?? fetchGuild(guildId);
    guilds.set(guildId, known);
    return known;
  }

  async function fetchGuild(id: string): Promise<void> {
    const guild = await client.guilds.fetch({ guild: id, withCounts: false });
    await guild.members.fetch(botId);
    // discord.js takes a guild that comes without its channels for one that has an outage.
    guild.available = true;
  }

  async function inspect(place: Place): Promise<Inspection> {
    try {
      await prepare(place.chat);
    } catch (error) {
      const isOut = isRefusal(error, RESTJSONErrorCodes.UnknownGuild, RESTJSONErrorCodes.MissingAccess);
      // As of a private chat, which is in no guild.
      return isOut ? await judge.inspect(place) : { kind: 'unknown' };
    }
    try {
      const channel = await client.channels.fetch(place.channel);
      // A thread takes its rights from the channel that it is in.
      if (channel?.isThread() && channel.parentId) await client.channels.fetch(channel.parentId);
    } catch (error) {
      // To a member, a channel is closed for want of this one permission.
      if (isRefusal(error, RESTJSONErrorCodes.MissingAccess)) return { kind: 'unfit', missing: ['right-view-channel'] };
      if (!isRefusal(error, RESTJSONErrorCodes.UnknownChannel)) return { kind: 'unknown' };
    }
    return await judge.inspect(place);
  }

  return { inspect, close: () => client.destroy() };
}

const isRefusal = (error: unknown, ...codes: number[]): boolean =>
  error instanceof DiscordAPIError && codes.includes(error.code as number);
