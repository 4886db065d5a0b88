import type { Caller } from '../core/command.ts';
import { isSamePerson } from '../core/community.ts';
import type { OpenDraft, Opened } from '../core/editing.ts';
import { entryFields, entryValues, type Reading, type ReadWriting, readEntry } from '../core/entry-values.ts';
import type { FormValues } from '../core/form.ts';
import { type Language, languages } from '../core/language.ts';
import { overlay } from '../core/overlay.ts';
import { positionFields, positionValues, readPosition } from '../core/position-values.ts';
import { freeId, slugOf } from '../core/slug.ts';
import { takenBy } from '../core/taken-names.ts';
import { typedLine } from '../core/typed-text.ts';
import { translationsBehind, type Writing, type WritingKey } from '../core/writing.ts';
import { inOrder } from '../drafts/values.ts';
import type { Draft } from '../store/store.ts';
import { differenceOf } from './difference.ts';
import type { Ground, Standing } from './ground.ts';

const none: ReadWriting = { writing: undefined, problems: [], warnings: [] };

/** What a form opens with for a text that was made from `before`. */
export function openedOf(
  key: WritingKey,
  language: Language,
  base: number,
  before: Writing | undefined,
  ground: Ground,
): Opened {
  const cited = before?.cites ?? [];
  const reading: Reading = { ...ground, cited, key: key.key, language, before };
  return {
    kind: key.kind,
    key: key.key,
    language,
    base,
    isTranslation: before !== undefined && before.original !== language,
    values: valuesOf(key.kind, before, language, ground),
    read: (values) => (key.kind === 'entry' ? readEntry(values, reading) : readPosition(values, reading)),
  };
}

export const valuesOf = (
  kind: WritingKey['kind'],
  writing: Writing | undefined,
  language: Language,
  ground: Ground,
): FormValues =>
  kind === 'entry'
    ? entryValues(writing?.kind === 'entry' ? writing : undefined, language, ground)
    : positionValues(writing?.kind === 'position' ? writing : undefined, language, ground);

/** The language in which somebody goes on writing, unless told. */
export const languageFor = (writing: Writing | undefined, told: Language | undefined, caller: Caller): Language =>
  told ?? (writing && !writing.text[caller.language] ? writing.original : caller.language);

export const fieldsOf = (kind: WritingKey['kind']) => (kind === 'entry' ? entryFields(false) : positionFields(false));

/** A draft as it stands against what is there now. */
export function openDraft(
  draft: Draft,
  { now, before, needsReview }: { now: Standing; before: Writing | undefined; needsReview: boolean },
  caller: Caller,
  ground: Ground,
): OpenDraft {
  const language = languages.find((one) => one === draft.values.language) ?? languageFor(before, undefined, caller);
  const opened = openedOf(draft, language, draft.base, before, ground);
  const isWriting = draft.intent === 'write';
  const { writing, problems, warnings } = isWriting ? opened.read(draft.values) : none;
  const isNew = draft.kind === 'entry' ? draft.key === '' : now.state === 'none';
  const key = draft.key || newEntryId(draft.values.question ?? '', ground, () => false);
  return {
    ...opened,
    values: draft.values,
    id: draft.id,
    version: draft.version,
    intent: draft.intent,
    state: draft.state,
    author: draft.author,
    isMine: isSamePerson(draft.author, caller.person),
    reason: draft.reason,
    comment: draft.comment,
    needsReview,
    isNew,
    title: draftTitle(draft, now.writing, caller.language),
    problems: inOrder(problems, fieldsOf(draft.kind)),
    warnings,
    preview: writing && {
      key,
      knowledge: overlay(ground.knowledge, [{ kind: draft.kind, key, state: 'live', writing }]).knowledge,
    },
    difference: writing ? differenceOf(now.writing, writing, ground) : [],
    since: now.revision === draft.base ? undefined : differenceOf(before, now.writing, ground),
    isRetired: now.state === 'retired',
    fallsBehind: writing && before ? newlyBehind(writing, before) : [],
    isWording: draft.values.wording === 'yes',
  };
}

const newlyBehind = (writing: Writing, before: Writing): Language[] => {
  const already = translationsBehind(before);
  return translationsBehind(writing).filter((language) => !already.includes(language));
};

/** An id for a question that nothing of the community's is called; `isTaken` knows of what is no longer served. */
export const newEntryId = (
  question: string,
  { knowledge, beneath }: Ground,
  isTaken: (id: string) => boolean,
): string =>
  freeId(
    slugOf(typedLine(question)),
    (id) => isTaken(id) || beneath.entry(id) !== undefined || takenBy(id, '', knowledge) !== undefined,
  );

/** What a draft is called in lists: the question, or the position's key. */
export function draftTitle(draft: Draft, now: Writing | undefined, language: Language): string {
  if (draft.kind === 'position') return draft.key;
  return typedLine(draft.values.question ?? '').slice(0, 200) || titleOf(draft, now, language);
}

export function titleOf({ key }: WritingKey, writing: Writing | undefined, language: Language): string {
  if (writing?.kind !== 'entry') return key;
  return (writing.text[language] ?? writing.text[writing.original])?.question ?? key;
}
