import type { Looking, View } from './protocol.ts';

/** Changes that come together are told together, in ms. */
const debounceMs = 30;
/** So often a silent connection is kept alive, in ms. */
const heartbeatMs = 15_000;

/** The pages that are open, each of which is sent what it shows whenever that changes. */
export interface Events {
  /** A stream of server-sent events for one page. */
  open(looking: Looking, gone: AbortSignal): Response;
  /** Something may have changed. */
  changed(): void;
  close(): void;
}

export function createEvents(view: (looking: Looking) => View): Events {
  const pages = new Set<{ tell(): void; beat(): void; end(): void }>();
  const encoder = new TextEncoder();
  let timer: NodeJS.Timeout | undefined;
  const heart = setInterval(() => {
    for (const page of pages) page.beat();
  }, heartbeatMs);
  heart.unref();

  function open(looking: Looking, gone: AbortSignal): Response {
    let last = '';
    let leave = () => {};
    const body = new ReadableStream<Uint8Array>({
      start(controller) {
        const send = (text: string) => controller.enqueue(encoder.encode(text));
        const page = {
          tell() {
            const now = view(looking);
            // The time alone is no news.
            const shown = JSON.stringify({ ...now, clock: now.clock.aheadMs });
            if (shown === last) return;
            last = shown;
            send(`event: view\ndata: ${JSON.stringify(now)}\n\n`);
          },
          beat: () => send(': still here\n\n'),
          end() {
            if (!pages.delete(page)) return;
            controller.close();
          },
        };
        leave = () => void pages.delete(page);
        pages.add(page);
        page.tell();
      },
      cancel: () => leave(),
    });
    gone.addEventListener('abort', () => leave());
    return new Response(body, { headers: { 'content-type': 'text/event-stream', 'cache-control': 'no-store' } });
  }

  return {
    open,
    changed() {
      timer ??= setTimeout(() => {
        timer = undefined;
        for (const page of [...pages]) page.tell();
      }, debounceMs);
    },
    close() {
      clearTimeout(timer);
      clearInterval(heart);
      for (const page of [...pages]) page.end();
    },
  };
}
