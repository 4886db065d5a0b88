import type { Chat, User } from 'grammy/types';
import { type ChatHandle, createChatHandle } from './chat-handle.ts';
import { type ChatState, createChatState } from './chat-state.ts';
import type { Conversation } from './conversation.ts';
import { enter, serviceMessage } from './incoming.ts';
import type { World } from './world.ts';

export interface GroupOptions {
  title?: string;
  username?: string;
  members?: User[];
  admins?: User[];
  owner?: User;
  /** Whether the bot is an administrator; in a channel it is one unless told otherwise. */
  isBotAdmin?: boolean;
}

export interface SupergroupOptions extends GroupOptions {
  isForum?: boolean;
  /** Names of forum topics; their identifiers are in `handle.state.topics`. */
  topics?: string[];
}

/** The people and chats of the fake. */
export interface Chats {
  /** A person; `language_code` and the like as on a Telegram User. */
  user(fields?: Partial<User>): User;
  /** The private chat of a person with the bot, who has started it. */
  privateChat(user: User): ChatHandle;
  group(options?: GroupOptions): ChatHandle;
  supergroup(options?: SupergroupOptions): ChatHandle;
  channel(options?: GroupOptions): ChatHandle;
  /** That many groups. */
  groups(count: number): ChatHandle[];
  supergroups(count: number): ChatHandle[];
  /** The chat with this id; undefined for one that there never was. */
  chat(id: number): ChatHandle | undefined;
  /** Turns a group into a supergroup with a new id, telling the bot as Telegram does. */
  upgrade(group: ChatHandle): ChatHandle;
}

/** Makes people and chats with identifiers in the ranges Telegram uses. */
export function createChats(world: World, conversation: Conversation): Chats {
  let lastUser = 1000;
  let lastGroup = 5000;
  const handles = new Map<number, ChatHandle>();

  function open(chat: Chat, title: string): ChatHandle {
    const state = createChatState(chat, title);
    world.chats.set(chat.id, state);
    const handle = createChatHandle(world, conversation, state);
    handles.set(chat.id, handle);
    return handle;
  }

  function populate(handle: ChatHandle, { members = [], admins = [], owner, isBotAdmin }: GroupOptions): ChatHandle {
    for (const user of members) handle.setMember(user, 'member');
    for (const user of admins) handle.setMember(user, 'administrator');
    if (owner) handle.setMember(owner, 'creator');
    if (isBotAdmin !== undefined) handle.state.botStatus = isBotAdmin ? 'administrator' : 'member';
    return handle;
  }

  const longId = () => Number(`-100${2_000_000_000 + ++lastGroup}`);

  return {
    user(fields = {}) {
      const user: User = { id: ++lastUser, is_bot: false, first_name: `Person ${lastUser}`, ...fields };
      world.users.set(user.id, user);
      return user;
    },
    privateChat(user) {
      const known = handles.get(user.id);
      if (known) return known;
      const { id, first_name, last_name, username } = user;
      const chat: Chat = {
        id,
        type: 'private',
        first_name,
        ...(last_name && { last_name }),
        ...(username && { username }),
      };
      return populate(open(chat, `the private chat of ${first_name}`), { members: [user] });
    },
    group(options = {}) {
      const title = options.title ?? `Group ${lastGroup}`;
      return populate(open({ id: -++lastGroup, type: 'group', title }, title), options);
    },
    supergroup({ isForum = false, topics = [], ...options } = {}) {
      const title = options.title ?? `Supergroup ${lastGroup}`;
      const { username } = options;
      const chat: Chat = {
        id: longId(),
        type: 'supergroup',
        title,
        ...(username && { username }),
        ...(isForum && { is_forum: true }),
      };
      const handle = populate(open(chat, title), options);
      for (const topic of topics) handle.addTopic(topic);
      return handle;
    },
    channel(options = {}) {
      const title = options.title ?? `Channel ${lastGroup}`;
      const { username } = options;
      return populate(open({ id: longId(), type: 'channel', title, ...(username && { username }) }, title), options);
    },
    groups(count) {
      return Array.from({ length: count }, () => this.group());
    },
    supergroups(count) {
      return Array.from({ length: count }, () => this.supergroup());
    },
    chat: (id) => handles.get(id),
    upgrade(group) {
      const { state } = group;
      const handle = this.supergroup({ title: state.title });
      handle.state.members = new Map(state.members);
      handle.state.botStatus = state.botStatus;
      handle.state.interacted = new Set(state.interacted);
      const tell = (one: ChatState, fields: object) => enter(world, one, serviceMessage(world, one, fields));
      tell(state, { migrate_to_chat_id: handle.id });
      state.migratedTo = handle.id;
      tell(handle.state, { migrate_from_chat_id: group.id });
      return handle;
    },
  };
}
