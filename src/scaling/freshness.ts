import type { NoticeFeed, NoticeHandlers } from '../store/store.ts';

type Remembered = { of: 'community'; id: string } | { of: 'chat' | 'person'; platform: string; id: string };

export interface FreshnessParts {
  notices: NoticeFeed;
  /** What the connection is called by which this process listens. */
  session: string;
  registry: {
    expire(what: Remembered): void;
    expireAll(): void;
  };
  catalogues: {
    heard(community: string): Promise<void>;
    catchUp(): Promise<void>;
  };
  /** There may be something to send. */
  wake(): void;
  /** Called where others can't be heard, or what they wrote can't be read: what is in memory serves meanwhile. */
  onFault(error: unknown): void;
}

/** Keeps what is in memory as others on the database write it; resolves to how to stop. */
export async function keepFresh(parts: FreshnessParts): Promise<() => Promise<void>> {
  const { notices, session, registry, catalogues, wake, onFault } = parts;
  const handlers: NoticeHandlers = {
    onNotice(notice) {
      if (notice.of === 'outbox') wake();
      else if (notice.of === 'entries') {
        registry.expire({ of: 'community', id: notice.id });
        void catalogues.heard(notice.id).catch(onFault);
      } else registry.expire(notice as Remembered);
    },
    onGap() {
      registry.expireAll();
      void catalogues.catchUp().catch(onFault);
      wake();
    },
    onFault,
  };
  const { stop } = await notices.listen(handlers, session);
  return stop;
}
