import type { Catalogue } from '../catalogue.ts';
import { findChoice } from '../choices.ts';
import { type Caller, text } from '../command.ts';
import { findEntry } from '../find-entry.ts';
import { fold } from '../fold.ts';
import type { Knowledge } from '../knowledge.ts';
import { longestId } from '../slug.ts';
import type { WritingKey } from '../writing.ts';
import { entryOption } from './entry-option.ts';
import { namedChoices, nameOf } from './names.ts';

/** Free text that is to lead to an entry, or to a position as `party/topic`. */
export const itemOption = () => {
  const entries = entryOption();
  return text({
    maxLength: 300,
    async suggest(typed, caller) {
      const found = (await entries.suggest?.(typed, caller)) ?? [];
      return [...found.slice(0, 20), ...(typed.trim() === '' ? [] : positionsCalled(typed, caller))].slice(0, 25);
    },
  });
};

function positionsCalled(typed: string, caller: Caller) {
  const { positions, party, topic } = caller.catalogue.knowledge;
  const wanted = fold(typed);
  return positions
    .map((one) => ({
      name: `${nameOf(party(one.party), caller)}: ${nameOf(topic(one.topic), caller)}`,
      value: `${one.party}/${one.topic}`,
    }))
    .filter(({ name }) => fold(name).includes(wanted));
}

/** What is named exactly: an entry by id, question or alias, a position by its party and topic, however written. */
export function namedItem(typed: string, { catalogue }: Pick<Caller, 'catalogue'>): WritingKey | undefined {
  const { knowledge } = catalogue;
  const position = namedPosition(typed, knowledge);
  if (position) return { kind: 'position', key: position };
  const entry = knowledge.entryNamed(typed);
  if (entry) return { kind: 'entry', key: entry.id };
  // Hidden and retired entries are not served: whoever looks them up knows whether there is one.
  return typed.length <= longestId && /^[a-z0-9]+(-[a-z0-9]+)+$/u.test(typed)
    ? { kind: 'entry', key: typed }
    : undefined;
}

/** `party/topic` of what is named by a party and a topic, however written, with a slash or colon between them. */
export function namedPosition(typed: string, { parties, topics }: Pick<Knowledge, 'parties' | 'topics'>) {
  const [first = '', second = '', ...more] = typed.split(/[/:]/u);
  if (second.trim() === '' || more.length > 0) return undefined;
  const party = findChoice(namedChoices(parties), first.trim());
  const topic = findChoice(namedChoices(topics), second.trim());
  return party && topic ? `${party.value}/${topic.value}` : undefined;
}

/** The same, or else the entry that the words ask for. */
export function meantItem(typed: string, caller: Caller): WritingKey | undefined {
  const named = namedItem(typed, caller);
  const found = named ? undefined : findEntry(caller.catalogue, typed, caller.language).answer;
  return named ?? (found ? { kind: 'entry', key: found.id } : undefined);
}

/** How a button names an item: a position by the codes of its party and topic, where every byte counts. */
export function itemArgument({ kind, key }: WritingKey, { knowledge }: Catalogue): string {
  if (kind === 'entry') return key;
  const [party = '', topic = ''] = key.split('/');
  const codes = [knowledge.party(party)?.code, knowledge.topic(topic)?.code];
  return codes.every((code) => code !== undefined) ? codes.join('/') : key;
}
