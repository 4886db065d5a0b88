import { Kysely, PostgresDialect } from 'kysely';
import pg from 'pg';
import { OperatorError, Unavailable } from '../core/errors.ts';
import { codeOf, createDatabase, type Database, type Session } from './database.ts';
import type { Tables } from './schema.ts';
import { takeStorableText } from './storable.ts';

export interface PostgresOptions {
  /** `postgres://user:password@host:port/name`. */
  url: string;
  /** Connections at most; 10 unless told. */
  mostConnections?: number;
  /** For a connection to be made; 5 s unless told. */
  connectTimeoutMs?: number;
  /** For one statement, after which PostgreSQL gives it up; 15 s unless told. */
  statementTimeoutMs?: number;
}

const int8 = pg.types.builtins.INT8;
/** Counts and times come as bigint, and all of ours are exact as numbers. */
const types: pg.CustomTypesConfig = {
  getTypeParser: (type, format) => (type === int8 ? Number : pg.types.getTypeParser(type, format)),
};

/** Connects. Throws an OperatorError, which never holds the password, that says what stands in the way. */
export async function openPostgres(options: PostgresOptions): Promise<Database> {
  const { url, mostConnections = 10, connectTimeoutMs = 5000, statementTimeoutMs = 15_000 } = options;
  const settings: pg.ClientConfig = {
    connectionString: url,
    connectionTimeoutMillis: connectTimeoutMs,
    statement_timeout: statementTimeoutMs,
    // For a server that has gone without a word.
    query_timeout: statementTimeoutMs + connectTimeoutMs,
    idle_in_transaction_session_timeout: 2 * statementTimeoutMs,
    keepAlive: true,
    application_name: 'parley',
    types,
  };
  const pool = new pg.Pool({ ...settings, max: mostConnections });
  // An idle connection that breaks is no failure: the pool drops it, and the next query opens another.
  pool.on('error', () => {});
  // One that breaks between two statements of a transaction says so at the next; without a listener it would end the process.
  pool.on('connect', (client) => client.on('error', () => {}));
  try {
    await refusing(url, async () => (await pool.connect()).release());
  } catch (error) {
    await pool.end();
    throw error;
  }
  const db = new Kysely<Tables>({ dialect: new PostgresDialect({ pool, onCreateConnection: takeStorableText }) });
  const close = async () => {
    await db.destroy();
    if (!pool.ended) await pool.end();
  };
  return createDatabase('postgres', db, close, {
    session: () => openSession({ ...settings, query_timeout: connectTimeoutMs }),
    connections: () => ({ total: pool.totalCount, idle: pool.idleCount, waiting: pool.waitingCount }),
  });
}

async function openSession(settings: pg.ClientConfig): Promise<Session> {
  const client = new pg.Client(settings);
  // The next query says so; without a listener it would end the process.
  client.on('error', () => {});
  await client.connect();
  return {
    query: (statement) => client.query(statement),
    onNotice: (handler) => client.on('notification', ({ payload = '' }) => handler(payload)),
    onEnd: (handler) => client.once('end', handler),
    end: () => client.end().catch(() => {}),
  };
}

/** Puts into words what the server and the network say when it can't be used. */
export async function refusing<T>(url: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    const code = codeOf(error) || codeByWords(error);
    const reason = reasons.find(([codes]) => codes.test(code))?.[1];
    throw reason ? new OperatorError(`The database ${placeOf(url)} ${reason}`, { cause: error }) : error;
  }
}

/** The driver's own errors have no codes. */
function codeByWords(error: unknown): string {
  const told = error instanceof Unavailable ? error.cause : error;
  const said = told instanceof Error ? told.message : '';
  if (/timeout/iu.test(said)) return 'ETIMEDOUT';
  if (/connection terminated/iu.test(said)) return 'ECONNRESET';
  return /does not support SSL/iu.test(said) ? 'NO_TLS' : '';
}

const reasons: readonly (readonly [codes: RegExp, reason: string])[] = [
  [
    /^(ECONN|ENOTFOUND|EAI_AGAIN|ETIMEDOUT|EHOSTUNREACH|ENETUNREACH|ENOENT|08)/u,
    'can’t be reached: check the address in DATABASE_URL and whether PostgreSQL runs there.',
  ],
  [/^28/u, 'refuses the user or password: check them in DATABASE_URL.'],
  [/^3D000/u, 'does not exist: create it, or correct its name in DATABASE_URL.'],
  [/^42501/u, 'does not let this user make tables or write to them: grant it the right to create in the schema.'],
  [/^25006/u, 'takes no writes: set DATABASE_URL to the primary server, not to a standby.'],
  [
    /^(SELF_SIGNED|DEPTH_ZERO|UNABLE_TO_|CERT_|ERR_TLS_CERT)/u,
    'shows a certificate that can’t be verified: name the file of who issued it by sslrootcert in DATABASE_URL, and the host as the certificate does.',
  ],
  [/^NO_TLS/u, 'does not speak TLS, which sslmode in DATABASE_URL asks for: turn ssl on there, or leave sslmode out.'],
  [/^53300/u, 'takes no more connections: close some, or raise max_connections.'],
  [/^57P0/u, 'is starting up or shutting down: try again in a moment.'],
];

/** Host, port and name, without user and password. */
function placeOf(url: string): string {
  if (!URL.canParse(url)) return 'in DATABASE_URL';
  const { host, pathname } = new URL(url);
  return `${host || 'localhost'}${pathname}`;
}
