import { telegramDataLimit } from '../../../core/call-codec.ts';
import type { Choice } from '../../../core/command.ts';
import { fold } from '../../../core/fold.ts';
import type { Translate } from '../../../core/texts.ts';

/**
 * What a person does about a question, other than to answer it in words:
 * - `keep` goes on with what the field holds, be it nothing;
 * - `open` shows the open question again, `next` leaves the form for the one begun meanwhile.
 */
export type Action =
  | { kind: 'keep' | 'clear' | 'back' | 'cancel' | 'send' | 'open' | 'next' }
  | { kind: 'choose' | 'add' | 'drop'; choice: string };

const letters = {
  keep: 'k',
  clear: 'c',
  back: 'b',
  cancel: 'x',
  send: 's',
  open: 'o',
  next: 'n',
  choose: 'v',
  add: 'a',
  drop: 'd',
} as const;

/** A button of a dialogue, as it comes back. */
export interface Pressed {
  owner: number;
  dialogue: string;
  step: number;
  action: Action;
}

/** What no call begins with. */
const mark = '~';

export const isDialogueData = (data: string): boolean => data.startsWith(mark);

/** `~owner.dialogue.step.action[.choice]`, in at most 64 bytes; who owns it is there to tell others, never to trust. */
export function packAction({ owner, dialogue, step, action }: Pressed): string {
  const choice = 'choice' in action ? `.${action.choice}` : '';
  return `${mark}${owner.toString(36)}.${dialogue}.${step}.${letters[action.kind]}${choice}`;
}

/** Undefined for whatever `packAction` did not write. */
export function unpackAction(data: string): Pressed | undefined {
  const found = /^~([0-9a-z]{1,11})\.([0-9a-z]{1,12})\.(\d{1,3})\.([a-z])(?:\.(.+))?$/su.exec(data);
  if (!found) return undefined;
  const [, owner = '', dialogue = '', step = '', letter, choice] = found;
  const kind = (Object.keys(letters) as Action['kind'][]).find((one) => letters[one] === letter);
  if (kind === undefined) return undefined;
  const takesChoice = kind === 'choose' || kind === 'add' || kind === 'drop';
  if (takesChoice !== (choice !== undefined)) return undefined;
  const action = (takesChoice ? { kind, choice } : { kind }) as Action;
  return { owner: Number.parseInt(owner, 36), dialogue, step: Number(step), action };
}

/** How a button names a choice: shortly, or by its place where even that is too long. */
export function choiceName(choices: readonly Choice[], choice: Choice, pressed: Omit<Pressed, 'action'>): string {
  const name = choice.code ?? choice.value;
  const data = packAction({ ...pressed, action: { kind: 'choose', choice: name } });
  return Buffer.byteLength(data) <= telegramDataLimit ? name : `#${choices.indexOf(choice)}`;
}

export const choiceNamed = (choices: readonly Choice[], name: string): Choice | undefined =>
  choices.find((one) => (one.code ?? one.value) === name) ??
  (/^#\d+$/u.test(name) ? choices[Number(name.slice(1))] : undefined);

/** The words that stand for actions, each a button's label and, with a slash, a command. */
const words = {
  keep: { key: 'dialogue-keep', kind: 'keep' },
  skip: { key: 'dialogue-skip', kind: 'keep' },
  done: { key: 'dialogue-done', kind: 'keep' },
  clear: { key: 'dialogue-clear', kind: 'clear' },
  back: { key: 'dialogue-back', kind: 'back' },
  cancel: { key: 'dialogue-cancel', kind: 'cancel' },
  send: { key: 'dialogue-send', kind: 'send' },
  continue: { key: 'dialogue-continue', kind: 'open' },
} as const;

/** The action that a text is the word for, in one of these languages. */
export function actionOfWord(text: string, languages: readonly Translate[]): Action | undefined {
  const said = fold(text);
  const found = Object.values(words).find(({ key }) => languages.some((t) => fold(t(key)) === said));
  return found && { kind: found.kind };
}

/** The action that a command is, without its slash. */
export function actionOfCommand(name: string): Action | undefined {
  return Object.hasOwn(words, name) ? { kind: words[name as keyof typeof words].kind } : undefined;
}
