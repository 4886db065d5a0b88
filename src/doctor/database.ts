import { migrations } from '../store/migrations/index.ts';
import { type Finding, ok, problem } from './finding.ts';
import type { Access } from './kept.ts';
import { examinePostgres } from './postgres.ts';
import { examineSqlite } from './sqlite.ts';

const name = 'database';

/** Whether what moderators write can be kept: reachable, of the right version, writable. */
export async function examineDatabase(access: Access): Promise<Finding[]> {
  const { options } = access;
  const kept = await access.open();
  if (!kept)
    return [
      ok(name, `There is no database yet: ${'file' in options ? options.file : 'it'} is made at the first start.`),
    ];
  const { database, schema } = kept;
  const itself =
    'file' in options ? await examineSqlite(database, options.file) : await examinePostgres(database, options.url);
  return [...itself, examineSchema(schema)];
}

function examineSchema(schema: number): Finding {
  const known = migrations.length;
  const at = 'database-schema';
  if (schema === known) return ok(at, `Up to date (${schema}).`);
  if (schema > known)
    return problem(
      at,
      `It was last used by a newer Parley: its schema is ${schema}, this program knows up to ${known}.`,
      'Start that version, or restore a backup into another database.',
    );
  if (schema === 0) return ok(at, 'The database is empty: its tables are made at the first start.');
  return ok(
    at,
    `At ${schema}; brought up to ${known} at the next start. Make a backup first: npm start -- backup FILE.`,
  );
}
