import { setTimeout as delay } from 'node:timers/promises';
import type { Database, Session } from './database.ts';
import type { Notice, NoticeFeed, NoticeHandlers } from './process-store.ts';

/** How often the connection is asked whether it still stands; one that is cut in silence is noticed by that. */
const beatMs = 1000;
/** The waits before the first, second… attempt to connect again. */
const againMs = [0, 100, 200, 500, 1000];

export const createNotices = ({ session }: Database): NoticeFeed =>
  session
    ? { listen: (handlers, name) => listening(session, handlers, name) }
    : { listen: async () => ({ stop: async () => {} }) };

async function listening(
  session: NonNullable<Database['session']>,
  { onNotice, onGap, onFault }: NoticeHandlers,
  name?: string,
) {
  const stopping = new AbortController();
  const { signal } = stopping;
  const wait = (ms: number, end = signal): Promise<void> => delay(ms, undefined, { signal: end }).catch(() => {});
  const first = await opened().catch((error: unknown) => onFault(error));
  const run = keepListening(first ?? undefined);

  async function opened(): Promise<Session> {
    const own = await session();
    try {
      own.onNotice((payload) => {
        const notice = noticeIn(payload);
        if (notice && !signal.aborted) onNotice(notice);
      });
      const { rows } = await own.query("select quote_ident('parley_' || current_schema()) as channel");
      const named = name === undefined ? rows[0]?.channel : `'${name.replaceAll("'", "''")}'`;
      await own.query(`listen ${rows[0]?.channel}; set application_name = ${named}`);
      return own;
    } catch (error) {
      await own.end();
      throw error;
    }
  }

  async function keepListening(own: Session | undefined): Promise<void> {
    for (let failures = 0; !signal.aborted; ) {
      if (own) await untilLost(own);
      if (signal.aborted) return;
      await wait(againMs[Math.min(failures, againMs.length - 1)] ?? 0);
      own = await opened().catch((error: unknown) => {
        if (failures === 0) onFault(error);
        return undefined;
      });
      failures = own ? 0 : failures + 1;
      if (own && !signal.aborted) onGap();
    }
  }

  async function untilLost(own: Session): Promise<void> {
    const lost = new AbortController();
    own.onEnd(() => lost.abort());
    const over = AbortSignal.any([signal, lost.signal]);
    while (!over.aborted) {
      await wait(beatMs, over);
      if (!over.aborted) await own.query('select 1').catch(() => lost.abort());
    }
    await own.end();
  }

  return {
    async stop() {
      stopping.abort();
      await run;
    },
  };
}

/** What a payload means; undefined for one of a newer program. */
function noticeIn(payload: string): Notice | undefined {
  const [of, first, second] = payload.split(' ');
  if (of === 'outbox') return { of };
  if ((of === 'community' || of === 'entries') && first !== undefined) return { of, id: first };
  if ((of === 'chat' || of === 'person') && first !== undefined && second !== undefined)
    return { of, platform: first, id: second };
  return undefined;
}
