import type { Call } from './answer.ts';
import { findChoice, takeChoice, takeChoices } from './choices.ts';
import type { Arguments, Choice, Command, Option } from './command.ts';

/** What became of the arguments as typed: complete, or the first option that is missing or was not understood. */
export type Resolution =
  | { ok: true; args: Arguments }
  | { ok: false; problem: 'missing' | 'unknown' | 'too-long'; option: string; typed: string };

/** Checks raw arguments against the command's options: lengths, and choices by value, code, name or alias. */
export function resolveArguments(command: Command, { args: raw, files }: Pick<Call, 'args' | 'files'>): Resolution {
  const args: Arguments = {};
  for (const [name, option] of Object.entries(command.options)) {
    if (option.kind === 'file') {
      if (option.required && !files?.[name]) return { ok: false, problem: 'missing', option: name, typed: '' };
      args[name] = files?.[name];
      continue;
    }
    const typed = raw[name]?.trim() ?? '';
    const failed = (problem: 'missing' | 'unknown' | 'too-long', what = typed): Resolution => ({
      ok: false,
      problem,
      option: name,
      typed: what,
    });
    if (typed === '') {
      if (option.required) return failed('missing');
      continue;
    }
    if (option.kind === 'text') {
      if ([...typed].length > option.maxLength) return failed('too-long');
      args[name] = typed;
    } else if (option.kind === 'choice') {
      const found = findChoice(option.choices(), typed);
      if (!found) return failed('unknown');
      args[name] = found.value;
    } else {
      const { found, rest } = takeChoices(option.choices(), words(typed));
      if (rest.length > 0) return failed('unknown', rest.join(' '));
      args[name] = found.map((one) => one.value);
    }
  }
  return { ok: true, args };
}

/** Those arguments that are understood, as values: few characters for buttons, however they were typed. */
export function understoodArguments(command: Command, raw: Call['args']): Call['args'] {
  return Object.fromEntries(
    Object.entries(command.options).flatMap(([name, option]) => {
      if (option.kind === 'file') return [];
      const alone = resolveArguments({ ...command, options: { [name]: option } }, { args: raw });
      const value = alone.ok ? alone.args[name] : undefined;
      return value === undefined ? [] : [[name, [value].flat().join(',')]];
    }),
  );
}

/**
 * Reads arguments written one after the other (`/position russia nato`). Choices may come in any order and be of
 * several words; what is left goes to the text option, or else to the first open choice, which then says it
 * doesn't know it.
 */
export function parseWords(command: Command, typed: string): Call['args'] {
  const args: Call['args'] = {};
  let rest = words(typed);
  const open = (kind: Option['kind']) =>
    Object.entries(command.options).filter(([name, option]) => option.kind === kind && args[name] === undefined);

  const hasText = open('text').length > 0;
  let moved = true;
  while (moved && rest.length > 0) {
    moved = false;
    for (const [name, option] of open('choice')) {
      if (option.kind !== 'choice') continue;
      const taken = hasText ? takeChoice(option.choices(), beforeAddress(rest), 1) : takeChoice(option.choices(), rest);
      if (!taken) continue;
      args[name] = taken.choice.value;
      rest = rest.toSpliced(taken.start, taken.count);
      moved = true;
    }
  }
  for (const [name, option] of open('choices')) {
    if (option.kind !== 'choices' || rest.length === 0) continue;
    const taken = hasText ? knownWords(option.choices(), beforeAddress(rest)) : rest.length;
    if (taken === 0) continue;
    args[name] = rest.slice(0, taken).join(' ');
    rest = rest.slice(taken);
  }
  if (rest.length > 0) {
    const name = open('text')[0]?.[0] ?? open('choice').find(([, one]) => !('onlyKnown' in one))?.[0];
    if (name !== undefined) args[name] = rest.join(' ');
  }
  return args;
}

/** What names a chat or page (`@peace_talks`, a mention, a link) is no choice, whatever words it is made of. */
function beforeAddress(rest: readonly string[]): readonly string[] {
  const at = rest.findIndex((word) => /^(?:[@#<]|https?:|t(?:elegram)?\.me\/)/iu.test(word));
  return at < 0 ? rest : rest.slice(0, at);
}

/** How many of the first words name nothing but choices: where there is a text to take them, others are left to it. */
function knownWords(all: readonly Choice[], rest: readonly string[]): number {
  const most = Math.min(rest.length, mostKnown);
  const counts = Array.from({ length: most }, (_, i) => most - i);
  return counts.find((count) => isKnown(takeChoices(all, rest.slice(0, count)))) ?? 0;
}

const isKnown = ({ found, rest }: ReturnType<typeof takeChoices>): boolean => found.length > 0 && rest.length === 0;
const mostKnown = 40;

const words = (typed: string): string[] => typed.split(/\s+/u).filter(Boolean);
