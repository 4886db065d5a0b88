import type { Document } from '../../core/document.ts';
import type { Knowledge } from '../../core/knowledge.ts';
import { languages } from '../../core/language.ts';
import type { Texts } from '../../core/texts.ts';
import type { ShownUpdate, UpdateWriting } from '../../core/update.ts';
import { followUp } from '../../core/views/update.ts';
import { writingLimits } from '../../core/written-values.ts';

/**
 * Whether an update goes into one message for readers of every language, also once it has been corrected with as long a
 * reason as there may be: what has been sent must stay correctable.
 */
export function fitsOneMessage(
  writing: UpdateWriting,
  knowledge: Knowledge,
  { texts, fits }: { texts: Texts; fits(document: Document): boolean },
): boolean {
  const longest: ShownUpdate = {
    id: 'longest0',
    community: '',
    state: 'published',
    revision: 2,
    writing,
    publishedAt: 0,
    changedAt: 0,
    reason: 'w'.repeat(writingLimits.reason),
  };
  return languages.every((language) => {
    const reader = { language, t: texts.in(language) };
    return fits(followUp(longest, { knowledge, reader, timeZone: 'UTC' }).document);
  });
}
