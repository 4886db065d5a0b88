import {
  type APIMessage,
  type APIUser,
  DiscordAPIError,
  MessageFlags,
  PermissionFlagsBits,
  RESTJSONErrorCodes,
  type RESTPatchAPIChannelMessageJSONBody,
  type RESTPostAPIChannelMessageJSONBody,
  Routes,
} from 'discord.js';
import type { Broadcaster, Inspection, PostOptions, Rendered, Sent, SentMessage } from '../../core/broadcast.ts';
import type { Command } from '../../core/command.ts';
import type { Place } from '../../core/subscription.ts';
import { type Act, failureOf } from './failures.ts';
import type { Known } from './known.ts';
import { type MessageRequest, messageRequest } from './message.ts';
import { createPlaces } from './places.ts';
import { createRestPlaces } from './places-by-rest.ts';
import { createSingleShot } from './single-shot.ts';

export interface BroadcasterParts {
  token: string;
  /** Discord's API or a proxy of it, up to and including `/api`. */
  apiUrl: string | undefined;
  /** Channels and permissions. */
  known: Known;
  /** Whether every guild is known; of others Discord is asked. */
  seesAll?: boolean;
  commands: readonly Command[];
  /** How long one request may take. */
  timeoutMs?: number | undefined;
}

const usualTimeoutMs = 15_000;

/** Posts to channels, threads and private chats through a REST client of its own, with an enforced nonce. */
export function createBroadcaster(parts: BroadcasterParts): Broadcaster {
  const { token, apiUrl, known, seesAll = true, commands, timeoutMs = usualTimeoutMs } = parts;
  const rest = createSingleShot({ token, apiUrl, timeoutMs });
  const places = createPlaces(known, rest);

  async function attempt(
    act: Act,
    at: Parameters<typeof places.missingIn>[0],
    request: () => Promise<unknown>,
  ): Promise<Sent> {
    try {
      const { id, channel_id } = (await request()) as Partial<APIMessage>;
      if (id !== undefined && channel_id !== undefined) return { kind: 'sent', message: { channel: channel_id, id } };
      return { kind: 'transient', reason: 'an answer that is not Discord’s', isUnknown: true };
    } catch (error) {
      return failureOf(error, act, places.missingIn(at));
    }
  }

  /** Discord refuses a reply where the bot can't read what it replies to. */
  function mayReply(channelId: string): boolean {
    const channel = known.channel(channelId);
    if (!channel || channel.isDMBased()) return true;
    const { me } = channel.guild.members;
    return me !== null && channel.permissionsFor(me)?.has(PermissionFlagsBits.ReadMessageHistory) === true;
  }

  function replying(channel: string, to: SentMessage | undefined): Partial<RESTPostAPIChannelMessageJSONBody> {
    if (to?.channel !== channel || !mayReply(channel)) return {};
    return { message_reference: { message_id: to.id, channel_id: channel, fail_if_not_exists: false } };
  }

  async function post(place: Place, message: Rendered, options: PostOptions): Promise<Sent> {
    const { channel } = place;
    const { body, files } = message as MessageRequest;
    const posted: RESTPostAPIChannelMessageJSONBody = {
      ...body,
      ...replying(channel, options.replyTo),
      flags: options.silent ? body.flags | MessageFlags.SuppressNotifications : body.flags,
      nonce: options.key,
      enforce_nonce: true,
    };
    return await attempt('post', place, () => rest.post(Routes.channelMessages(channel), { body: posted, files }));
  }

  async function edit(message: SentMessage, rendered: Rendered): Promise<Sent> {
    const { channel, id } = message;
    const { body, files } = rendered as MessageRequest;
    const changed: RESTPatchAPIChannelMessageJSONBody = body;
    const route = Routes.channelMessage(channel, id);
    const sent = await attempt('edit', { channel }, () => rest.patch(route, { body: changed, files }));
    return sent.kind === 'sent' ? { kind: 'sent', message } : sent;
  }

  async function crosspost(message: SentMessage): Promise<Sent> {
    const { channel, id } = message;
    const sent = await attempt('crosspost', { channel }, () =>
      rest.post(Routes.channelMessageCrosspost(channel, id)).catch((error: unknown) => {
        if (isCrosspostedAlready(error)) return { id, channel_id: channel };
        throw error;
      }),
    );
    return sent.kind === 'sent' ? { kind: 'sent', message: { ...message, crossposted: true } } : sent;
  }

  async function inspect(place: Place): Promise<Inspection> {
    if (seesAll || known.guild(place.chat)) return await places.inspect(place);
    try {
      const self = known.self() ?? ((await rest.get(Routes.user())) as APIUser).id;
      const asked = createRestPlaces({ token, apiUrl, botId: self, timeoutMs });
      return await asked.inspect(place).finally(asked.close);
    } catch {
      return { kind: 'unknown' };
    }
  }

  return {
    dedupes: true,
    render: (answer, { t }): MessageRequest => messageRequest(answer, commands, t),
    post,
    edit,
    crosspost,
    inspect,
  };
}

const isCrosspostedAlready = (error: unknown): boolean =>
  error instanceof DiscordAPIError && error.code === RESTJSONErrorCodes.ThisMessageWasAlreadyCrossposted;
