import Sqlite from 'better-sqlite3';
import { between, delay, type Ground, type Strike } from './strike.ts';

const [shortestLockMs, longestLockMs] = [500, 9_000];
const [shortestFullMs, longestFullMs] = [5_000, 40_000];

/** A disk that is slow, and one that is full. */
export function sqliteStrikes({ troubles, random, program }: Ground, file: string): Strike[] {
  return [
    {
      kind: 'database: slow disk',
      weight: 3,
      async run() {
        const other = new Sqlite(file, { timeout: 0 });
        try {
          if (!(await taken(other))) return;
          const end = troubles.begin('database', 'slow disk');
          await delay(between(random, shortestLockMs, longestLockMs));
          other.exec('rollback');
          end();
        } finally {
          other.close();
        }
      },
    },
    {
      kind: 'database: full disk',
      weight: 2,
      async run() {
        const end = troubles.begin('database', 'full disk');
        program()?.fill(true);
        await delay(between(random, shortestFullMs, longestFullMs));
        program()?.fill(false);
        end();
      },
    },
  ];
}

/** As soon as the program lets go of the write lock. */
async function taken(other: Sqlite.Database): Promise<boolean> {
  for (let attempt = 0; attempt < 50; attempt++) {
    try {
      other.exec('begin immediate');
      return true;
    } catch {
      await delay(50);
    }
  }
  return false;
}
