import type { User } from 'grammy/types';
import { put, type StoredMessage } from '../../../src/loopback/telegram/chat-state.ts';
import type { ChatHandle } from '../../../src/loopback/telegram/index.ts';
import { buttonsOf } from '../../../src/loopback/telegram/seen.ts';
import type { Query } from '../../../src/loopback/telegram/world.ts';
import type { Cast } from './cast.ts';
import type { Manner, TelegramPlan } from './plan.ts';

/** Where a deed is done, and by whom. */
export interface Scene {
  cast: Cast;
  user: User;
  chat: ChatHandle;
  /** As they are typed, without the slash. */
  commands: readonly string[];
  now: number;
}

export interface Made {
  /** Without its `update_id`. */
  update: object;
  /** A query that must be answered. */
  query?: Query;
  /** Whether the bot must say something. */
  mustReply: boolean;
}

const statuses = ['member', 'administrator', 'restricted', 'left', 'kicked', 'creator'] as const;
/** Texts that come to nobody, or that somebody else answers for. */
const silenced = new Set<Manner['extra']>(['forwarded', 'via bot', 'automatic forward', 'edited']);

/** What Telegram would send for a deed. */
export function updateFor({ deed, language }: TelegramPlan, scene: Scene): Made {
  const { cast, chat, commands } = scene;
  const user = withLanguage(scene.user, language);
  const said = (fields: object, manner?: Manner) => say(fields, { ...scene, user }, manner);
  const isPrivate = chat.chat.type === 'private';
  switch (deed.kind) {
    case 'text': {
      const typed = cut(deed.text);
      const text = deed.isNamed && !isPrivate ? `@${cast.fake.bot.username} ${typed}` : typed;
      const isAnswered = isPrivate && !silenced.has(deed.manner.extra) && !/^\s*[/@]/u.test(text);
      return { update: said({ text }, deed.manner), mustReply: isAnswered };
    }
    case 'command': {
      const [name = 'help', action = ''] = (commands[deed.command % commands.length] ?? 'help').split(' ');
      const to = deed.isAddressed ? `@${cast.fake.bot.username}` : '';
      const text = cut(`/${name}${to} ${action} ${deed.args}`).trim();
      return { update: said({ text }, deed.manner), mustReply: !silenced.has(deed.manner.extra) };
    }
    case 'start':
      return { update: said({ text: cut(`/start ${deed.payload}`).trim() }), mustReply: isPrivate };
    case 'press': {
      const said = chat.state.posted.filter(
        ({ byBot, deleted, receiver = user.id }) => byBot && !deleted && receiver === user.id,
      );
      const post = said.slice(-30)[deed.message % Math.min(30, Math.max(1, said.length))];
      const buttons = post ? buttonsOf(post).flat() : [];
      const data = cutBytes(
        deed.data ??
          buttons.flatMap((one) => one.data ?? [])[deed.button] ??
          buttons.find((one) => one.data)?.data ??
          'help',
      );
      const query = cast.fake.open({ kind: 'callback', from: user, chat: chat.state, ...(post && { post }) });
      const old = { chat: chat.chat, message_id: post?.message.message_id ?? 1, date: 0 };
      const on =
        deed.of === 'inline' || !post
          ? { inline_message_id: 'AAAA' }
          : { message: deed.of === 'old' ? old : post.message };
      chat.state.interacted.add(user.id);
      return {
        update: { callback_query: { id: query.id, from: user, chat_instance: '1', data, ...on } },
        query,
        mustReply: false,
      };
    }
    case 'inline': {
      const query = cast.fake.open({ kind: 'inline', from: user });
      const asked = {
        id: query.id,
        from: user,
        query: deed.query.slice(0, 256),
        offset: deed.offset,
        chat_type: 'group',
      };
      return { update: { inline_query: asked }, query, mustReply: false };
    }
    case 'document': {
      const { caption, name, size, mime } = deed;
      const document = { file_id: name || 'x', file_unique_id: 'x', file_name: name, file_size: size, mime_type: mime };
      const fields = { document, ...(caption !== undefined && { caption: caption.slice(0, 1024) }) };
      return { update: said(fields, deed.manner), mustReply: false };
    }
    case 'service':
      return { update: said(serviceFields(deed.what, deed.text, user)), mustReply: false };
    case 'member': {
      const of = (number: number, who: User) => ({ user: who, ...memberFields(statuses[number % 6] as string) });
      const who = deed.isOurs ? cast.fake.bot : user;
      const change = {
        chat: chat.chat,
        from: user,
        date: seconds(scene),
        old_chat_member: of(deed.before, who),
        new_chat_member: of(deed.after, who),
      };
      return { update: { [deed.isOurs ? 'my_chat_member' : 'chat_member']: change }, mustReply: false };
    }
    case 'foreign':
      return {
        update: { [deed.name]: { id: '1', from: user, chat: chat.chat, text: deed.text, date: 1 } },
        mustReply: false,
      };
  }
}

