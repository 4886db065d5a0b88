import type { ForceReply, InlineKeyboardButton, InlineKeyboardMarkup } from 'grammy/types';
import type { Choice } from '../../../core/command.ts';
import { type Span, spans } from '../../../core/document.ts';
import type { Field, Form } from '../../../core/form.ts';
import { localized } from '../../../core/language.ts';
import type { Reader } from '../../../core/messenger.ts';
import { defuse, noCommands } from '../entities.ts';
import { escapeHtml, inlineHtml, wrap } from '../inline-html.ts';
import { pairs } from '../keyboard.ts';
import { type Action, choiceName, packAction } from './actions.ts';
import type { DialogueState } from './state.ts';

/** A question as it is sent. */
export interface Prompt {
  /** What the field holds, where it is too long to stand above the question: messages of their own. */
  before: string[];
  html: string;
  markup: InlineKeyboardMarkup | ForceReply;
}

export interface PromptParts {
  state: DialogueState;
  form: Form;
  reader: Reader;
  /** Who is asked. */
  person: { id: number; name: string };
  /** In a group, words are only taken as a reply to the question. */
  isInGroup: boolean;
  /** What was wrong with the last answer. */
  problem?: string | undefined;
}

/** Longer values get messages of their own, in characters: a message holds 4096. */
const longestInPlace = 2000;
const longestAlone = 4000;
const longestProblem = 1000;
const longestPlaceholder = 64;

export function promptOf(parts: PromptParts): Prompt {
  const { state, form, reader, person, isInGroup, problem } = parts;
  const { t } = reader;
  const field = form.fields[state.step];
  const value = field ? (state.values[field.name] ?? '') : '';
  const isTyped = isInGroup && field?.kind === 'text';
  const isLong = field?.kind === 'text' && value.length > longestInPlace;
  const place = field ? t('dialogue-step', { number: state.step + 1, of: form.fields.length }) : '';
  const name = isInGroup ? `${mention(person)}\n` : '';
  const lines = [
    `${name}${bold(form.title)}${place && ` · ${html(place)}`}`,
    problem === undefined ? '' : `⚠ ${html(problem.slice(0, longestProblem))}`,
    field ? question(field, reader) : html(t('dialogue-ready')),
    field?.kind === 'text' && value !== '' && !isLong ? held(value, reader) : '',
    field?.kind === 'choice' && value !== '' ? `${html(t('dialogue-now'))} ${html(namesOf(field, reader))}` : '',
    isTyped ? wrap('i', html(t('dialogue-reply', { words: wordsFor(field, state, reader).join(', ') }))) : '',
  ];
  return {
    before: isLong ? chunks(value).map((part) => held(part, reader)) : [],
    html: lines.filter(Boolean).join('\n\n'),
    markup: isTyped ? forceReply(field) : keyboardOf(parts),
  };

  function namesOf({ choices }: { choices: Choice[] }, { language }: Reader): string {
    const found = choices.find((one) => one.value === value);
    return found ? localized(found.name, language).value : value;
  }
}

/** A text in pieces, cut between its characters. */
function chunks(text: string): string[] {
  return text.match(new RegExp(`[\\s\\S]{1,${longestAlone}}(?![\\udc00-\\udfff])`, 'g')) ?? [];
}

function question(field: Field, { t }: Reader): string {
  const label = bold(field.label) + (field.required ? '' : ` (${html(t('optional'))})`);
  return field.hint ? `${label}\n${wrap('i', html(field.hint))}` : label;
}

/** In a block that copies on a tap: to change a long text, one copies it, edits it and sends it back. */
const held = (value: string, { t }: Reader): string => `${html(t('dialogue-now'))}\n${wrap('pre', escapeHtml(value))}`;

const html = (text: string): string => inlineHtml(spans(text), defuse(noCommands));
const bold = (text: string): string =>
  inlineHtml([{ kind: 'strong', spans: spans(text) } satisfies Span], defuse(noCommands));

const mention = ({ id, name }: PromptParts['person']): string => `<a href="tg://user?id=${id}">${escapeHtml(name)}</a>`;

const forceReply = (field: Field): ForceReply => ({
  force_reply: true,
  selective: true,
  input_field_placeholder: field.label.slice(0, longestPlaceholder),
});

/** The keyboard of the open question; the choices that are made have a mark. */
export function keyboardOf({ state, form, reader, person }: PromptParts): InlineKeyboardMarkup {
  const field = form.fields[state.step];
  const { language } = reader;
  const own = { owner: person.id, dialogue: state.id, step: state.step };
  const value = field ? (state.values[field.name] ?? '') : '';
  const button = (text: string, action: Action): InlineKeyboardButton => ({
    text,
    callback_data: packAction({ ...own, action }),
  });
  const choices = field && field.kind !== 'text' ? field.choices : [];
  const made = new Set(field?.kind === 'choices' ? value.split(',') : [value]);
  const offered = choices.map((one) => {
    const isMade = made.has(one.value);
    const kind = field?.kind === 'choice' ? 'choose' : isMade ? 'drop' : 'add';
    const label = localized(one.name, language).value;
    return button(isMade ? `✓ ${label}` : label, { kind, choice: choiceName(choices, one, own) });
  });
  const ways = waysOn(field, state).map(({ key, action }) => button(reader.t(key), action));
  return { inline_keyboard: [...pairs(offered), ...pairs(ways)] };
}

const wordsFor = (field: Field, state: DialogueState, { t }: Reader): string[] =>
  waysOn(field, state).map(({ key }) => t(key));

/** What else can be done about a question than to answer it. */
function waysOn(field: Field | undefined, state: DialogueState): { key: string; action: Action }[] {
  const back = state.step > 0 ? [{ key: 'dialogue-back', action: { kind: 'back' } as const }] : [];
  const cancel = { key: 'dialogue-cancel', action: { kind: 'cancel' } as const };
  if (!field) return [{ key: 'dialogue-send', action: { kind: 'send' } }, ...back, cancel];
  const value = state.values[field.name] ?? '';
  const keep = { kind: 'keep' } as const;
  const isEmptyAllowed = !field.required;
  return [
    ...(field.kind === 'choices' ? [{ key: 'dialogue-done', action: keep }] : []),
    ...(field.kind !== 'choices' && value !== '' ? [{ key: 'dialogue-keep', action: keep }] : []),
    ...(field.kind !== 'choices' && value === '' && isEmptyAllowed ? [{ key: 'dialogue-skip', action: keep }] : []),
    ...(value !== '' && isEmptyAllowed ? [{ key: 'dialogue-clear', action: { kind: 'clear' } as const }] : []),
    ...back,
    cancel,
  ];
}
