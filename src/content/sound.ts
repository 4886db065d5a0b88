import type { Records, Sourced } from '../core/knowledge.ts';
import type { ContentUpdate } from '../core/update.ts';
import { contentUpdate, isExplained } from './updates.ts';
import { positionId, type Translated, type Translation, type Writing, type Written } from './written.ts';

/**
 * What of the writing can be served: references to what is not there are dropped, and with them any text that has
 * no source left, any position without its party or topic, and translations that don't follow their original.
 */
export function soundRecords(writing: Writing): Records {
  const parties = firstOfEach(writing.parties);
  const topics = firstOfEach(writing.topics);
  const sources = firstOfEach(writing.sources);
  const knownParty = knower(parties);
  const knownTopic = knower(topics);
  const knownSource = knower(sources);
  const stillSourced = <T extends Sourced>(all: T[]): T[] =>
    all.map((one) => ({ ...one, sources: one.sources.filter(knownSource) })).filter((one) => one.sources.length > 0);

  const entries = stillSourced(translated(writing.entries, (entry) => entry.id));
  const knownEntry = knower(entries);
  return {
    parties,
    topics,
    sources,
    entries: entries.map((entry) => ({
      ...entry,
      topics: entry.topics.filter(knownTopic),
      parties: entry.parties.filter(knownParty),
      related: entry.related.filter((id) => knownEntry(id) && id !== entry.id),
    })),
    positions: stillSourced(translated(writing.positions, positionId)).filter(
      ({ party, topic }) => knownParty(party) && knownTopic(topic),
    ),
    plans: stillSourced(translated(writing.plans, (plan) => plan.id)).map((plan) => ({
      ...plan,
      text: mapTexts(plan.text, (text) => ({
        ...text,
        terms: new Map([...text.terms].filter(([topic]) => knownTopic(topic))),
        backedBy: text.backedBy.filter(({ party }) => knownParty(party)),
        rejectedBy: text.rejectedBy.filter(({ party }) => knownParty(party)),
      })),
    })),
  };
}

/**
 * The updates that can be published, with the translations that follow them. One that names anything that is not there
 * is left out whole: what is sent without it goes to the wrong readers, and once only.
 */
export function soundUpdates({ updates }: Writing, records: Records): ContentUpdate[] {
  const knownParty = knower(records.parties);
  const knownTopic = knower(records.topics);
  const knownSource = knower(records.sources);
  const known = new Set([...records.entries.map(({ id }) => id), ...records.positions.map(positionId)]);
  return translated(updates, ({ id }) => id)
    .filter(
      (update) =>
        update.sources.every(knownSource) &&
        update.topics.every(knownTopic) &&
        update.parties.every(knownParty) &&
        update.outdates.every((key) => known.has(key)),
    )
    .filter(isExplained)
    .map(contentUpdate);
}

function firstOfEach<T extends { id: string }>(all: Written<T>[]): T[] {
  const byId = new Map<string, T>();
  for (const { says } of all) if (!byId.has(says.id)) byId.set(says.id, says);
  return [...byId.values()];
}

function knower(all: { id: string }[]): (id: string) => boolean {
  const ids = new Set(all.map((one) => one.id));
  return (id) => ids.has(id);
}

/** Whether a translation follows the original as it is now: an older one may say what has been corrected since. */
export const follows = (translation: Translation<unknown>, original: Pick<Sourced, 'revision'>): boolean =>
  translation.translates === original.revision;

function translated<T, R extends Pick<Sourced, 'revision'> & { text: { en: T } }>(
  { originals, translations }: Translated<R, T>,
  idOf: (record: R) => string,
): R[] {
  return originals.map(({ says }) => {
    const own = translations.filter((one) => one.of === idOf(says) && follows(one, says));
    const texts = Object.fromEntries(own.map((one) => [one.language, one.says]));
    return { ...says, text: { ...says.text, ...texts } };
  });
}

const mapTexts = <T extends object, V>(texts: T, change: (text: NonNullable<T[keyof T]>) => V): { [K in keyof T]: V } =>
  Object.fromEntries(Object.entries(texts).map(([language, text]) => [language, change(text)])) as {
    [K in keyof T]: V;
  };
