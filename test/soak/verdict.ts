import type { Entry } from '../crash/delivery/books.ts';
import { type Sighting, sightingIn } from '../crash/delivery/stories.ts';
import type { Joiner } from './joining.ts';
import type { Deed } from './operating.ts';
import type { KnownUpdate } from './records.ts';
import type { Place, Sent } from './town.ts';

/** Everything that is compared once nothing more is to be sent. */
export interface Evidence {
  constant: readonly Place[];
  joiners: readonly Joiner[];
  updates: readonly KnownUpdate[];
  deliveries: readonly Entry[];
  subscribed: readonly string[];
  deeds: readonly Deed[];
  sent: readonly Sent[];
}

export interface Verdict {
  updates: number;
  /** An update and a place each. */
  owed: number;
  copies: number;
  /** Of which nobody knows whether they arrived; each is listed in `uncertainOnes`. */
  uncertain: number;
  uncertainOnes: string[];
  lost: number;
  duplicates: number;
  outdated: number;
  faults: string[];
}

interface Case {
  place: Place;
  /** Whether it surely wanted the update. */
  isOwed: boolean;
  update: KnownUpdate;
  last: Entry | undefined;
  /** How many copies there may be that nobody can change: of those, nobody knew whether they had arrived. */
  unknown: number;
  /** How many messages may have been sent: one, and one for each that follows another. */
  mostCopies: number;
  copies: (Sighting & { isPublished: boolean })[];
}

/** An update reaches whoever is subscribed at the moment of its publishing, which may wait for a restart. */
const publishedWithinMs = 5 * 60_000;
const settled = new Set(['sent', 'uncertain', 'cancelled']);

export function judge(evidence: Evidence): Verdict {
  const { updates, deeds, joiners, subscribed } = evidence;
  const public_ = updates.filter(({ state }) => state !== 'pending');
  const cases = casesOf(evidence, public_);
  const faults: string[] = [];
  const count = (what: string, isSo: (one: Case) => boolean): number => {
    const found = cases.filter(isSo);
    for (const { place, update, last, copies } of found)
      faults.push(
        `${what}: “${update.title}” (${update.state}) in ${place.name}: ${inWords(last)}, ${copies.length} copies`,
      );
    return found.length;
  };
  const duplicates = duplicatesIn([...evidence.constant, ...joiners.map(({ place }) => place)], evidence.sent);
  faults.push(...duplicates);
  const verdict: Verdict = {
    updates: public_.length,
    owed: cases.filter(({ isOwed }) => isOwed).length,
    copies: cases.reduce((sum, { copies }) => sum + copies.length, 0),
    uncertain: cases.filter(({ unknown }) => unknown > 0).length,
    uncertainOnes: cases
      .filter(({ unknown }) => unknown > 0)
      .map(({ place, update, last }) => `“${update.title}” in ${place.name}: ${inWords(last)}`),
    lost: count('lost', isLost),
    duplicates: duplicates.length + count('there too often', ({ copies, mostCopies }) => copies.length > mostCopies),
    outdated: count('outdated', isOutdated),
    faults,
  };
  count('not dealt with', ({ last }) => last !== undefined && !settled.has(last.state));
  count('of nobody’s orders', ({ last, copies }) => last === undefined && copies.length > 0);
  count('not published to followers', isUnpublished);
  if (public_.length < updates.length)
    faults.push(`${updates.length - public_.length} updates are still to be published`);
  faults.push(...lostDeeds(deeds, updates), ...lostChoices(joiners, subscribed));
  return verdict;
}

