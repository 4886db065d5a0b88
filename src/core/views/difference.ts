import type { FieldDifference, Stretch } from '../difference.ts';
import { type Document, note, paragraph, type Span, strong } from '../document.ts';
import { languageNames } from '../language-names.ts';
import type { Translate } from '../texts.ts';
import { fieldLabel } from './writing-form.ts';

/** In characters: how much of an unchanged stretch is shown on either side of a change. */
const context = 60;

/** Keeps a new word apart from the one that it replaces. */
const gap: Span[] = [{ kind: 'text', text: ' ' }];

/** What changed, field by field: what is gone is struck through, what is new is strong. */
export function differenceBlocks(differences: readonly FieldDifference[], t: Translate): Document {
  if (differences.length === 0) return [note(t('difference-none'))];
  return differences.flatMap(({ field, language, stretches }) => [
    paragraph(strong(fieldLabel(field, t), ...(language ? [` (${languageNames[language]})`] : []), ':')),
    paragraph(
      stretches.flatMap((stretch, i) => [
        ...(stretch.kind === 'added' && stretches[i - 1]?.kind === 'removed' ? gap : []),
        ...spansOf(stretch, i > 0, i < stretches.length - 1),
      ]),
    ),
  ]);
}

/** How one side of a difference read, the stretches that did not change shortened. */
export const sideOf = (stretches: readonly Stretch[], side: 'removed' | 'added'): string =>
  stretches
    .map(({ kind, text }, i) => {
      if (kind !== 'same') return kind === side ? text : '';
      return abridged(text, i > 0, i < stretches.length - 1);
    })
    .join('');

function spansOf({ kind, text }: Stretch, hasBefore: boolean, hasAfter: boolean): Span[] {
  const line = text.replace(/\s*\n\s*/gu, ' ⏎ ');
  if (kind === 'added') return [{ kind: 'strong', spans: [{ kind: 'text', text: line }] }];
  if (kind === 'removed') return [{ kind: 'strike', spans: [{ kind: 'text', text: line }] }];
  return [{ kind: 'text', text: abridged(line, hasBefore, hasAfter) }];
}

function abridged(text: string, hasBefore: boolean, hasAfter: boolean): string {
  const signs = [...text];
  const start = hasBefore ? context : 0;
  const end = hasAfter ? context : 0;
  if (signs.length <= start + end + 3) return text;
  return [...signs.slice(0, start), ' … ', ...signs.slice(signs.length - end)].join('');
}
