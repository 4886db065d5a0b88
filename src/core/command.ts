import type { Answer, ReceivedFile } from './answer.ts';
import type { Catalogue } from './catalogue.ts';
import type { Chat, Community, Person, Role } from './community.ts';
import type { FormValues } from './form.ts';
import type { Language, Localized } from './language.ts';
import type { Place } from './subscription.ts';
import type { Translate } from './texts.ts';

/** Where somebody asks. */
export interface Here {
  place: Place;
  /** What it is called; empty where the platform does not say. */
  title: string;
}

/** Who asks, from where, and in which language they are answered. */
export interface Caller {
  person: Person;
  /** A conversation that only the asker reads, or one with others in it. */
  place: 'private' | 'shared';
  language: Language;
  t: Translate;
  /** Whose entries they see and, if they may, change. */
  community: Community;
  /** What that community sees: its own entries laid over the shared ones. */
  catalogue: Catalogue;
  /** The guild, group or channel that they ask in; absent in private. */
  chat?: (Chat & { title: string }) | undefined;
  /** The channel, thread, topic or private chat that they ask in; absent where the bot could not write there by itself. */
  here?: Here | undefined;
  /** Whether pictures are shown to them: rather than tables, where they ask for one, or not at all. */
  pictures: 'first' | 'asked' | 'never';
  /** What they may do in that community, asked of the platform now. */
  role(): Promise<Role>;
  /** What they may do in another community, asked of the platform now. */
  roleIn(community: Community): Promise<Role>;
}

/** One thing to choose: `value` is what the command receives, however the person wrote it. */
export interface Choice {
  value: string;
  name: Localized<string>;
  /** Other ways of writing it, in any language. */
  aliases: string[];
  /** A shorter form of `value` for buttons, where every byte counts. */
  code?: string;
}

/** What is offered while somebody types: at most 100 characters each. */
export interface Suggestion {
  name: string;
  value: string;
}

/** Free text; takes all remaining words where arguments are written one after the other. */
export interface TextOption {
  kind: 'text';
  required: boolean;
  /** In characters. */
  maxLength: number;
  /** Answers at once, from memory where it can: people see it while they type. */
  suggest?: (typed: string, caller: Caller) => Suggestion[] | Promise<Suggestion[]>;
}

/** One of at most 25 things (the most that Discord offers). */
export interface ChoiceOption {
  kind: 'choice';
  required: boolean;
  choices: () => Choice[];
  /** Words that are none of its choices are not taken for a try at one. */
  onlyKnown?: true;
}

/** Several of at most 25 things. */
export interface ChoicesOption {
  kind: 'choices';
  required: boolean;
  choices: () => Choice[];
}

/** A file sent along with the call. */
export interface FileOption {
  kind: 'file';
  required: boolean;
}

export type Option = TextOption | ChoiceOption | ChoicesOption | FileOption;
export type Options = Record<string, Option>;

type ValueOf<O extends Option> = O['kind'] extends 'choices'
  ? string[]
  : O['kind'] extends 'file'
    ? ReceivedFile
    : string;

/** The typed arguments of a command, inferred from its options. */
export type ArgumentsOf<O extends Options> = {
  [K in keyof O]: O[K]['required'] extends true ? ValueOf<O[K]> : ValueOf<O[K]> | undefined;
};

interface Definition<O extends Options> {
  /**
   * `[a-z]{1,20}`, or two such words for one of several things that a command does (`entry add`); the same on every
   * platform. Its texts are the Fluent message of this name, with a hyphen between two words.
   */
  name: string;
  /** Who may call it, checked at every call, press and form; everybody unless told. */
  audience?: 'moderators';
  /** Reached by buttons only: neither offered while typing nor listed. */
  unlisted?: true;
  /** In the order in which they are written. Buttons on old messages rely on it: add new ones at the end. */
  options: O;
  /**
   * The option that takes a whole message's text, where the platform has a menu on messages
   * (Discord's “Apps”); the menu's label is the text `<name>.menu`.
   */
  messageMenu?: keyof O & string;
  /** Answers; throws `UserError` for what the person can mend. Never sends. */
  run(args: ArgumentsOf<O>, caller: Caller, page: number): Answer | Promise<Answer>;
  /** Takes the values of a form whose `submit` is a call of this command. */
  submit?(args: ArgumentsOf<O>, values: FormValues, caller: Caller): Answer | Promise<Answer>;
}

/** A command as the platforms see it, whatever its options. */
export type Command = Omit<Definition<Options>, 'run' | 'submit'> & {
  run(args: Arguments, caller: Caller, page: number): Answer | Promise<Answer>;
  submit?(args: Arguments, values: FormValues, caller: Caller): Answer | Promise<Answer>;
};

/** Arguments that have been checked against the command's options. */
export type Arguments = Record<string, string | string[] | ReceivedFile | undefined>;

/** Makes a command; the types of `run`'s arguments follow from `options`. */
export function command<const O extends Options>(definition: Definition<O>): Command {
  return definition as unknown as Command;
}

export const text = (settings: Pick<TextOption, 'maxLength' | 'suggest'>) =>
  ({ kind: 'text', required: true, ...settings }) as const;

export const choice = (choices: () => Choice[]) => ({ kind: 'choice', required: true, choices }) as const;

export const choices = (all: () => Choice[]) => ({ kind: 'choices', required: true, choices: all }) as const;

export const file = () => ({ kind: 'file', required: true }) as const;

/** The key of a command's texts. */
export const textKey = ({ name }: Pick<Command, 'name'>): string => name.replace(' ', '-');

/** The same option, which may be left out. */
export function optional<O extends { kind: Option['kind'] }>(option: O): Omit<O, 'required'> & { required: false } {
  return { ...option, required: false };
}