/** What can be seen while more is to come: that something was sent twice. */
export const duplicatesIn = (places: readonly Place[], sent: readonly Sent[]): string[] =>
  places.flatMap(({ name, spot }) => {
    const own = sightingsIn(sent.filter(({ channel }) => channel === spot.channel));
    const seen = new Map<string, number>();
    for (const { update, revision, isFollowUp } of own) {
      // One that follows another takes the place of a copy of which nobody knows whether it is there.
      const kind = `update ${update}${isFollowUp ? `, following with ${revision},` : ''}`;
      seen.set(kind, (seen.get(kind) ?? 0) + 1);
    }
    return [...seen].flatMap(([kind, times]) => (times > 1 ? [`${kind} was sent ${times} times to ${name}`] : []));
  });

const sightingsIn = <T extends { text: string }>(copies: readonly T[]): (T & Sighting)[] =>
  copies.flatMap((copy) => {
    const sighting = sightingIn(copy.text);
    return sighting ? [{ ...copy, ...sighting }] : [];
  });

function casesOf({ constant, joiners, deliveries }: Evidence, updates: readonly KnownUpdate[]): Case[] {
  const stays = new Map(joiners.map(({ place, stays }) => [place, stays]));
  return [...constant, ...joiners.map(({ place }) => place)].flatMap((place) => {
    const shown = sightingsIn(place.copies());
    const own = deliveries.filter(
      ({ platform, channel }) => platform === place.spot.platform && channel === place.spot.channel,
    );
    return updates.map((update): Case => {
      const entries = own.filter(({ item }) => item === update.id);
      const number = Number(/t(\d+)r/u.exec(update.title)?.[1]);
      return {
        place,
        isOwed:
          stays
            .get(place)
            ?.some(({ from, until }) => from < update.publishedAt && until > update.publishedAt + publishedWithinMs) ??
          true,
        update,
        last: entries.at(-1),
        unknown: entries.filter(({ state, act }) => state === 'uncertain' || act === 'follow').length,
        mostCopies: 1 + entries.filter(({ act }) => act === 'follow').length,
        copies: shown.filter((one) => one.update === number),
      };
    });
  });
}

function isLost({ update, last, copies, isOwed }: Case): boolean {
  if (!last) return isOwed && update.state === 'published';
  if (copies.length > 0 || last.state !== 'sent')
    return last.state === 'cancelled' && isOwed && copies.length === 0 && update.state === 'published';
  return true;
}

/** Of a copy whose id nobody knows, the one that follows it shows how it reads now. */
function isOutdated({ update, last, copies, unknown }: Case): boolean {
  if (!last || last.state === 'uncertain') return false;
  const isLatest = (one: Sighting) =>
    update.title.endsWith(`t${one.update}r${one.revision}`) && one.isRetracted === (update.state === 'retracted');
  if (last.state === 'cancelled') return copies.length > unknown;
  const shown = copies.at(-1);
  return (shown !== undefined && !isLatest(shown)) || copies.filter((one) => !isLatest(one)).length > unknown;
}

function isUnpublished({ place, update, last, copies }: Case): boolean {
  if (!place.crosspost || last?.state !== 'sent' || update.state === 'retracted') return false;
  return copies.at(-1)?.isPublished === false;
}

function lostDeeds(deeds: readonly Deed[], updates: readonly KnownUpdate[]): string[] {
  return deeds.flatMap(({ kind, title, by, at }) => {
    const update = updates.find(({ titles }) => titles.includes(title));
    const isKept = update && (kind !== 'retract' || update.state === 'retracted');
    return isKept
      ? []
      : [`an act is lost: ${kind} “${title}”, of which ${by} was told at ${new Date(at).toISOString()}`];
  });
}

function lostChoices(joiners: readonly Joiner[], subscribed: readonly string[]): string[] {
  return joiners.flatMap(({ place, believes }) => {
    const is = subscribed.includes(place.spot.channel) ? 'subscribed' : 'left';
    return believes === undefined || believes === is ? [] : [`${place.name} was told “${believes}”, and it is not so`];
  });
}

const inWords = (last: Entry | undefined): string =>
  last
    ? `${last.act} of revision ${last.revision} ${last.state}${last.reason ? ` (${last.reason})` : ''}`
    : 'no delivery';
