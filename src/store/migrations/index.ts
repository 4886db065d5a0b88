import { firstTables } from './0001-first-tables.ts';
import { updateTables } from './0002-updates.ts';
import { statTables } from './0003-stats.ts';
import { processTables } from './0004-processes.ts';
import type { Migration } from './migration.ts';

/** In order: the first brings an empty database to schema 1, and so on. */
export const migrations: readonly Migration[] = [firstTables, updateTables, statTables, processTables];
