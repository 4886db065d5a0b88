import type { Language } from './language.ts';

export const platforms = ['discord', 'telegram', 'console'] as const;
export type Platform = (typeof platforms)[number];

/** A guild, group or channel, by its platform's id. */
export interface Chat {
  platform: Platform;
  id: string;
}

/**
 * Somebody who acts. Who writes in a chat's own name (an anonymous administrator, a channel) acts as that chat: `id`
 * is then the chat's.
 */
export interface Person {
  platform: Platform;
  id: string;
  /** As the platform shows it; only moderators ever see it. */
  name: string;
}

export const isSamePerson = (a: Pick<Person, 'platform' | 'id'>, z: Pick<Person, 'platform' | 'id'>): boolean =>
  a.platform === z.platform && a.id === z.id;

/** What a community's moderators have chosen. */
export interface Settings {
  /** What members are answered in who have not chosen for themselves; `own` is each app's language. */
  language: Language | 'own';
  /** IANA name. */
  timeZone: string;
  /** Ids of Discord roles that moderate, beside those who may manage the server. */
  moderatorRoles: readonly string[];
  /** How many moderators other than the author must agree before a text is published. */
  approvals: 0 | 1;
  /** Whether answers in a shared chat are for everybody there or for the asker. */
  answers: 'shared' | 'private';
  /** Whether questions without an answer are kept, without their askers, for the moderators. */
  keepsQuestions: boolean;
  /** The least time between two questions of one member, in seconds. */
  cooldownSeconds: number;
  /** Where the moderators' acts are told; nowhere unless chosen. */
  logChat: Chat | undefined;
  /** How long an update can be taken back after “Publish”, in seconds; at most 600. */
  undoSeconds: number;
  /** Whether what may or may not have arrived (a broken connection to Telegram) is sent again by itself. */
  resendsUncertain: boolean;
}

export const defaultSettings: Settings = {
  language: 'own',
  timeZone: 'UTC',
  moderatorRoles: [],
  approvals: 0,
  answers: 'shared',
  keepsQuestions: true,
  cooldownSeconds: 0,
  logChat: undefined,
  undoSeconds: 60,
  resendsUncertain: false,
};

/** One or several linked chats with their own entries and settings, laid over what is shared. */
export interface Community {
  id: string;
  name: string;
  chats: readonly Chat[];
  settings: Settings;
  /** Counts up with every change of its entries; 0 where it never had any, unset where that is not known. */
  version?: number;
}

/** Whose texts all communities see; its moderators are the operators. */
export const sharedCommunity = 'shared';

export const isShared = ({ id }: Pick<Community, 'id'>): boolean => id === sharedCommunity;

/** What a person may do in one community; operators moderate what is shared, and no other community. */
export type Role = 'member' | 'moderator';
