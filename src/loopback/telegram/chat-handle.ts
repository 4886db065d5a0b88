import type { Chat, User } from 'grammy/types';
import type { ChatState, Member, MemberStatus, StoredMessage } from './chat-state.ts';
import type { Conversation } from './conversation.ts';
import {
  editIn,
  enter,
  type Incoming,
  type IncomingFile,
  type SayOptions,
  sayIn,
  sendFileIn,
  serviceMessage,
} from './incoming.ts';
import { type BotMembership, changeMember, createBotMembership } from './membership.ts';
import { type Seen, visibleTo } from './seen.ts';
import type { World } from './world.ts';

/** A chat as a test takes part in it. */
export interface ChatHandle extends BotMembership {
  readonly id: number;
  readonly chat: Chat;
  /** Everything the fake keeps of the chat, for what the rest does not cover. */
  readonly state: ChatState;
  /** Says something and waits for the bot's next message in this chat. In a channel, `who` is left undefined. */
  say(who: User | undefined, text: string, options?: SayOptions): Promise<Seen>;
  /** Says something without waiting. */
  post(who: User | undefined, text: string, options?: SayOptions): Incoming;
  /** Changes an earlier message of a person, without waiting. */
  edit(message: StoredMessage, text: string): Incoming;
  /** A photo, a service message, or whatever else the fields make it. */
  enter(fields: object): Incoming;
  /** The bot's next message, after those already heard. */
  hear(who?: User): Promise<Seen>;
  /** Passes when the bot has come to rest and said nothing here since the test last acted or heard. */
  silence(): Promise<void>;
  /** What everyone sees now, oldest first, edits and deletions applied. */
  readonly messages: Seen[];
  /** What the bot said, of the same. */
  readonly botMessages: Seen[];
  /** What this person sees now: their own ephemeral messages too. */
  seenBy(who: User): Seen[];
  /** Puts a person in, or changes what they are there. */
  setMember(who: User, status: MemberStatus, options?: Pick<Member, 'isAnonymous' | 'hasNoRights'>): void;
  /** The same while the bot runs: it is told, where it is an administrator and asked to be. */
  changeMember(who: User, status: MemberStatus, by?: User): void;
  /** Sends a file without waiting; `size` is what Telegram says of it. */
  sendFile(who: User | undefined, file: IncomingFile, options?: SayOptions): Incoming;
  /** Opens a forum topic and returns its message_thread_id. */
  addTopic(name: string): number;
  /** Closes a forum topic, or deletes it. */
  closeTopic(id: number): void;
  deleteTopic(id: number): void;
  /** Whether the bot may write here. */
  allowWriting(isAllowed: boolean): void;
  /** Whether rich messages are refused here. */
  refuseRich(isRefused: boolean): void;
}

/** Wraps a chat's state into the handle a test holds. */
export function createChatHandle(world: World, conversation: Conversation, state: ChatState): ChatHandle {
  const show = (userId?: number) => visibleTo(state, userId);
  const post = (who: User | undefined, text: string, options?: SayOptions): Incoming => {
    conversation.mark(state);
    return sayIn(world, state, who, text, options);
  };
  return {
    ...createBotMembership(world, state),
    id: state.chat.id,
    chat: state.chat,
    state,
    post,
    say: (who, text, options) => conversation.hear(state, who, post(who, text, options).update),
    edit(message, text) {
      conversation.mark(state);
      return editIn(world, state, message, text);
    },
    enter(fields) {
      conversation.mark(state);
      return enter(world, state, serviceMessage(world, state, fields));
    },
    hear: (who) => conversation.hear(state, who),
    silence: () => conversation.silence(state),
    get messages() {
      return show().map(conversation.show);
    },
    get botMessages() {
      return show()
        .filter(({ byBot }) => byBot)
        .map(conversation.show);
    },
    seenBy: (who) => show(who.id).map(conversation.show),
    setMember(who, status, options = {}) {
      state.members.set(who.id, { user: who, status, ...options });
    },
    changeMember: (who, status, by = who) => changeMember(world, state, who, status, by),
    sendFile(who, file, options) {
      conversation.mark(state);
      return sendFileIn(world, state, who, file, options);
    },
    addTopic(name) {
      const id = ++state.lastMessageId;
      state.topics.set(id, name);
      return id;
    },
    closeTopic(id) {
      state.closedTopics.add(id);
    },
    deleteTopic(id) {
      state.topics.delete(id);
    },
    allowWriting(isAllowed) {
      state.botMayWrite = isAllowed;
    },
    refuseRich(isRefused) {
      state.refusesRich = isRefused;
    },
  };
}
