import { GatewayIntentBits } from 'discord-api-types/v10';
import type { Dispatch } from './gateway-sessions.ts';
import { pingsOf } from './mentions.ts';
import { createNonces } from './nonces.ts';
import { hasFlag, type Json, type MessageBody, messageFlags, type UploadedFile } from './payloads.ts';
import { isEphemeral, messageJson, withComponentIds } from './wire.ts';
import type { AttachmentState, ChannelState, InteractionState, MessageState, UserState, World } from './world.ts';

export type Messages = ReturnType<typeof createMessages>;

/**
 * Keeps messages as people see them now, and tells the gateway of every change. A lean fake keeps of what the bot posts by
 * itself only that it is there: to edit it, a request has to bring the whole message.
 */
export function createMessages(
  world: World,
  dispatch: Dispatch,
  changed: () => void,
  filesUrl: () => string,
  isLean: boolean,
) {
  const files = new Map<string, AttachmentState>();
  const nonces = createNonces(world.now);
  const json = (message: MessageState) => messageJson(message, world, filesUrl());

  function post(
    channel: ChannelState,
    author: UserState,
    body: MessageBody,
    uploads: UploadedFile[] = [],
    more: Partial<MessageState> = {},
  ) {
    const same = body.enforce_nonce ? nonces.find(channel, author, body.nonce) : undefined;
    if (same) return same;
    const message: MessageState = {
      id: world.snowflake(),
      type: 0,
      channel,
      author,
      body: { ...body, components: withComponentIds(body.components ?? []) },
      attachments: stored(body, uploads),
      flags: body.flags ?? 0,
      at: world.now(),
      deleted: false,
      pings: pingsOf(body, repliedTo(channel, body)),
      ...(body.nonce === undefined || body.nonce === null ? {} : { nonce: body.nonce }),
      ...more,
    };
    channel.messages.set(message.id, message);
    nonces.add(message);
    if (!isEphemeral(message)) announce('MESSAGE_CREATE', message);
    const whole = asKept(message);
    changed();
    return whole;
  }

  /** The message as it is now; a lean fake keeps less of it. */
  function asKept(message: MessageState): MessageState {
    if (!isLean || message.author !== world.bot || message.interaction) return message;
    const whole = { ...message };
    for (const { id } of message.attachments) files.delete(id);
    Object.assign(message, { body: { flags: message.flags }, attachments: [] });
    return whole;
  }

  /** Applies an edit; filling a deferred answer's place counts as its first appearance, so it pings. */
  function edit(message: MessageState, body: MessageBody, uploads: UploadedFile[] = []): MessageState {
    const filling = hasFlag(message.flags, messageFlags.loading);
    const { content, embeds, components, poll, attachments } = body;
    const given = Object.entries({ content, embeds, poll }).filter(([, value]) => value !== undefined);
    message.body = { ...message.body, ...Object.fromEntries(given) };
    if (components !== undefined) message.body.components = withComponentIds(components ?? []);
    const kept = attachments
      ? message.attachments.filter(({ id }) => attachments.some((listed) => listed.id === id))
      : message.attachments;
    message.attachments = [...kept, ...stored(body, uploads)];
    const settable = messageFlags.componentsV2 | messageFlags.suppressEmbeds;
    message.flags = (message.flags | ((body.flags ?? 0) & settable)) & ~messageFlags.loading;
    message.body.flags = message.flags;
    if (filling) message.pings = pingsOf(body);
    else message.editedAt = world.now();
    if (!isEphemeral(message)) announce('MESSAGE_UPDATE', message);
    const whole = asKept(message);
    changed();
    return whole;
  }

  function remove(message: MessageState): void {
    message.deleted = true;
    const { id, channel } = message;
    const place = { id, channel_id: channel.id, ...(channel.guildId ? { guild_id: channel.guildId } : {}) };
    if (!isEphemeral(message)) dispatch('MESSAGE_DELETE', () => place, placeOf(channel));
    changed();
  }

  /** The message as it stands, unless it was deleted. */
  function find(channel: ChannelState, id: string): MessageState | undefined {
    const message = channel.messages.get(id);
    return message?.deleted ? undefined : message;
  }

  function announce(event: string, message: MessageState): void {
    const { channel, author } = message;
    if (!channel.botInside) return;
    const member = channel.guildId && world.guilds.get(channel.guildId)?.members.get(author.id);
    const full: Json = {
      ...json(message),
      ...(channel.guildId ? { guild_id: channel.guildId } : {}),
      ...(member
        ? {
            member: { roles: member.roles, joined_at: '2025-01-01T00:00:00+00:00', deaf: false, mute: false, flags: 0 },
          }
        : {}),
    };
    const readable = !channel.guildId || author.id === world.bot.id || message.pings.users.includes(world.bot.id);
    const bare = { ...full, content: '', embeds: [], attachments: [], components: [] };
    const reads = (intents: number) => readable || (intents & GatewayIntentBits.MessageContent) !== 0;
    dispatch(event, (intents) => (reads(intents) ? full : bare), placeOf(channel));
  }

  function stored({ attachments }: MessageBody, uploads: UploadedFile[]): AttachmentState[] {
    return uploads.map(({ field, filename, contentType, bytes }) => {
      const described = attachments?.find(({ id }) => field === `files[${id}]`);
      const description = described?.description;
      const name = described?.filename ?? filename;
      const file = {
        id: world.snowflake(),
        filename: name,
        contentType,
        bytes,
        ...(description ? { description } : {}),
      };
      files.set(file.id, file);
      return file;
    });
  }

  function repliedTo(channel: ChannelState, { message_reference }: MessageBody): string | undefined {
    return message_reference ? find(channel, message_reference.message_id)?.author.id : undefined;
  }

  return { post, edit, remove, find, json, files };
}

function placeOf({ guildId }: ChannelState) {
  const intent = guildId ? GatewayIntentBits.GuildMessages : GatewayIntentBits.DirectMessages;
  return { intent, ...(guildId ? { guildId } : {}) };
}

/** The message type of a command's answer: 20 for a chat-input command, 23 for a context menu, 0 for the rest. */
export function answerType({ type, payload }: InteractionState): number {
  if (type !== 2) return 0;
  return (payload.data as Json).type === 1 ? 20 : 23;
}
