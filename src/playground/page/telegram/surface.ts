import type { ClientWords } from './words.ts';

/** What a message needs of the pane around it. */
export interface Surface {
  words: ClientWords;
  language: string;
  /** Says something in this chat, such as a command that was tapped. */
  say(text: string): void;
  /** Opens a link here, where it leads to the bot; false where the browser has to. */
  open(url: string): boolean;
  copy(text: string): void;
  /** Puts a text into the composer. */
  write(text: string): void;
}

/** A message's own surface: buttons are pressed on it. */
export interface MessageSurface extends Surface {
  press(label: string): void;
  /** The label of the button that waits for its answer. */
  pressing: string | undefined;
  /** Starts a reply to it, where one may. */
  reply?(): void;
}
