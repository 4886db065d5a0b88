import { type Document, divider, documentText, heading, link, note, spans } from '../../core/document.ts';
import type { Source } from '../../core/knowledge.ts';
import { daysAfter } from '../../core/known-date.ts';
import { errorAt, warningAt } from '../problem.ts';
import { isExplained, type UpdateFile, type UpdateText } from '../updates.ts';
import type { Writing, Written } from '../written.ts';
import { misfits } from './rendered.ts';
import type { Rule } from './rule.ts';
import { textsOf, tooLong } from './sizes.ts';

/** In characters, as readers see them. */
const limits = { title: 200, text: 3000, reason: 200 };

/** A correction says why, and counts the revision up: else nobody would get it. */
export const changesAreExplained: Rule = ({ updates }) =>
  updates.originals
    .filter(({ says }) => !isExplained(says))
    .map(({ says: { revision }, at }) => {
      if (revision === 1) {
        const mend = 'Write “revision: 2” so that the correction is sent, or take “corrected” away.';
        return errorAt(at('corrected'), 'The text is corrected, but its revision is still 1.', mend);
      }
      const mend = 'Add a line “corrected: …” which tells readers in one sentence what was wrong.';
      return errorAt(at('revision'), `This is revision ${revision}, but nothing says why it was changed.`, mend);
    });

/** Nothing is dated ahead by mistake; a day is left for those whose tomorrow has begun. */
export const datesAreNear: Rule = ({ updates }, { today }) =>
  updates.originals
    .filter(({ says }) => says.date > daysAfter(today, 1))
    .map(({ says, at }) => {
      const message = `The date is ${says.date}, which is still to come; today is ${today}.`;
      return warningAt(at('date'), message, 'Check that this is the day on which it is to be published.');
    });

export const updatesAreShort: Rule = ({ updates }) => [
  ...updates.originals.flatMap(({ says, at }) => [
    ...tooLong('reason', limits.reason, says.corrected, at('corrected')),
    ...tooLong('reason', limits.reason, says.retracted, at('retracted')),
  ]),
  ...textsOf(updates).flatMap(({ says, at }) => [
    ...tooLong('title', limits.title, says.title, at('title')),
    ...tooLong('text', limits.text, documentText(says.document), at('text')),
  ]),
];

/** Every update goes into one message on every platform, together with its dates and sources. */
export const updatesFit: Rule = (writing, { measurers = [] }) =>
  withOriginals(writing).flatMap(({ text: { says, at }, original }) => {
    const cited = original.sources.flatMap((id) => writing.sources.find((one) => one.says.id === id)?.says ?? []);
    return misfits(messageOf(says, original, cited), at('text'), measurers);
  });

function withOriginals({ updates }: Writing): { text: Written<UpdateText>; original: UpdateFile }[] {
  return [
    ...updates.originals.map(({ says, at }) => ({ text: { says: says.text.en, at }, original: says })),
    ...updates.translations.flatMap((text) => {
      const original = updates.originals.find(({ says }) => says.id === text.of);
      return original ? [{ text, original: original.says }] : [];
    }),
  ];
}

/** About as much as readers get; what is said in their language takes some characters more or less. */
function messageOf({ title, document }: UpdateText, { date, corrected }: UpdateFile, sources: Source[]): Document {
  return [
    heading(2, title),
    ...(corrected === '' ? [] : [note(`Corrected on ${date}: ${corrected}`)]),
    ...document,
    divider,
    note(date),
    {
      kind: 'sources',
      label: 'Sources',
      items: sources.map(({ title, url, author, publisher, kind, published }) =>
        spans(url ? link(url, title) : title, ` — ${[author, publisher, kind, published].join(' · ')}`),
      ),
    },
  ];
}
