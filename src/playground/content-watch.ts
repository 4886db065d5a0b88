import { type FSWatcher, watch } from 'node:fs';
import { setTimeout as wait } from 'node:timers/promises';
import type { View } from './protocol.ts';

/** An editor that saves touches a file several times, in ms. */
const debounceMs = 100;
/** A folder that cannot be watched is tried again after this, in ms. */
const retryMs = 2_000;

export type Problems = View['content']['problems'];

export interface ContentWatchParts {
  folder: string;
  /** Reads the folder again; what is sound is served. Resolves to what the check says, and whether it is served now. */
  reload(): Promise<{ problems: Problems; isServed: boolean }>;
  onChange(): void;
  onFault(error: unknown): void;
}

export interface ContentWatch {
  current(): View['content'];
  start(): void;
  stop(): void;
}

/** Reads the content folder again whenever something in it is saved, however the editor does that. */
export function createContentWatch({ folder, reload, onChange, onFault }: ContentWatchParts): ContentWatch {
  const stopping = new AbortController();
  let content: View['content'] = { readAtMs: Date.now(), problems: [] };
  let watcher: FSWatcher | undefined;
  let timer: NodeJS.Timeout | undefined;
  let reading: Promise<void> = Promise.resolve();

  async function read(): Promise<void> {
    if (stopping.signal.aborted) return;
    try {
      const { problems, isServed } = await reload();
      content = { readAtMs: isServed ? Date.now() : content.readAtMs, problems };
    } catch (error) {
      onFault(error);
      const message = error instanceof Error ? error.message : String(error);
      content = { ...content, problems: [{ severity: 'error', file: folder, message }] };
    }
    onChange();
  }

  function stir(): void {
    clearTimeout(timer);
    timer = setTimeout(() => {
      reading = reading.then(read);
    }, debounceMs);
  }

  /** Watches until that fails, as when the folder itself is replaced. */
  function attempt(): void {
    if (stopping.signal.aborted) return;
    try {
      watcher = watch(folder, { recursive: true, persistent: false }, stir);
      watcher.on('error', (error) => again(error));
    } catch (error) {
      again(error);
    }
  }

  function again(error: unknown): void {
    watcher?.close();
    onFault(error);
    void wait(retryMs, undefined, { signal: stopping.signal, ref: false })
      .then(() => {
        attempt();
        stir();
      })
      .catch(() => {});
  }

  return {
    current: () => content,
    start() {
      attempt();
      reading = reading.then(read);
    },
    stop() {
      stopping.abort();
      clearTimeout(timer);
      watcher?.close();
    },
  };
}
