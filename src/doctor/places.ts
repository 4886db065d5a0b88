import type { Inspection } from '../core/broadcast.ts';
import type { Platform } from '../core/community.ts';
import type { Place } from '../core/subscription.ts';
import { type Finding, many, ok, Unasked, warning } from './finding.ts';
import type { Access } from './kept.ts';
import { type Destination, destinationsOn, type Say, said } from './subscriptions.ts';

/** Asks a platform whether Parley may post somewhere. */
export interface Inspector {
  inspect(place: Place): Promise<Inspection>;
  close?(): Promise<void>;
}

export interface PlacesParts {
  platform: Platform;
  access: Access;
  say: Say;
  /** Throws `Unasked` where the platform does not let us in. */
  inspector(signal: AbortSignal): Promise<Inspector>;
  /** When no more are asked. */
  withinMs: number;
}

/** More are not asked: it would take minutes, and the platform's patience. */
export const mostPlaces = 200;
const atOnce = 4;
const mostNamed = 3;

/** Whether Parley may post in the places that get updates. People's private chats are not asked about. */
export async function examinePlaces(parts: PlacesParts, signal: AbortSignal): Promise<Finding[]> {
  const { platform, access, say } = parts;
  const name = `${platform}-places`;
  const kept = await access.openCurrent();
  const { destinations, shared, personal } = await destinationsOn(platform, kept, mostPlaces);
  const beside = personal > 0 ? ` (${many(personal, 'private chat')} beside, not looked at)` : '';
  if (destinations.length === 0) return [ok(name, `No channel or group gets updates${beside}.`)];

  const inspector = await parts.inspector(signal);
  const ends = AbortSignal.any([signal, AbortSignal.timeout(parts.withinMs)]);
  const inspections = await inspectAll(destinations, inspector, ends).finally(() => inspector.close?.());
  const asked = inspections.filter(({ inspection }) => inspection.kind !== 'unknown');
  const fit = asked.filter(({ inspection }) => inspection.kind === 'fit');
  const notAsked = shared - asked.length;
  const rest = notAsked > 0 ? ` ${notAsked} more were not looked at.` : '';
  const message = `Parley may post in ${fit.length} of ${many(asked.length, 'place')} that get updates${beside}.${rest}`;
  if (asked.length === 0) throw new Unasked(`None of ${many(shared, 'place')} could be asked about.`);
  return [ok(name, message), ...byReason(asked).map(([reason, titles]) => unfit(name, said(reason, say), titles))];
}

interface Inspected extends Destination {
  inspection: Inspection;
}

/** Places of one guild or group are asked about one after the other, so that what they share is asked for once. */
async function inspectAll(
  destinations: readonly Destination[],
  { inspect }: Inspector,
  ends: AbortSignal,
): Promise<Inspected[]> {
  const byChat = new Map<string, Destination[]>();
  for (const one of destinations) byChat.set(one.place.chat, [...(byChat.get(one.place.chat) ?? []), one]);
  const waiting = [...byChat.values()];
  const inspected: Inspected[] = [];
  async function work(): Promise<void> {
    for (let next = waiting.shift(); next; next = waiting.shift())
      for (const destination of next) {
        if (ends.aborted) return;
        inspected.push({ ...destination, inspection: await inspect(destination.place) });
      }
  }
  await Promise.all(Array.from({ length: atOnce }, work));
  return inspected;
}

/** What is missing, with the places that lack it; what most lack first. */
function byReason(inspected: readonly Inspected[]): [reason: string, titles: string[]][] {
  const found = new Map<string, string[]>();
  for (const { inspection, title } of inspected)
    if (inspection.kind === 'unfit')
      for (const reason of inspection.missing) found.set(reason, [...(found.get(reason) ?? []), title]);
  return [...found].sort(([, a], [, z]) => z.length - a.length);
}

function unfit(name: string, reason: string, titles: readonly string[]): Finding {
  const named = titles.slice(0, mostNamed).join(', ');
  const more = titles.length > mostNamed ? ` and ${titles.length - mostNamed} more` : '';
  return warning(
    name,
    `${named}${more}: ${reason}`,
    'Ask the moderators there. Until then its updates wait, and are sent if still fresh.',
  );
}
