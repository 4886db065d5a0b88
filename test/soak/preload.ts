import Sqlite from 'better-sqlite3';
import { type Hurry, hurry, onStall } from './hurry.ts';

/** What a program under test can be asked over its channel, beside what it is asked as the product. */
export type Request = { ask: 'heap' } | { ask: 'full disk'; isFull: boolean };

/** What it tells: of its heap when it is asked, and when it could do nothing for a while. */
export type Message = { heapBytes: number } | { stalledMs: number };

/** Loaded before the program: its time runs faster, it tells of its memory, and its disk can be full. */
const time: Hurry = JSON.parse(process.env.SOAK_TIME ?? '{}');
hurry(time);
onStall(time.speed, (stalledMs) => process.send?.({ stalledMs } satisfies Message));

const mostPages = 2 ** 32 - 2;
const connections = new Set<Sqlite.Database>();
const { pragma } = Sqlite.prototype;
/** SQLite counts the pages that it may use by connection: what the program opens is known by what it sets first. */
Sqlite.prototype.pragma = function (this: Sqlite.Database, ...args: Parameters<typeof pragma>) {
  connections.add(this);
  return pragma.apply(this, args);
};

process.on('message', (request: Request) => {
  if (request.ask === 'heap') {
    globalThis.gc?.();
    process.send?.({ heapBytes: process.memoryUsage().heapUsed } satisfies Message);
    return;
  }
  // Fewer than there are can't be set: not one more is what then remains.
  for (const connection of connections)
    if (connection.open) pragma.call(connection, `max_page_count = ${request.isFull ? 1 : mostPages}`);
});
// It does not outlive whoever started it.
process.on('disconnect', () => process.exit(1));
// A channel keeps a process alive; the program is to end when it has stopped.
process.channel?.unref();
