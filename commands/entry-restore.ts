import type { Answer } from '../src/core/answer.ts';
import { type Caller, command, optional, text } from '../src/core/command.ts';
import type { Editing } from '../src/core/editing.ts';
import { UserError } from '../src/core/errors.ts';
import { fold } from '../src/core/fold.ts';
import { outcomeAnswer, titled } from '../src/core/views/draft.ts';
import { namedItem } from '../src/core/views/item-option.ts';
import { listingAnswer } from '../src/core/views/review.ts';
import type { WritingKey } from '../src/core/writing.ts';

/** Brings back what was retired or hidden, or an earlier text; with nothing named, shows what there is to bring back. */
export const entryRestore = (editing: Editing, today: () => string) => {
  async function retired(typed: string, caller: Caller): Promise<WritingKey | undefined> {
    const { hidden, retired } = await editing.list(caller);
    const wanted = fold(typed);
    return [...retired, ...hidden].find((one) => one.key === typed || fold(titled(one, one.title, caller)) === wanted);
  }

  return command({
    name: 'entry restore',
    audience: 'moderators',
    options: {
      entry: optional(text({ maxLength: 300 })),
      revision: optional(text({ maxLength: 6 })),
    },
    async run({ entry: typed, revision: number }, caller): Promise<Answer> {
      if (typed === undefined) {
        const listing = await editing.list(caller);
        return listingAnswer(listing, listing.retired.length > 0 ? 'retired' : 'hidden', caller);
      }
      // Where arguments are written one after the other, the first takes all words.
      const [, words, last] = number === undefined ? (/^(.*\S)\s+(\d{1,6})$/su.exec(typed) ?? []) : [];
      const isWhole = words === undefined || namedItem(typed, caller) !== undefined;
      const [entry, revision] = isWhole ? [typed, number] : [words, last];
      if (revision !== undefined && !/^\d+$/u.test(revision)) throw new UserError('error-no-revision', { number: 0 });
      const item = (await retired(entry, caller)) ?? namedItem(entry, caller);
      if (!item) throw new UserError('error-no-entry', { typed: entry.slice(0, 80) });
      const outcome = await editing.restore(caller, item, revision === undefined ? undefined : Number(revision));
      return outcomeAnswer(outcome, caller, today());
    },
  });
};