const seconds = ({ now }: Pick<Scene, 'now'>) => Math.floor(now / 1000);

const withLanguage = (user: User, language: string | undefined): User => {
  const { language_code: _, ...rest } = user;
  return language === undefined ? rest : { ...rest, language_code: language };
};

/** What Telegram lets through: something, and no more than 4096 signs. */
const cut = (text: string): string => (text.trim() === '' ? 'x' : text.slice(0, 4096));

function cutBytes(data: string): string {
  const bytes = Buffer.from(data).subarray(0, 64);
  return bytes.toString('utf8').replace(/\ufffd+$/u, '') || 'x';
}

const memberFields = (status: string): object => ({
  status,
  ...(status === 'administrator' && { can_manage_chat: true, can_post_messages: true }),
  ...(status === 'restricted' && { is_member: true, can_send_messages: false }),
});

function serviceFields(what: number, text: string, user: User): object {
  const all = [
    { new_chat_title: text.slice(0, 128) || 'x' },
    { left_chat_member: user },
    { new_chat_members: [user] },
    { pinned_message: { message_id: 1, date: 0 } },
    { migrate_to_chat_id: -1_003_000_000_000 - what },
    { migrate_from_chat_id: -9000 - what },
    { group_chat_created: true },
    { forum_topic_created: { name: text, icon_color: 1 } },
    { sticker: { file_id: 'x', emoji: text } },
    { photo: [], caption: text.slice(0, 1024) },
    { dice: { emoji: '🎲', value: 1 } },
    { rich_message: { blocks: [] } },
  ];
  return all[what % all.length] as object;
}

/** Puts a message into the chat and tells of it. */
function say(fields: object, scene: Scene, manner?: Manner): object {
  const { chat, user, cast } = scene;
  const { state } = chat;
  const isChannel = chat.chat.type === 'channel';
  const isGroup = chat.chat.type === 'supergroup' || chat.chat.type === 'group';
  const as = isGroup ? (manner?.as ?? 'oneself') : 'oneself';
  const topic = manner?.isInTopic ? [...state.topics.keys()][0] : undefined;
  const replied = manner?.replyTo === undefined ? undefined : state.posted.slice(-30)[manner.replyTo % 30]?.message;
  const { reply_to_message: _, ...reply } = replied ?? {};
  const extra = {
    forwarded: { forward_origin: { type: 'user', sender_user: user, date: 1 } },
    'via bot': { via_bot: cast.fake.bot },
    'automatic forward': { is_automatic_forward: true },
    quote: { quote: { text: 'quoted ZQ', position: 0 } },
    edited: {},
  }[manner?.extra ?? 'edited'];
  const senders = {
    oneself: isChannel ? { sender_chat: chat.chat } : { from: user },
    anonymous: { from: { id: 1087968824, is_bot: true, first_name: 'Group' }, sender_chat: chat.chat },
    channel: {
      from: { id: 136817688, is_bot: true, first_name: 'Channel' },
      sender_chat: { id: -1_002_000_099_999, type: 'channel', title: '**ZQ0Q** <b>ZQ15Q</b>' },
    },
  };
  // A link that was made with Telegram's own formatting is one.
  const entities = (manner?.entities ?? []).map((one) => ({ ...one, user, url: 'https://fine.example/e' }));
  const message = {
    message_id: ++state.lastMessageId,
    date: seconds(scene),
    chat: chat.chat,
    ...senders[as],
    ...(topic !== undefined && { message_thread_id: topic, is_topic_message: true }),
    ...(replied && { reply_to_message: reply }),
    ...(entities.length > 0 && { entities }),
    ...extra,
    ...fields,
  } as StoredMessage;
  put(state, { message, byBot: false, sent: 0, touched: 0, richButtons: [], deleted: false });
  state.interacted.add(user.id);
  const kind = isChannel ? 'channel_post' : 'message';
  return { [manner?.extra === 'edited' ? `edited_${kind}` : kind]: message };
}
