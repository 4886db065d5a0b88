import { type FSWatcher, readdirSync, watch } from 'node:fs';
import { join } from 'node:path';

/** A folder that is away is looked for again after this, and so is one that is new, in ms. */
const againMs = 1_000;

/**
 * Tells of every change in a folder and those in it. Each folder is watched by itself: that sees a file that another is put
 * in place of, as editors do, where watching the files themselves would go on watching the old one.
 */
export function watchTree(root: string, onChange: () => void): { start(): void; stop(): void } {
  const watchers = new Map<string, FSWatcher>();
  let timer: NodeJS.Timeout | undefined;
  let isStopped = false;

  /** Watches the folders that there are now. */
  function renew(): void {
    const there = new Set(foldersIn(root));
    for (const [folder, watcher] of watchers) {
      if (there.has(folder)) continue;
      watcher.close();
      watchers.delete(folder);
    }
    for (const folder of there) if (!watchers.has(folder)) add(folder);
    if (there.size === 0) later();
  }

  function add(folder: string): void {
    const forget = () => {
      watchers.get(folder)?.close();
      watchers.delete(folder);
      later();
    };
    try {
      const watcher = watch(folder, { persistent: false }, (event) => {
        onChange();
        // Something came or went: perhaps a folder.
        if (event === 'rename') renewSoon();
      });
      watcher.on('error', forget);
      watchers.set(folder, watcher);
    } catch {
      later();
    }
  }

  function renewSoon(): void {
    if (!isStopped) setImmediate(() => !isStopped && renew());
  }

  /** Looks again for what could not be watched; what happened meanwhile is a change. */
  function later(): void {
    if (isStopped) return;
    timer ??= setTimeout(() => {
      timer = undefined;
      renew();
      onChange();
    }, againMs);
    timer.unref();
  }

  return {
    start: renew,
    stop() {
      isStopped = true;
      clearTimeout(timer);
      for (const watcher of watchers.values()) watcher.close();
      watchers.clear();
    },
  };
}

/** The folder itself and all in it; none where it is away. */
function foldersIn(folder: string): string[] {
  try {
    const inner = readdirSync(folder, { withFileTypes: true }).filter((entry) => entry.isDirectory());
    return [folder, ...inner.flatMap(({ name }) => foldersIn(join(folder, name)))];
  } catch {
    return [];
  }
}
