import type { ChatMember, ChatMemberUpdated, Message } from 'grammy/types';
import type { Chat } from '../../core/community.ts';
import type { Moderators } from './moderators.ts';
import { sharedChat } from './origins.ts';

type ChatType = ChatMemberUpdated['chat']['type'];

/** What becomes of the groups and channels that we are in. Each is told of everything at least once. */
export interface ChatEvents {
  /** We were taken into a chat. */
  onJoined(chat: Chat & { title: string }): Promise<void>;
  onRenamed(chat: Chat, title: string): Promise<void>;
  /** A group became a supergroup, under a new id. */
  onMoved(from: Chat, to: Chat): Promise<void>;
  /** We have got the right to write in a chat, somebody's private one too. */
  onReachable?(chat: Chat): void | Promise<void>;
}

/** Keeps what we know of chats and their administrators up to date. */
export function createMembership(moderators: Moderators, events: ChatEvents) {
  /** Somebody has come, gone, or been given or refused rights; told only to bots that are administrators there. */
  function memberChanged({ chat, new_chat_member }: ChatMemberUpdated): void {
    moderators.forget(String(chat.id), String(new_chat_member.user.id));
  }

  /** The same about ourselves: what we may ask about others depends on it. */
  async function ourselvesChanged({ chat, old_chat_member, new_chat_member }: ChatMemberUpdated): Promise<void> {
    moderators.forgetChat(String(chat.id));
    const joined = sharedChat(chat);
    if (joined && isIn(new_chat_member) && !isIn(old_chat_member)) await events.onJoined(joined);
    if (standing(new_chat_member, chat.type) > standing(old_chat_member, chat.type))
      await events.onReachable?.(idOf(chat.id));
  }

  /** What service messages say about a chat. */
  async function heard(message: Message): Promise<void> {
    const { chat, left_chat_member, new_chat_title } = message;
    if (left_chat_member) moderators.forget(String(chat.id), String(left_chat_member.id));
    if (typeof new_chat_title === 'string') await events.onRenamed(idOf(chat.id), new_chat_title);
    if (message.migrate_to_chat_id !== undefined) await moved(chat.id, message.migrate_to_chat_id);
    if (message.migrate_from_chat_id !== undefined) await moved(message.migrate_from_chat_id, chat.id);
  }

  async function moved(from: number, to: number): Promise<void> {
    moderators.forgetChat(String(from));
    await events.onMoved(idOf(from), idOf(to));
  }

  return { memberChanged, ourselvesChanged, heard };
}

const idOf = (id: number): Chat => ({ platform: 'telegram', id: String(id) });

const isIn = (member: ChatMember): boolean =>
  member.status !== 'left' && member.status !== 'kicked' && (member.status !== 'restricted' || member.is_member);

/** Whether a member may write in a chat of that type, as long as it lets its members write. */
export function mayWrite(member: ChatMember, type: ChatType): boolean {
  if (type === 'channel') return member.status === 'administrator' && member.can_post_messages === true;
  return isIn(member) && (member.status !== 'restricted' || member.can_send_messages);
}

/** An administrator may write in a group that lets nobody else. */
const standing = (member: ChatMember, type: ChatType): number =>
  mayWrite(member, type) ? (member.status === 'administrator' ? 2 : 1) : 0;
