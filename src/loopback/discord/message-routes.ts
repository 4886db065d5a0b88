import {
  CreateForumThreadRequestSchema,
  MessageCreateRequestSchema,
  MessageEditRequestPartialSchema,
} from 'discord-api-spec/zod';
import { ChannelType } from 'discord-api-types/v10';
import { type ApiError, apiError, invalidForm, isRefused } from './errors.ts';
import { beforeOf } from './interactions.ts';
import { checkMessage } from './message-rules.ts';
import type { Messages } from './messages.ts';
import { hasFlag, type MessageBody, messageFlags } from './payloads.ts';
import { channelPermissions, type PermissionName, permits } from './permissions.ts';
import { type Call, objectBody, type Route } from './routes.ts';
import { schemaComplaints } from './schema.ts';
import { channelJson, isEphemeral, isThread } from './wire.ts';
import type { ChannelState, MessageState, World } from './world.ts';

const forums = [ChannelType.GuildForum, ChannelType.GuildMedia];

/** Channels and their messages, with the permissions each request needs. */
export function messageRoutes(world: World, messages: Messages): Route[] {
  /** The channel, if the bot sees it and has the permissions. */
  function reach(id: string | undefined, needed: PermissionName[] = []): ChannelState | ApiError {
    const channel = world.channels.get(id ?? '');
    if (!channel) return apiError(10003);
    const granted = channelPermissions(world, channel, world.bot);
    const inside = channel.guildId === undefined ? channel.botInside : world.guilds.get(channel.guildId)?.botInside;
    if (!inside || !permits(granted, 'ViewChannel')) return apiError(50001);
    return needed.every((name) => permits(granted, name)) ? channel : apiError(50013);
  }

  function reachMessage({ params }: Call, needed: PermissionName[] = []): MessageState | ApiError {
    const channel = reach(params.channel, needed);
    if (isRefused(channel)) return channel;
    const message = messages.find(channel, params.message ?? '');
    return message && !isEphemeral(message) ? message : apiError(10008);
  }

  function create({ params, body, files }: Call) {
    const target = world.channels.get(params.channel ?? '');
    const channel = reach(params.channel, [target && isThread(target) ? 'SendMessagesInThreads' : 'SendMessages']);
    if (isRefused(channel)) return channel;
    if (forums.includes(channel.type) || channel.type === ChannelType.GuildCategory) return apiError(50008);
    const granted = channelPermissions(world, channel, world.bot);
    if (channel.locked && !permits(granted, 'ManageThreads')) return apiError(channel.archived ? 50083 : 160005);
    if (channel.type === ChannelType.DM && !channel.recipients[0]?.acceptsMessages) return apiError(50007);
    if (files.length > 0 && !permits(granted, 'AttachFiles')) return apiError(50013);
    const message = objectBody<MessageBody>(body);
    const refused = checkMessage(message, { schema: MessageCreateRequestSchema, files, ephemeralAllowed: false });
    if (refused) return refused;
    const { message_reference: reference } = message;
    if (reference && !permits(granted, 'ReadMessageHistory')) return apiError(160002);
    if (reference && reference.fail_if_not_exists !== false && !messages.find(channel, reference.message_id))
      return invalidForm([
        { path: ['message_reference'], code: 'REPLIES_UNKNOWN_MESSAGE', message: 'Unknown message' },
      ]);
    channel.archived = false;
    const type = reference && reference.type !== 1 ? { type: 19 } : {};
    return { status: 200, body: messages.json(messages.post(channel, world.bot, message, files, type)) };
  }

  function edit(call: Call) {
    const message = reachMessage(call);
    if (isRefused(message)) return message;
    if (message.author !== world.bot) return apiError(50005);
    if (message.channel.archived) return apiError(50083);
    const body = objectBody<MessageBody>(call.body);
    const setting = {
      schema: MessageEditRequestPartialSchema,
      files: call.files,
      ephemeralAllowed: false,
      before: beforeOf(message),
    };
    return (
      checkMessage(body, setting) ?? { status: 200, body: messages.json(messages.edit(message, body, call.files)) }
    );
  }

  function remove(call: Call) {
    const message = reachMessage(call);
    if (isRefused(message)) return message;
    const mayManage = permits(channelPermissions(world, message.channel, world.bot), 'ManageMessages');
    if (message.author !== world.bot && !mayManage) return apiError(50013);
    messages.remove(message);
    return { status: 204 };
  }

  function crosspost(call: Call) {
    const message = reachMessage(call, ['SendMessages']);
    if (isRefused(message)) return message;
    if (message.channel.type !== ChannelType.GuildAnnouncement) return apiError(50024);
    if (hasFlag(message.flags, messageFlags.crossposted)) return apiError(40033);
    message.flags |= messageFlags.crossposted;
    return { status: 200, body: messages.json(message) };
  }

  /** Posts in a forum: a thread with its first message. */
  function createPost({ params, body, files }: Call) {
    const forum = reach(params.channel, ['SendMessages']);
    if (isRefused(forum)) return forum;
    if (!forums.includes(forum.type)) return apiError(50024);
    const complaints = schemaComplaints(CreateForumThreadRequestSchema, body);
    if (complaints.length > 0) return invalidForm(complaints);
    const { name, message } = body as { name: string; message: MessageBody };
    const refused = checkMessage(message, {
      schema: MessageCreateRequestSchema,
      files,
      ephemeralAllowed: false,
      prefix: ['message'],
    });
    if (refused) return refused;
    const place = { parentId: forum.id, ...(forum.guildId ? { guildId: forum.guildId } : {}) };
    const thread = world.addChannel({ name, type: ChannelType.PublicThread, ...place });
    const first = messages.post(thread, world.bot, message, files, { id: thread.id });
    return { status: 201, body: { ...channelJson(thread), message: messages.json(first) } };
  }

  function history({ params, query }: Call) {
    const channel = reach(params.channel, ['ReadMessageHistory']);
    if (isRefused(channel)) return channel;
    const { before, after, limit = '50' } = query;
    const found = [...channel.messages.values()]
      .filter((message) => !message.deleted && !isEphemeral(message))
      .filter(({ id }) => (!before || BigInt(id) < BigInt(before)) && (!after || BigInt(id) > BigInt(after)));
    const page = after ? found.slice(0, Number(limit)) : found.slice(-Number(limit));
    return { status: 200, body: page.reverse().map(messages.json) };
  }

  function showMessage(call: Call) {
    const message = reachMessage(call, ['ReadMessageHistory']);
    return isRefused(message) ? message : { status: 200, body: messages.json(message) };
  }

  function showChannel({ params }: Call) {
    const channel = reach(params.channel);
    return isRefused(channel) ? channel : { status: 200, body: channelJson(channel) };
  }

  return [
    { pattern: 'GET /channels/:channel', handle: showChannel },
    { pattern: 'GET /channels/:channel/messages', handle: history },
    { pattern: 'POST /channels/:channel/messages', handle: create },
    { pattern: 'POST /channels/:channel/threads', handle: createPost },
    { pattern: 'GET /channels/:channel/messages/:message', handle: showMessage },
    { pattern: 'PATCH /channels/:channel/messages/:message', handle: edit },
    { pattern: 'DELETE /channels/:channel/messages/:message', handle: remove },
    { pattern: 'POST /channels/:channel/messages/:message/crosspost', handle: crosspost },
    {
      pattern: 'POST /channels/:channel/typing',
      handle: ({ params }) => typing(reach(params.channel, ['SendMessages'])),
    },
  ];
}

function typing(channel: ChannelState | ApiError) {
  return isRefused(channel) ? channel : { status: 204 };
}
