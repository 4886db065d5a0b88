import type { Document } from './document.ts';
import type { Form } from './form.ts';

/** A command with its arguments as typed, by option name; what a button holds and what a person's words become. */
export interface Call {
  command: string;
  args: Record<string, string>;
  /** Counted from 1; a call that has one turns the page of the message that it is pressed on. */
  page?: number;
  /** Files that came with the call, by option name. They are read only when asked for. */
  files?: Record<string, ReceivedFile>;
}

/** A file that somebody sent. */
export interface ReceivedFile {
  name: string;
  /** In bytes, as the platform says. */
  size: number;
  /** Throws `UserError` for a file that can't be had or is larger than `most` bytes. */
  read(most: number): Promise<Uint8Array>;
}

/** A file to be sent along. */
export interface SentFile {
  name: string;
  bytes: Uint8Array;
}

export type Button = { label: string; call: Call } | { label: string; url: string };

/** What a command says. It is sent by whoever asked the command, never by the command itself. */
export interface Answer {
  document: Document;
  buttons?: Button[];
  /** Shows this very answer again, in few characters: page buttons and links to it are made from it. */
  call?: Call;
  /** Meant for the asker alone: mistakes, hints, help. */
  private?: boolean;
  /** Must not be seen by others: sent to the asker in private where their chat can't keep it from the others. */
  confidential?: boolean;
  /** To be filled in; the document introduces it where a form can't open by itself. */
  form?: Form;
  files?: SentFile[];
  /**
   * Changes by itself: after so many milliseconds `call` is asked again, and what it says takes the place of the message,
   * until an answer has none, or for 14 minutes. Files and forms are not brought up to date.
   */
  refreshAfterMs?: number;
  /** Nothing was done: the document says why. What was typed must be kept for another try. */
  failed?: true;
  /** Nothing was done for a fault of ours, which the log tells under this id. */
  incident?: string;
}
