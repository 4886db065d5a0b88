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

/** Where readers mostly live, as it is called in Ukrainian and Russian. */
const inOtherWords: Record<string, string[]> = {
  'Europe/Kyiv': ['Київ', 'Киев', 'за Києвом', 'по Киеву'],
  'Europe/Warsaw': ['Варшава'],
  'Europe/Prague': ['Прага'],
  'Europe/Berlin': ['Берлін', 'Берлин'],
  'Europe/Paris': ['Париж'],
  'Europe/Rome': ['Рим'],
  'Europe/Madrid': ['Мадрид'],
  'Europe/Brussels': ['Брюссель'],
  'Europe/Vienna': ['Відень', 'Вена'],
  'Europe/London': ['Лондон'],
  'Europe/Vilnius': ['Вільнюс', 'Вильнюс'],
  'Europe/Riga': ['Рига'],
  'Europe/Tallinn': ['Таллінн', 'Таллин'],
  'Europe/Chisinau': ['Кишинів', 'Кишинёв'],
  'Europe/Istanbul': ['Стамбул'],
  'Europe/Minsk': ['Мінськ', 'Минск'],
  'Europe/Moscow': ['Москва'],
  'Asia/Tbilisi': ['Тбілісі', 'Тбилиси'],
  'America/New_York': ['Нью-Йорк'],
  'America/Toronto': ['Торонто'],
};

const folded = new Map([
  ...zones.map((zone) => [fold(zone), zone] as const),
  ...Object.entries(inOtherWords).flatMap(([zone, names]) => names.map((name) => [fold(name), zone] as const)),
]);

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
