import type { Caller } from './command.ts';
import type { Subscription, SubscriptionChoices } from './subscription.ts';
import type { ShownUpdate } from './update.ts';

/** A subscription that was made or changed. */
export interface Subscribed {
  subscription: Subscription;
  /** Whether it was there before. */
  isOld: boolean;
}

/**
 * Who gets updates, where and when. Each method checks whether the caller may: the moderators of the place's chat, the person
 * themself for their private chat. Throws `UserError` for what they can mend, such as a permission that the bot lacks there.
 */
export interface Subscriptions {
  /**
   * Subscribes the place in which the caller asks, or the one that `where` names (`<#id>`, an id, `@name`, a link; `me` for
   * their private chat); what is not chosen is as it was, or as the community has it. Where something is still to be said
   * before anything may be sent, a new one `waits`: it is paused until its times are chosen, or somebody resumes it.
   */
  subscribe(
    caller: Caller,
    where: string | undefined,
    choices: Partial<SubscriptionChoices>,
    waits?: boolean,
  ): Promise<Subscribed>;
  /** Those that the caller may change: their own, and their community's in the chats that they moderate. */
  list(caller: Caller): Promise<Subscription[]>;
  get(caller: Caller, id: string): Promise<Subscription>;
  /** Throws `UserError` where it has changed since `version`. */
  change(caller: Caller, id: string, version: number, choices: Partial<SubscriptionChoices>): Promise<Subscription>;
  pause(caller: Caller, id: string): Promise<Subscription>;
  /** Checks the right to post first; throws `UserError` that names what is missing. */
  resume(caller: Caller, id: string): Promise<Subscription>;
  /** The place in which the caller asks unless an id or place is named. */
  unsubscribe(caller: Caller, where: string | undefined): Promise<Subscription>;
  /** Posts a message that says it is a test. */
  test(caller: Caller, id: string): Promise<void>;
  /** What the next digest would hold now, or the latest updates that it would have got; and when it is due. */
  preview(caller: Caller, id: string): Promise<{ updates: ShownUpdate[]; nextAt: number | undefined }>;
  /** A cron rule as somebody typed it, tidied; throws `UserError` for one that won't do. */
  readRule(typed: string): string;
  /** When its next digest comes; undefined where none will. */
  nextAt(subscription: Subscription): number | undefined;
}
