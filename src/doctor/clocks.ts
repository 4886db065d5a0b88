import { sql } from 'kysely';
import { type Finding, ok, problem, skipped, warning } from './finding.ts';
import type { Access } from './kept.ts';

/** Another clock that this machine's can be compared with. */
export interface Clock {
  /** Whose it is: `Discord`. */
  name: string;
  /** Its time in ms since the epoch, and how far that may be off; undefined where it does not tell. */
  ask(signal: AbortSignal): Promise<{ at: number; withinMs: number } | undefined>;
}

const noticeableMs = 2000;
const harmfulMs = 30_000;
const name = 'clock';
const mend = 'Have this machine’s clock set by the network: timedatectl set-ntp true, or your system’s way.';

/** Compares this machine's clock with others'; how long they take to answer is allowed for. */
export async function examineClock(
  clocks: readonly Clock[],
  now: () => number,
  signal: AbortSignal,
): Promise<Finding[]> {
  if (clocks.length === 0) return [skipped(name, 'There is no other clock to compare this one with.')];
  const compared = await Promise.all(clocks.map((clock) => compare(clock, now, signal)));
  const told = compared.filter((one) => one !== undefined);
  if (told.length === 0) return [skipped(name, `No time was told by ${listOf(clocks)}.`)];
  const worst = told.reduce((a, b) => (surely(b) > surely(a) ? b : a));
  if (surely(worst) <= noticeableMs) return [ok(name, `It agrees with that of ${listOf(told)}.`)];
  const { aheadMs } = worst;
  const by = `${Math.round(Math.abs(aheadMs) / 1000)} s ${aheadMs > 0 ? 'ahead of' : 'behind'}`;
  const message = `This machine’s clock is ${by} that of ${worst.name}.`;
  if (surely(worst) > harmfulMs)
    return [problem(name, `${message} Updates, digests and deadlines are mistimed by as much.`, mend)];
  return [warning(name, message, mend)];
}

const listOf = (named: readonly { name: string }[]): string =>
  new Intl.ListFormat('en-GB').format(named.map((one) => one.name));

interface Compared {
  name: string;
  aheadMs: number;
  withinMs: number;
}

/** How far the two are apart at least. */
const surely = ({ aheadMs, withinMs }: Compared): number => Math.abs(aheadMs) - withinMs;

async function compare(clock: Clock, now: () => number, signal: AbortSignal): Promise<Compared | undefined> {
  const asked = now();
  // Who can't be reached is another check's business.
  const told = await clock.ask(signal).catch(() => undefined);
  if (!told) return undefined;
  const tookMs = now() - asked;
  return { name: clock.name, aheadMs: asked + tookMs / 2 - told.at, withinMs: told.withinMs + tookMs / 2 };
}

/** A web server's clock, by the `Date` of its answer, which is in whole seconds. Nothing is sent that says who asks. */
export const webClock = (whose: string, url: string, userAgent: string): Clock => ({
  name: whose,
  async ask(signal) {
    const response = await fetch(url, { headers: { 'user-agent': userAgent }, redirect: 'manual', signal });
    await response.body?.cancel();
    const at = Date.parse(response.headers.get('date') ?? '');
    return Number.isNaN(at) ? undefined : { at: at + 500, withinMs: 500 };
  },
});

/** The database's, where that is a server that can be reached. */
export async function databaseClocks({ options, open }: Access): Promise<Clock[]> {
  const kept = 'file' in options ? undefined : await open().catch(() => undefined);
  if (!kept) return [];
  const time = sql<{ at: number }>`select (extract(epoch from clock_timestamp()) * 1000)::bigint as at`;
  const ask = async () => {
    const { rows } = await kept.database.query((db) => time.execute(db));
    return rows[0] && { at: rows[0].at, withinMs: 0 };
  };
  return [{ name: 'the database', ask }];
}
