import { sql } from 'kysely';
import type { Database } from '../store/database.ts';
import { type Finding, ok, problem, warning } from './finding.ts';

/** The oldest that takes Parley's queries: `as materialized` came with 12. */
const oldestVersion = 12;
/** What one process opens at most: a pool of ten, and one for leading. */
const connectionsWanted = 11;

interface Server {
  version: string;
  number: number;
  /** Undefined where the search path names a schema that is not there. */
  schema: string | null;
  mayCreate: boolean | null;
  isStandby: boolean;
  isReadOnly: boolean;
  isEncrypted: boolean | null;
  most: number;
  reserved: number;
  used: number;
}

export async function examinePostgres(database: Database, url: string): Promise<Finding[]> {
  const { rows } = await database.query((db) =>
    sql<Server>`select
      current_setting('server_version') as version,
      current_setting('server_version_num')::int as number,
      current_schema() as schema,
      has_schema_privilege(current_schema(), 'CREATE') as "mayCreate",
      pg_is_in_recovery() as "isStandby",
      current_setting('default_transaction_read_only') = 'on' as "isReadOnly",
      (select ssl from pg_stat_ssl where pid = pg_backend_pid()) as "isEncrypted",
      current_setting('max_connections')::int as most,
      current_setting('superuser_reserved_connections')::int as reserved,
      (select count(*) from pg_stat_activity where backend_type = 'client backend') as used`.execute(db),
  );
  const server = rows[0] as Server;
  return [...usable(server), ...connections(server), ...encryption(server, url)];
}

function usable({ version, number, schema, mayCreate, isStandby, isReadOnly }: Server): Finding[] {
  const name = 'database';
  const short = version.split(' ')[0];
  const major = Math.floor(number / 10_000);
  if (major < oldestVersion)
    return [problem(name, `PostgreSQL ${short} is too old.`, `Use ${oldestVersion} or newer.`)];
  if (isStandby || isReadOnly)
    return [
      problem(
        name,
        `PostgreSQL ${short} takes no writes.`,
        'Set DATABASE_URL to the primary server, not to a standby.',
      ),
    ];
  if (schema === null)
    return [problem(name, 'There is no schema to keep the tables in.', 'Create the one that search_path names.')];
  if (mayCreate !== true)
    return [
      problem(
        name,
        `This user may make no tables in the schema ${schema}.`,
        `grant create, usage on schema ${schema} to … (the user in DATABASE_URL)`,
      ),
    ];
  return [ok(name, `PostgreSQL ${short}, schema ${schema}.`)];
}

function connections({ most, reserved, used }: Server): Finding[] {
  const name = 'database-connections';
  // The one that asks is given back.
  const left = Math.max(most - reserved - used + 1, 0);
  const message = `${used} of ${most} in use, ${left} left.`;
  const mend = `A process opens up to ${connectionsWanted}: close others, or raise max_connections.`;
  return [left < connectionsWanted ? warning(name, message, mend) : ok(name, message)];
}

function encryption({ isEncrypted }: Server, url: string): Finding[] {
  const host = URL.canParse(url) ? new URL(url).hostname : '';
  // A folder, or nothing, is a socket of this machine.
  const isHere = host === '' || host.startsWith('%2F') || /^(localhost|127\.\d+\.\d+\.\d+|\[::1\])$/u.test(host);
  if (isHere || isEncrypted === true) return [];
  return [
    warning(
      'database-encryption',
      `What goes to ${host} and comes from it is not encrypted.`,
      'Add ?sslmode=verify-full to DATABASE_URL, unless the network between is yours alone.',
    ),
  ];
}
