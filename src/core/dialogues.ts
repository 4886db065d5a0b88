import type { Chat } from './community.ts';

/** A form being filled in question by question; one for each person and chat. */
export interface KeptDialogue {
  chat: Chat;
  /** The person's id on the chat's platform. */
  person: string;
  /** What the platform needs to go on: plain data, at most 64 KiB as JSON. */
  state: unknown;
  /** In ms since the epoch. */
  changedAt: number;
}

/** Where dialogues are kept, so that they survive a restart. */
export interface Dialogues {
  get(chat: Chat, person: string): Promise<KeptDialogue | undefined>;
  put(dialogue: KeptDialogue): Promise<void>;
  remove(chat: Chat, person: string): Promise<void>;
}
