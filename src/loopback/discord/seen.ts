import { type MarkupNode, markup } from './mentions.ts';
import { buttonsOf, messageText, type SeenButton, type SeenSelect, selectsOf } from './message-text.ts';
import { type Component, hasFlag, messageFlags } from './payloads.ts';
import { isEphemeral } from './wire.ts';
import type { MessageState, Pings } from './world.ts';

/** A message as a person sees it at this moment: edits show, and `deleted` tells whether it is gone. */
export interface SeenMessage {
  readonly id: string;
  readonly text: string;
  readonly components: Component[];
  readonly buttons: SeenButton[];
  readonly selects: SeenSelect[];
  readonly ephemeral: boolean;
  /** Whether it came without a notification. */
  readonly silent: boolean;
  /** Whether it was published to the channels that follow its channel. */
  readonly crossposted: boolean;
  /** The id of the message that it replies to. */
  readonly repliesTo: string | undefined;
  readonly edited: boolean;
  readonly deleted: boolean;
  readonly authorId: string;
  readonly files: { filename: string; description?: string; bytes: Buffer }[];
  /** Who it notified. */
  readonly pings: Pings;
  /** Discord's reading of its text. */
  readonly markup: MarkupNode[];
  readonly state: MessageState;
}

/** The person's view of one message. */
export function seen(state: MessageState): SeenMessage {
  const components = () => state.body.components ?? [];
  return {
    id: state.id,
    get text() {
      return messageText(state.body);
    },
    get components() {
      return components();
    },
    get buttons() {
      return buttonsOf(components());
    },
    get selects() {
      return selectsOf(components());
    },
    get ephemeral() {
      return isEphemeral(state);
    },
    silent: hasFlag(state.flags, messageFlags.suppressNotifications),
    get crossposted() {
      return hasFlag(state.flags, messageFlags.crossposted);
    },
    repliesTo: state.body.message_reference?.message_id,
    get edited() {
      return state.editedAt !== undefined;
    },
    get deleted() {
      return state.deleted;
    },
    authorId: state.author.id,
    get files() {
      return state.attachments;
    },
    get pings() {
      return state.pings;
    },
    get markup() {
      return markup(messageText(state.body));
    },
    state,
  };
}
