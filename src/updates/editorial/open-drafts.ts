import type { Caller } from '../../core/command.ts';
import { isSamePerson, type Settings } from '../../core/community.ts';
import type { FormValues } from '../../core/form.ts';
import { type Language, languages } from '../../core/language.ts';
import { typedLine } from '../../core/typed-text.ts';
import type { ShownUpdate, UpdateWriting } from '../../core/update.ts';
import { updateTextIn } from '../../core/update-text.ts';
import { isSilentEdit, readUpdate, updateFields, updateValues } from '../../core/update-values.ts';
import type { OpenedUpdate, OpenUpdateDraft } from '../../core/updates.ts';
import { translationsBehind } from '../../core/writing.ts';
import type { Remark } from '../../core/written-values.ts';
import { inOrder } from '../../drafts/values.ts';
import type { KeptUpdate } from '../../store/store.ts';
import { updateDifference } from './difference.ts';
import { fitsOneMessage } from './fitting.ts';
import { type EditorialParts, groundOf, shownOf, type UpdateDraft } from './ground.ts';

/** What is written, in which language, and from what. */
export interface Beginning {
  update: string | undefined;
  language: Language;
  base: number;
  before: UpdateWriting | undefined;
}

/** What a form for an update opens with. */
export function openedOf(
  { update, language, base, before }: Beginning,
  caller: Caller,
  parts: EditorialParts,
): OpenedUpdate {
  const ground = groundOf(caller, parts);
  const { texts, fitsOneMessage: fits } = parts;
  const reading = {
    ...ground,
    cited: before?.cites ?? [],
    language,
    before,
    fits: (writing: UpdateWriting) => fitsOneMessage(writing, ground.knowledge, { texts, fits }),
  };
  return {
    update,
    language,
    base,
    isTranslation: before !== undefined && before.original !== language,
    values: updateValues(before, language, ground),
    read: (values) => readUpdate(values, reading),
  };
}

/** Translations are written where that is wanted; anything else goes on in the original's language. */
export const languageFor = (before: UpdateWriting | undefined, told: Language | undefined, caller: Caller): Language =>
  told ?? before?.original ?? caller.language;

/** What a draft is made from, and what is there now. */
export interface Standing {
  there: KeptUpdate | undefined;
  before: UpdateWriting | undefined;
  settings: Settings;
}

/** A draft as it stands against what is there now; how many places would get it is asked elsewhere. */
export function openDraft(
  draft: UpdateDraft,
  { there, before, settings }: Standing,
  caller: Caller,
  parts: EditorialParts,
): Omit<OpenUpdateDraft, 'audience'> {
  const ground = groundOf(caller, parts);
  const language = languages.find((one) => one === draft.values.language) ?? languageFor(before, undefined, caller);
  const update = draft.key || undefined;
  const opened = openedOf({ update, language, base: draft.base, before }, caller, parts);
  const read = opened.read(draft.values);
  const isLost = update !== undefined && there?.state !== 'published';
  const problems: Remark[] = isLost ? [{ field: 'title', key: 'problem-update-retracted' }] : read.problems;
  const writing = isLost ? undefined : read.writing;
  const fields = updateFields({ isNew: !update, isTranslation: opened.isTranslation });
  const alreadyBehind = before ? translationsBehind(before) : [];
  return {
    ...opened,
    values: draft.values,
    id: draft.id,
    version: draft.version,
    state: draft.state,
    author: draft.author,
    isMine: isSamePerson(draft.author, caller.person),
    reason: draft.reason,
    comment: draft.comment,
    needsReview: settings.approvals > 0,
    title: draftTitle(draft, there, caller.language),
    problems: inOrder(problems, fields),
    warnings: read.warnings,
    preview: writing && previewOf(writing, draft, there, { before, language }, parts.now()),
    reader: { language, t: parts.texts.in(language) },
    difference: writing && there ? updateDifference(there.writing, writing, ground) : [],
    since:
      there && !isLost && there.revision !== draft.base ? updateDifference(before, there.writing, ground) : undefined,
    fallsBehind: writing ? translationsBehind(writing).filter((one) => !alreadyBehind.includes(one)) : [],
    isWording: before !== undefined && draft.values.wording === 'yes',
    undoSeconds: settings.undoSeconds,
  };
}

/** What readers are told of a change; empty where they are told nothing. */
export const correctionOf = (
  values: FormValues,
  made: { before: UpdateWriting | undefined; language: Language },
): string => (made.before === undefined || isSilentEdit(made, values) ? '' : typedLine(values.correction ?? ''));

function previewOf(
  writing: UpdateWriting,
  draft: UpdateDraft,
  there: KeptUpdate | undefined,
  made: { before: UpdateWriting | undefined; language: Language },
  now: number,
): ShownUpdate {
  if (!there) {
    const { id, community } = draft;
    const times = { publishedAt: now, changedAt: now };
    return { id, community, state: 'published', revision: 1, writing, ...times, reason: '' };
  }
  const reason = correctionOf(draft.values, made);
  const revision = there.revision + 1;
  return { ...shownOf(there), revision, writing, ...(reason && { reason, changedAt: now }) };
}

/** What a draft is called in lists. */
export const draftTitle = (draft: UpdateDraft, there: KeptUpdate | undefined, language: Language): string =>
  typedLine(draft.values.title ?? '').slice(0, 200) || (there ? updateTextIn(there.writing, language).text.title : '');
