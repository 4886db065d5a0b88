import { basename } from 'node:path';
import type { View } from './protocol.ts';
import { watchTree } from './watch-tree.ts';

/** An editor that saves touches a file several times, in ms. */
const debounceMs = 100;

export type Problems = View['content']['problems'];

export interface ContentWatchParts {
  folder: string;
  /** Reads the folder again; resolves to whether that is sound, and so served. */
  reload(): Promise<boolean>;
  /** What the content check says of the folder. */
  check(): Promise<Problems>;
  onChange(): void;
  onFault(error: unknown): void;
}

export interface ContentWatch {
  current(): View['content'];
  start(): void;
  /** Resolves when nothing is being read any more. */
  stop(): Promise<void>;
}

/** Reads the content folder again whenever something in it is saved, however the editor does that. */
export function createContentWatch({ folder, reload, check, onChange, onFault }: ContentWatchParts): ContentWatch {
  let content: View['content'] = { readAtMs: Date.now(), problems: [] };
  let isStopped = false;
  let timer: NodeJS.Timeout | undefined;
  let working: Promise<void> = Promise.resolve();

  async function look(isSaved: boolean): Promise<void> {
    if (isStopped) return;
    try {
      if (isSaved && (await reload())) content = { ...content, readAtMs: Date.now() };
      content = { ...content, problems: await check() };
    } catch (error) {
      onFault(error);
      const message = error instanceof Error ? error.message : String(error);
      content = { ...content, problems: [{ severity: 'error', file: basename(folder), message }] };
    }
    onChange();
  }

  const tree = watchTree(folder, () => {
    clearTimeout(timer);
    timer = setTimeout(() => {
      working = working.then(() => look(true));
    }, debounceMs);
  });

  return {
    current: () => content,
    start() {
      tree.start();
      working = working.then(() => look(false));
    },
    async stop() {
      isStopped = true;
      clearTimeout(timer);
      tree.stop();
      await working;
    },
  };
}
