import type { Answer } from './answer.ts';
import type { Reader } from './messenger.ts';
import type { Place } from './subscription.ts';

/** A message that was sent, as the platform knows it. */
export interface SentMessage {
  /** Where it stands: the Discord channel, or the Telegram chat as it was then. */
  channel: string;
  id: string;
  /** Telegram: whether it is a rich message. */
  isRich?: boolean;
  /** Discord: whether it was published to following channels. */
  crossposted?: boolean;
}

/**
 * Why something was not sent, decided once for each platform:
 * - `wait`: too much was sent; nothing was done. `everywhere` concerns the whole bot, else only that place;
 * - `transient`: the network or the platform failed. `isUnknown` where the message may have been sent all the same;
 * - `gone`: nothing can be sent there (any more); `reason` is a key of the interface's texts that says what is missing;
 * - `content`: this message is refused there;
 * - `moved`: the chat has another id now; nothing was done;
 * - `not-editable`: the message can't be changed (any more).
 */
export type Failure =
  | { kind: 'wait'; forMs: number; everywhere: boolean }
  | { kind: 'transient'; reason: string; isUnknown: boolean }
  | { kind: 'gone'; reason: string }
  | { kind: 'content'; reason: string }
  | { kind: 'moved'; to: string }
  | { kind: 'not-editable'; reason: string };

export type Sent = { kind: 'sent'; message: SentMessage } | Failure;

/** A message rendered for a platform, once for all places of a language. */
export type Rendered = unknown;

export interface PostOptions {
  /**
   * At most 25 characters. Two posts with the same key within two minutes are one message, where the platform has that
   * (`dedupes`).
   */
  key: string;
  silent: boolean;
  /** An earlier message in reply to which it is sent, where that is still there. */
  replyTo?: SentMessage | undefined;
}

/** What is wrong with a place, or what it is. `missing` are keys of the interface's texts, each naming a permission. */
export type Inspection =
  | { kind: 'fit'; place: Place; title: string; canCrosspost: boolean }
  | { kind: 'unfit'; missing: string[] }
  /** The platform does not answer just now. */
  | { kind: 'unknown' };

/** At most `most` messages within any `perMs`. */
export interface Limit {
  most: number;
  perMs: number;
}

/** How fast a platform takes messages. */
export interface Pace {
  /** Of the whole bot. */
  everywhere: Limit;
  /** Of one place, by its `channel`. */
  ofPlace(channel: string): readonly Limit[];
}

/**
 * Sends to many places, for the dispatcher. It sends once and says what came of it: it never waits, never tries again
 * and never throws for what a platform or network may do.
 */
export interface Broadcaster {
  /** Whether the platform makes one message of two posts with the same key. */
  dedupes: boolean;
  render(answer: Answer, reader: Reader): Rendered;
  post(place: Place, message: Rendered, options: PostOptions): Promise<Sent>;
  /** `place` is where it was sent to, by which it can be told what is missing there. */
  edit(sent: SentMessage, message: Rendered, place: Place): Promise<Sent>;
  /** Publishes a message to the channels that follow its channel; done already is done. */
  crosspost(sent: SentMessage, place: Place): Promise<Sent>;
  /** Whether the bot may post there, asked of the platform now. */
  inspect(place: Place): Promise<Inspection>;
}
