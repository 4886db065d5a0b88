import { sql } from 'kysely';
import type { Platform } from '../core/community.ts';
import { createOutbox } from '../store/outbox.ts';
import { type Finding, many, ok, warning } from './finding.ts';
import type { Access, Kept } from './kept.ts';

const name = 'outbox';
const dayMs = 24 * 3600_000;
/** What has waited for longer is stuck: even a fan-out to thousands is through by then, or has a rate limit to wait for. */
const stuckAfterMs = 15 * 60_000;

/** What waits to be sent, and what came to nothing in the last 24 hours. */
export async function examineOutbox(access: Access, now: number): Promise<Finding[]> {
  const kept = await access.openCurrent();
  return [await examineWaiting(kept, now), await examineFailures(kept, now)];
}

async function examineWaiting({ database }: Kept, now: number): Promise<Finding> {
  const depth = await createOutbox(database).depth();
  const owed = depth.filter(({ state }) => ['waiting', 'claimed', 'sending'].includes(state));
  const count = owed.reduce((sum, one) => sum + one.count, 0);
  if (count === 0) return ok(name, 'Nothing waits to be sent.');
  const ageMs = now - Math.min(...owed.map(({ oldestAt }) => oldestAt));
  const message = `${many(count, 'message')} to be sent, the oldest for ${ageOf(ageMs)}.`;
  if (ageMs < stuckAfterMs) return ok(name, message);
  return warning(name, message, 'Does Parley run, and is its platform connected? Its log says why it does not send.');
}

interface Failed {
  platform: Platform;
  state: 'failed' | 'uncertain';
  reason: string;
  count: number;
}

async function examineFailures({ database }: Kept, now: number): Promise<Finding> {
  const at = 'deliveries';
  const { rows } = await database.query((db) =>
    sql<Failed>`select platform, state, reason, count(*) as count from deliveries
      where state in ('failed', 'uncertain') and changed_at >= ${now - dayMs}
      group by platform, state, reason order by count desc`.execute(db),
  );
  if (rows.length === 0) return ok(at, 'None failed in the last 24 hours.');
  const of = (state: Failed['state']) =>
    rows.filter((row) => row.state === state).reduce((sum, row) => sum + row.count, 0);
  const [failed, uncertain] = [of('failed'), of('uncertain')];
  const counts = [...(failed > 0 ? [`${failed} failed`] : []), ...(uncertain > 0 ? [`${uncertain} uncertain`] : [])];
  const most = rows
    .slice(0, 3)
    .map(({ platform, reason, count }) => `${count} on ${platform} (${reason || 'no reason given'})`);
  return warning(
    at,
    `In the last 24 hours: ${counts.join(', ')}. ${most.join('; ')}.`,
    '/update status shows them, and sends them again.',
  );
}

export function ageOf(ms: number): string {
  const minutes = Math.max(Math.round(ms / 60_000), 0);
  if (minutes < 120) return many(minutes, 'minute');
  return minutes < 48 * 60 ? many(Math.round(minutes / 60), 'hour') : many(Math.round(minutes / 60 / 24), 'day');
}
