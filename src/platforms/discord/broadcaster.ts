import {
  type APIMessage,
  DiscordAPIError,
  MessageFlags,
  RESTJSONErrorCodes,
  type RESTPatchAPIChannelMessageJSONBody,
  type RESTPostAPIChannelMessageJSONBody,
  Routes,
} from 'discord.js';
import type { Broadcaster, Failure, PostOptions, Rendered, Sent, SentMessage } from '../../core/broadcast.ts';
import type { Command } from '../../core/command.ts';
import type { Place } from '../../core/subscription.ts';
import { type Act, failureOf, forbidden } from './failures.ts';
import { createFacts, type Facts } from './guild-facts.ts';
import { type MessageRequest, messageRequest } from './message.ts';
import { createPlaces } from './places.ts';
import { createSingleShot } from './single-shot.ts';

export interface BroadcasterParts {
  token: string;
  /** Discord's API or a proxy of it, up to and including `/api`. */
  apiUrl: string | undefined;
  /** By what a place is judged; asked for through the broadcaster's own client unless told. */
  facts?: Facts;
  commands: readonly Command[];
  /** How long one request may take. */
  timeoutMs?: number | undefined;
}

const usualTimeoutMs = 15_000;

/** Posts to channels, threads and private chats through a REST client of its own, with an enforced nonce. */
export function createBroadcaster(parts: BroadcasterParts): Broadcaster {
  const { token, apiUrl, commands, timeoutMs = usualTimeoutMs } = parts;
  const rest = createSingleShot({ token, apiUrl, timeoutMs });
  const { inspect, missingIn } = createPlaces(parts.facts ?? createFacts({ rest }));

  async function attempt(act: Act, at: Place, request: () => Promise<unknown>): Promise<Sent> {
    try {
      const { id, channel_id } = (await request()) as Partial<APIMessage>;
      if (id !== undefined && channel_id !== undefined) return { kind: 'sent', message: { channel: channel_id, id } };
      return { kind: 'transient', reason: 'an answer that is not Discord’s', isUnknown: true };
    } catch (error) {
      const failure = failureOf(error, act);
      // What is missing is asked for only once something was refused.
      return isUnexplained(failure) ? failureOf(error, act, await missingIn(at)) : failure;
    }
  }

  function replying(channel: string, to: SentMessage | undefined): Partial<RESTPostAPIChannelMessageJSONBody> {
    if (to?.channel !== channel) return {};
    return { message_reference: { message_id: to.id, channel_id: channel, fail_if_not_exists: false } };
  }

  async function post(place: Place, message: Rendered, options: PostOptions): Promise<Sent> {
    const { channel } = place;
    const { body, files } = message as MessageRequest;
    const posted: RESTPostAPIChannelMessageJSONBody = {
      ...body,
      flags: options.silent ? body.flags | MessageFlags.SuppressNotifications : body.flags,
      nonce: options.key,
      enforce_nonce: true,
    };
    const send = (more: Partial<RESTPostAPIChannelMessageJSONBody>) =>
      rest.post(Routes.channelMessages(channel), { body: { ...posted, ...more }, files });
    return await attempt('post', place, () =>
      send(replying(channel, options.replyTo)).catch((error: unknown) => {
        // Refused where the bot can't read what it replies to: nothing was posted.
        if (hasCode(error, RESTJSONErrorCodes.CannotReplyWithoutPermissionToReadMessageHistory)) return send({});
        throw error;
      }),
    );
  }

  async function edit(message: SentMessage, rendered: Rendered, place: Place): Promise<Sent> {
    const { channel, id } = message;
    const { body, files } = rendered as MessageRequest;
    const changed: RESTPatchAPIChannelMessageJSONBody = body;
    const route = Routes.channelMessage(channel, id);
    const sent = await attempt('edit', { ...place, channel }, () => rest.patch(route, { body: changed, files }));
    return sent.kind === 'sent' ? { kind: 'sent', message } : sent;
  }

  async function crosspost(message: SentMessage, place: Place): Promise<Sent> {
    const { channel, id } = message;
    const sent = await attempt('crosspost', { ...place, channel }, () =>
      rest.post(Routes.channelMessageCrosspost(channel, id)).catch((error: unknown) => {
        if (hasCode(error, RESTJSONErrorCodes.ThisMessageWasAlreadyCrossposted)) return { id, channel_id: channel };
        throw error;
      }),
    );
    return sent.kind === 'sent' ? { kind: 'sent', message: { ...message, crossposted: true } } : sent;
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

const hasCode = (error: unknown, code: RESTJSONErrorCodes): boolean =>
  error instanceof DiscordAPIError && error.code === code;

const isUnexplained = (failure: Failure): boolean => failure.kind === 'gone' && failure.reason === forbidden;
