import type { Document } from './document.ts';

/** A command with its arguments as typed, by option name; what a button holds and what a person's words become. */
export interface Call {
  command: string;
  args: Record<string, string>;
  /** Counted from 1; a call that has one turns the page of the message that it is pressed on. */
  page?: number;
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
}
