import type { Call } from './answer.ts';
import type { Choice, Command, Option } from './command.ts';
import { fold } from './fold.ts';

/** What became of the arguments as typed: complete, or the first option that is missing or was not understood. */
export type Resolution =
  | { ok: true; args: Record<string, string | string[] | undefined> }
  | { ok: false; problem: 'missing' | 'unknown' | 'too-long'; option: string; typed: string };

/** Checks raw arguments against the command's options: lengths, and choices by value, code, name or alias. */
export function resolveArguments(command: Command, raw: Call['args']): Resolution {
  const args: Record<string, string | string[] | undefined> = {};
  for (const [name, option] of Object.entries(command.options)) {
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
      const taken = option.kind === 'choice' && findWithin(option.choices(), rest, hasText ? 1 : rest.length);
      if (!taken) continue;
      args[name] = taken.choice.value;
      rest = taken.rest;
      moved = true;
    }
  }
  for (const [name, option] of open('choices')) {
    if (option.kind !== 'choices' || rest.length === 0) continue;
    args[name] = rest.join(' ');
    rest = [];
  }
  if (rest.length > 0) {
    const name = open('text')[0]?.[0] ?? open('choice')[0]?.[0];
    if (name !== undefined) args[name] = rest.join(' ');
  }
  return args;
}

export function findChoice(choices: Choice[], typed: string): Choice | undefined {
  const wanted = fold(typed);
  return choices.find((one) => one.value === typed || one.code === typed || spellings(one).has(wanted));
}

/** The choices that begin with, or else contain, what is typed; all of them for nothing. */
export function matchingChoices(choices: Choice[], typed: string): Choice[] {
  const wanted = fold(typed);
  const starts = choices.filter((one) => [...spellings(one)].some((name) => name.startsWith(wanted)));
  const contains = choices.filter(
    (one) => !starts.includes(one) && [...spellings(one)].some((name) => name.includes(wanted)),
  );
  return [...starts, ...contains];
}

const spellings = (one: Choice): Set<string> =>
  new Set([one.value, one.code ?? '', ...Object.values(one.name), ...one.aliases].map((name) => fold(name ?? '')));

const words = (typed: string): string[] => typed.split(/\s+/u).filter(Boolean);

/** The choice that the longest run of words at the start spells. */
function takeChoice(choices: Choice[], from: string[]): { choice: Choice; rest: string[] } | undefined {
  for (let count = Math.min(from.length, 5); count > 0; count--) {
    const found = findChoice(choices, from.slice(0, count).join(' '));
    if (found) return { choice: found, rest: from.slice(count) };
  }
  return undefined;
}

/** The first choice spelt anywhere within the first `starts` words; `rest` is what stands around it. */
function findWithin(choices: Choice[], from: string[], starts: number) {
  for (let start = 0; start < starts; start++) {
    const taken = takeChoice(choices, from.slice(start));
    if (taken) return { choice: taken.choice, rest: [...from.slice(0, start), ...taken.rest] };
  }
  return undefined;
}

const joiners = new Set(['and', 'vs', 'versus', 'with', 'і', 'й', 'та', 'и', 'с', 'против', 'проти']);

/** As many choices as the words spell, between commas, pluses or the word “and”; `rest` starts where they stop. */
function takeChoices(choices: Choice[], from: string[]): { found: Choice[]; rest: string[] } {
  const found: Choice[] = [];
  let rest = from.flatMap((word) => word.split(/[,+;]/u)).filter(Boolean);
  while (rest.length > 0) {
    const taken = takeChoice(choices, rest);
    if (taken) {
      if (!found.includes(taken.choice)) found.push(taken.choice);
      rest = taken.rest;
    } else if (joiners.has(fold(rest[0] as string))) rest = rest.slice(1);
    else break;
  }
  return { found, rest };
}
