import { text } from '../command.ts';
import { UserError } from '../errors.ts';
import { fold } from '../fold.ts';
import type { UpdateLine, Updates } from '../updates.ts';
import { shorten } from '../written-values.ts';

const longestName = 100;

/** Free text that is to lead to an update of the community's own; those that hold it are offered while it is typed. */
export const updateOption = (updates: Pick<Updates, 'list'>) =>
  text({
    maxLength: 300,
    async suggest(typed, caller) {
      return updatesCalled(typed, await updates.list(caller))
        .slice(0, 25)
        .map(({ id, title }) => ({ name: [...title].slice(0, longestName).join(''), value: id }));
    },
  });

/** The update of which `typed` is the id or the whole title, however written. */
export const namedUpdate = (typed: string, lines: readonly UpdateLine[]): UpdateLine | undefined => {
  const called = lines.filter(({ title }) => fold(title) === fold(typed));
  return lines.find(({ id }) => id === typed) ?? (called.length === 1 ? called[0] : undefined);
};

/** Those whose titles hold every word. */
export function updatesCalled(typed: string, lines: readonly UpdateLine[]): UpdateLine[] {
  const words = fold(typed).split(' ').filter(Boolean);
  return lines.filter(({ title }) => words.every((word) => fold(title).includes(word)));
}

/** The update that is meant, or those of `eligible` that may be; throws `UserError` where there is none. */
export function meantUpdates(
  typed: string | undefined,
  lines: readonly UpdateLine[],
  eligible: readonly UpdateLine[] = lines,
): UpdateLine[] {
  const named = typed === undefined ? undefined : namedUpdate(typed, lines);
  const found = named ? [named] : updatesCalled(typed ?? '', eligible);
  if (found.length > 0) return found;
  throw typed === undefined
    ? new UserError('error-no-updates')
    : new UserError('error-no-update', { typed: shorten(typed) });
}
