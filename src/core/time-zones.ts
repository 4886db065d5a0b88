import { fold } from './fold.ts';

/** ICU keeps some cities under the names that they had; these are written as they are called. */
const renamed: Record<string, string> = { 'Europe/Kiev': 'Europe/Kyiv' };

/** IANA names, UTC first. */
const zones: readonly string[] = [
  'UTC',
  ...Intl.supportedValuesOf('timeZone')
    .filter((zone) => zone !== 'UTC')
    .map((zone) => renamed[zone] ?? zone),
];

const folded = new Map(zones.map((zone) => [fold(zone), zone]));

/** The IANA zone that is meant, however it is written, by its city alone if that is enough; undefined for none. */
export function zoneNamed(typed: string): string | undefined {
  const wanted = fold(typed);
  if (wanted === '') return undefined;
  const exact = folded.get(wanted);
  if (exact) return exact;
  const cities = zones.filter((zone) => fold(zone.split('/').at(-1) ?? '') === wanted);
  if (cities.length === 1) return cities[0];
  return isZone(typed) ? (renamed[typed] ?? typed) : undefined;
}

/** Zones of which the name contains what is typed, those of which a part begins so first. */
export function zonesLike(typed: string, most: number): string[] {
  const wanted = fold(typed);
  const all = [...folded];
  const begins = all.filter(([name]) => ` ${name}`.includes(` ${wanted}`));
  const contains = all.filter(([name]) => name.includes(wanted));
  return [...new Set([...begins, ...contains].map(([, zone]) => zone))].slice(0, most);
}

/** Older names, which are not listed but still known; no offsets such as “+02:00”, which know no summer time. */
function isZone(name: string): boolean {
  if (!/^[A-Za-z_]+(?:\/[A-Za-z_+\-\d]+)+$/u.test(name)) return false;
  try {
    new Intl.DateTimeFormat('en', { timeZone: name });
    return true;
  } catch {
    return false;
  }
}
