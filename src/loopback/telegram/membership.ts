import type { User } from 'grammy/types';
import { isBotAdmin } from './chat-access.ts';
import { memberObject } from './chat-methods.ts';
import type { ChatState, MemberStatus } from './chat-state.ts';
import { enter, serviceMessage } from './incoming.ts';
import { publicBot } from './send-methods.ts';
import type { QueuedUpdate } from './update-queue.ts';
import { seconds, type World } from './world.ts';

/**
 * Changes what a person is in a chat. Telegram tells only bots that are administrators there, of `chat_member`, and all
 * of somebody who leaves (core.telegram.org/bots/api#update).
 */
export function changeMember(world: World, state: ChatState, who: User, status: MemberStatus, by: User): void {
  const before = state.members.get(who.id)?.status ?? 'left';
  state.members.set(who.id, { user: who, status });
  if (isBotAdmin(state)) {
    world.push({
      chat_member: {
        chat: state.chat,
        from: by,
        date: seconds(world),
        old_chat_member: memberObject(state, who, before),
        new_chat_member: memberObject(state, who, status),
      },
    });
  }
  if (state.chat.type !== 'channel' && (status === 'left' || status === 'kicked'))
    enter(world, state, serviceMessage(world, state, { from: by, left_chat_member: who }));
}

/** What people do to the bot's place in a chat; each pushes `my_chat_member` (core.telegram.org/bots/api#chatmemberupdated). */
export interface BotMembership {
  addBot(by: User): QueuedUpdate;
  kickBot(by: User): QueuedUpdate;
  promoteBot(by: User): QueuedUpdate;
  demoteBot(by: User): QueuedUpdate;
  /** Lets the bot alone write, or not, whatever others may. */
  restrictBot(by: User, mayWrite: boolean): QueuedUpdate;
  /** A person blocks the bot in their private chat. */
  block(by: User): QueuedUpdate;
  unblock(by: User): QueuedUpdate;
}

/** The bot's membership of one chat, changed by people. */
export function createBotMembership(world: World, state: ChatState): BotMembership {
  const become = (by: User, status: MemberStatus, mayWrite = state.botMayWrite): QueuedUpdate => {
    const bot = publicBot(world);
    const before = memberObject(state, bot, state.botBlocked ? 'kicked' : state.botStatus);
    state.botMayWrite = mayWrite;
    state.botBlocked = state.chat.type === 'private' && status === 'kicked';
    state.botStatus = state.chat.type === 'private' ? 'member' : status;
    return world.push({
      my_chat_member: {
        chat: state.chat,
        from: by,
        date: seconds(world),
        old_chat_member: before,
        new_chat_member: memberObject(state, bot, status),
      },
    });
  };
  return {
    addBot: (by) => {
      const update = become(by, state.chat.type === 'channel' ? 'administrator' : 'member');
      if (state.chat.type === 'group' || state.chat.type === 'supergroup') {
        enter(world, state, serviceMessage(world, state, { from: by, new_chat_members: [publicBot(world)] }));
      }
      return update;
    },
    kickBot: (by) => become(by, 'kicked'),
    promoteBot: (by) => become(by, 'administrator'),
    demoteBot: (by) => become(by, 'member'),
    restrictBot: (by, mayWrite) => become(by, 'restricted', mayWrite),
    block: (by) => become(by, 'kicked'),
    unblock: (by) => become(by, 'member'),
  };
}
