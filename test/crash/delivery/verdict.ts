import type { KeptUpdate, Store } from '../../../src/store/store.ts';
import type { Books, Entry } from './books.ts';
import type { Newsroom } from './newsroom.ts';
import type { ChatPlatform, Reader, Readers } from './readers.ts';
import { type Sighting, sightingIn } from './stories.ts';

/** What came of everything that was to be sent on one platform. */
export interface Verdict {
  platform: ChatPlatform;
  /** A place and an update each. */
  owed: number;
  /** Messages that arrived, and changes of them. */
  posted: number;
  edited: number;
  /** Whether anything arrived is not known; each is reported. */
  uncertain: number;
  lost: number;
  duplicates: number;
  /** Copies that do not show the latest revision. */
  outdated: number;
  failed: number;
  rateLimited: number;
  /** Everything that should not be, in words. */
  faults: string[];
}

/** What there is about one update in one place. */
interface Case {
  update: KeptUpdate;
  number: number;
  reader: Reader;
  /** The latest delivery. */
  last: Entry | undefined;
  /** Deliveries of which it is not known whether they arrived. */
  unknown: number;
  copies: (Sighting & { isPublished: boolean })[];
  sent: Sighting[];
}

/** Compares what people see with what the database says, once nothing more is to be sent. */
export async function judge(readers: Readers, books: Books, store: Store, newsroom: Newsroom): Promise<Verdict> {
  const { platform } = readers;
  const updates = await store.updates.ofIds(newsroom.updates);
  const entries = await books.entries(platform);
  const sent = readers.sent();
  const cases = casesOf(readers, newsroom, updates, entries, sent);
  const faults: string[] = [];
  const count = (what: string, isSo: (one: Case) => boolean): number => {
    const found = cases.filter(isSo);
    for (const { number, reader, last } of found)
      faults.push(`${platform}: ${what}: update ${number} in ${reader.place.channel} (${last?.act} ${last?.state})`);
    return found.length;
  };
  const verdict: Verdict = {
    platform,
    owed: cases.length,
    posted: sent.length,
    edited: readers.edits(),
    uncertain: entries.filter(isUnknown).length,
    lost: count('lost', isLost),
    duplicates: count('sent twice', isDuplicate),
    outdated: count('outdated', isOutdated),
    failed: count('failed', ({ last }) => last?.state === 'failed'),
    rateLimited: readers.rateLimited(),
    faults,
  };
  count('not dealt with', ({ last }) => last !== undefined && !settled.has(last.state));
  count('not published to followers', isUnpublished);
  const told = await toldUncertain(store, updates, platform);
  const are = entries.filter(({ state }) => state === 'uncertain').length;
  if (told !== are) faults.push(`${platform}: ${told} are reported as uncertain, and ${are} are`);
  return verdict;
}

const settled = new Set(['sent', 'uncertain', 'cancelled', 'failed']);

/** Also what a later revision has taken over since. */
const isUnknown = ({ state, reason }: Entry): boolean => state === 'uncertain' || reason === 'interrupted';

function isLost({ update, last, copies }: Case): boolean {
  if (copies.length > 0 || last?.state === 'uncertain' || last?.state === 'failed') return false;
  // A retraction leaves nothing to be sent to those who had nothing.
  return !(last?.state === 'cancelled' && update.state === 'retracted');
}

function isDuplicate({ sent }: Case): boolean {
  const kinds = sent.map(({ isFollowUp, revision }) => (isFollowUp ? `follows with ${revision}` : 'posts'));
  return new Set(kinds).size < kinds.length;
}

/** Of a copy whose id nobody knows, the one that follows it shows how it reads now. */
function isOutdated({ update, last, copies, unknown }: Case): boolean {
  if (last?.state === 'uncertain') return false;
  const { revision } = update;
  const isLatest = (one: Sighting) => one.revision === revision && one.isRetracted === (update.state === 'retracted');
  if (last?.state === 'cancelled') return copies.length > unknown;
  const shown = copies.at(-1);
  return (shown !== undefined && !isLatest(shown)) || copies.filter((one) => !isLatest(one)).length > unknown;
}

function isUnpublished({ reader, update, last, copies }: Case): boolean {
  if (!reader.crosspost || last?.state !== 'sent' || update.state === 'retracted') return false;
  return copies.at(-1)?.isPublished === false;
}

function casesOf(
  { readers, platform }: Readers,
  { updates: ids }: Newsroom,
  updates: readonly KeptUpdate[],
  entries: readonly Entry[],
  sent: readonly { channel: string; text: string }[],
): Case[] {
  const keyOf = (channel: string, number: number) => `${channel} ${number}`;
  const numberOf = new Map(ids.map((id, i) => [id, i + 1]));
  const byCase = groupBy(entries, ({ channel, item }) => keyOf(channel, numberOf.get(item) ?? 0));
  const sightings = <T extends { channel: string; text: string }>(messages: readonly T[]) =>
    groupBy(
      messages.map((message) => {
        const seen = sightingIn(message.text);
        if (!seen) throw new Error(`A message on ${platform} is about no update: ${message.text}`);
        return { ...seen, ...message };
      }),
      ({ channel, update }) => keyOf(channel, update),
    );
  const sentTo = sightings(sent);
  const shown = sightings(
    readers.flatMap(({ place: { channel }, copies }) => copies().map((copy) => ({ channel, ...copy }))),
  );
  return readers.flatMap((reader) =>
    updates.map((update): Case => {
      const number = numberOf.get(update.id) ?? 0;
      const key = keyOf(reader.place.channel, number);
      const own = byCase.get(key) ?? [];
      return {
        update,
        number,
        reader,
        last: own.at(-1),
        unknown: own.filter(isUnknown).length,
        copies: shown.get(key) ?? [],
        sent: sentTo.get(key) ?? [],
      };
    }),
  );
}

function groupBy<T>(all: readonly T[], keyOf: (one: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const one of all) {
    const key = keyOf(one);
    const group = groups.get(key);
    if (group) group.push(one);
    else groups.set(key, [one]);
  }
  return groups;
}

async function toldUncertain(store: Store, updates: readonly KeptUpdate[], platform: ChatPlatform): Promise<number> {
  let told = 0;
  for (const { id } of updates)
    for (const one of await store.updates.counts(id))
      if (one.platform === platform && one.state === 'uncertain') told += one.count;
  return told;
}
