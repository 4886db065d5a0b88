import { text } from '../command.ts';
import { questionOf } from './entry.ts';

/** Free text that is to lead to an entry; entries that go on from it are offered while it is typed. */
export const entryOption = () =>
  text({
    maxLength: 300,
    suggest(typed, caller) {
      const { finder, knowledge } = caller.catalogue;
      return finder.complete(typed, caller.language, 25).flatMap(({ id }) => {
        const entry = knowledge.entry(id);
        return entry ? [{ name: questionOf(entry, caller), value: id }] : [];
      });
    },
  });
