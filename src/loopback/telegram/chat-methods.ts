import type { User } from 'grammy/types';
import { badRequest } from './api-error.ts';
import { chatOf, checkPresence, isBotAdmin } from './chat-access.ts';
import type { ChatState, Member, MemberStatus } from './chat-state.ts';
import { integer } from './payload.ts';
import { publicBot } from './send-methods.ts';
import type { Methods, World } from './world.ts';

const adminRights = {
  can_be_edited: false,
  can_manage_chat: true,
  can_change_info: true,
  can_delete_messages: true,
  can_invite_users: true,
  can_restrict_members: true,
  can_pin_messages: true,
  can_manage_topics: true,
  can_promote_members: false,
  can_manage_video_chats: true,
  can_post_stories: false,
  can_edit_stories: false,
  can_delete_stories: false,
};

const noRights = Object.fromEntries(Object.keys(adminRights).map((right) => [right, false]));

/** getChat, its members and administrators, and leaveChat. */
export function chatMethods(world: World): Methods {
  return {
    getChat: (payload) => {
      const state = chatOf(world, payload);
      // Whoever blocks the bot stays known to it.
      if (!state.botBlocked) checkPresence(state);
      const pinned = state.byId.get(state.pinned.at(-1) ?? 0);
      return {
        ...state.chat,
        accent_color_id: 0,
        max_reaction_count: 11,
        accepted_gift_types: {},
        permissions: { can_send_messages: state.botMayWrite },
        ...(pinned && { pinned_message: pinned.message }),
      };
    },
    getChatMember: (payload) => {
      const state = chatOf(world, payload);
      checkPresence(state);
      const id = integer(payload, 'user_id');
      if (id === world.bot.id) return memberObject(state, publicBot(world), state.botStatus);
      const member = state.members.get(id ?? 0);
      if (member) return memberObject(state, member.user, member.status, member);
      const user = world.users.get(id ?? 0);
      if (!user) throw badRequest('PARTICIPANT_ID_INVALID');
      return { status: 'left', user };
    },
    getChatAdministrators: (payload) => {
      const state = chatOf(world, payload);
      checkPresence(state);
      if (state.chat.type === 'private') throw badRequest('there are no administrators in the private chat');
      const admins = [...state.members.values()].filter(
        ({ status }) => status === 'creator' || status === 'administrator',
      );
      return [
        ...admins.map((one) => memberObject(state, one.user, one.status, one)),
        ...(isBotAdmin(state) ? [memberObject(state, publicBot(world), state.botStatus)] : []),
      ];
    },
    getChatMemberCount: (payload) => {
      const state = chatOf(world, payload);
      checkPresence(state);
      const present = [...state.members.values()].filter(({ status }) => status !== 'left' && status !== 'kicked');
      return present.length + 1;
    },
    leaveChat: (payload) => {
      const state = chatOf(world, payload);
      checkPresence(state);
      if (state.chat.type === 'private') throw badRequest("chat member status can't be changed in private chats");
      state.botStatus = 'left';
      return true;
    },
  };
}

/** A ChatMember for a status (core.telegram.org/bots/api#chatmember). */
export function memberObject(
  state: ChatState,
  user: User,
  status: MemberStatus,
  { isAnonymous = false, hasNoRights = false }: Partial<Member> = {},
): object {
  if (status === 'creator') return { status, user, is_anonymous: isAnonymous };
  if (status === 'administrator') {
    const mayPost = !user.is_bot || state.botMayWrite;
    const channelRights = state.chat.type === 'channel' ? { can_post_messages: mayPost, can_edit_messages: true } : {};
    if (hasNoRights) return { status, user, is_anonymous: isAnonymous, ...noRights, custom_title: 'a friend' };
    return { status, user, is_anonymous: isAnonymous, ...adminRights, ...channelRights };
  }
  if (status === 'kicked') return { status, user, until_date: 0 };
  if (status === 'restricted')
    return { status, user, is_member: true, can_send_messages: state.botMayWrite, until_date: 0 };
  return { status, user };
}
