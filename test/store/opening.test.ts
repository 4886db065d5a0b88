import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { chmod, mkdir, mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { type AddressInfo, createServer, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { afterEach, beforeEach, describe, expect, it, onTestFinished } from 'vitest';
import { OperatorError } from '../../src/core/errors.ts';
import { openStore, type StoreOptions } from '../../src/store/open.ts';
import { hasPostgres, postgresSchema, server } from './databases.ts';
import { at, guild } from './things.ts';

const refusal = async (options: StoreOptions): Promise<string> => {
  const error = await openStore(options).catch((one: unknown) => one);
  expect(error).toBeInstanceOf(OperatorError);
  return (error as OperatorError).message;
};

describe('a SQLite file', () => {
  let folder: string;
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'parley-opening-'));
    await chmod(folder, 0o755);
  });
  afterEach(() => rm(folder, { recursive: true }));

  /** Root may write everywhere; the user that runs Parley may not. */
  async function asNobody<T>(work: () => Promise<T>): Promise<T> {
    if (process.getuid?.() !== 0) return await work();
    process.seteuid?.(65534);
    return await work().finally(() => process.seteuid?.(0));
  }

  it('is made with its folder, keeps what is written, and is alone once it is closed', async () => {
    const file = join(folder, 'new/data/parley.db');
    const store = await openStore({ file });
    const { id } = await store.communities.of(guild, at);
    await store.close();
    await store.close();
    expect(existsSync(`${file}-wal`)).toBe(false);
    expect((await stat(join(folder, 'new/data'))).mode & 0o777).toBe(0o700);
    const again = await openStore({ file });
    expect((await again.communities.byId(id))?.name).toBe(guild.title);
    await again.close();
  });

  it('is refused where it is something else', async () => {
    const file = join(folder, 'parley.db');
    await writeFile(file, 'Dear diary, this is no database at all. '.repeat(100));
    expect(await refusal({ file })).toMatch(/parley\.db is not a database: .*move this file away/u);
    expect(await readFile(file, 'utf8')).toMatch(/^Dear diary/u);
  });

  it('is refused where it is a folder, or in a file', async () => {
    const file = join(folder, 'parley.db');
    await mkdir(file);
    expect(await refusal({ file })).toMatch(/can’t be opened/u);
    await writeFile(join(folder, 'file'), '');
    expect(await refusal({ file: join(folder, 'file/parley.db') })).toMatch(/can’t be opened/u);
  });

  it('is refused where it can’t be made or written', async () => {
    const file = join(folder, 'parley.db');
    expect(await asNobody(() => refusal({ file }))).toMatch(/can’t be opened: set DATA_DIR/u);
    expect(await asNobody(() => refusal({ file: join(folder, 'data/parley.db') }))).toMatch(/can’t be written to/u);
    await (await openStore({ file })).close();
    expect(await asNobody(() => refusal({ file }))).toMatch(/can’t be (written to|opened)/u);
    await chmod(folder, 0o777);
    expect(await asNobody(() => refusal({ file }))).toMatch(/can’t be written to/u);
  });

  it('is refused where it is damaged', async () => {
    const file = join(folder, 'parley.db');
    await (await openStore({ file })).close();
    const bytes = await readFile(file);
    await writeFile(file, Buffer.concat([bytes.subarray(0, 100), randomBytes(bytes.length - 100)]));
    expect(await refusal({ file })).toMatch(/is damaged: move it away and restore the latest backup/u);
  });
});

describe.skipIf(!(await hasPostgres()))('a PostgreSQL server', () => {
  const secret = 'correct-horse';

  /** A server that answers whoever connects with this, and then hangs up. */
  async function answering(answer: Buffer | undefined): Promise<string> {
    const sockets: Socket[] = [];
    const fake = createServer((socket) => {
      sockets.push(socket);
      socket.on('error', () => {});
      socket.once('data', () => {
        if (answer) socket.end(answer);
      });
    });
    await new Promise<void>((resolve) => fake.listen(0, '127.0.0.1', resolve));
    onTestFinished(() => {
      for (const socket of sockets) socket.destroy();
      fake.close();
    });
    return `postgres://parley:${secret}@127.0.0.1:${(fake.address() as AddressInfo).port}/parley`;
  }

  /** An ErrorResponse of PostgreSQL's protocol. */
  function errorResponse(code: string, message: string): Buffer {
    const fields = Buffer.from(`SFATAL\0C${code}\0M${message}\0\0`);
    const head = Buffer.from('E\0\0\0\0');
    head.writeInt32BE(fields.length + 4, 1);
    return Buffer.concat([head, fields]);
  }

  it('is refused where nobody answers', async () => {
    const url = `postgres://parley:${secret}@127.0.0.1:1/parley`;
    const message = await refusal({ url });
    expect(message).toMatch(
      /^The database 127\.0\.0\.1:1\/parley can’t be reached: check the address in DATABASE_URL/u,
    );
    expect(message).not.toContain(secret);
    const silent = await answering(undefined);
    expect(await refusal({ url: silent, connectTimeoutMs: 200 })).toMatch(/can’t be reached/u);
    const hangingUp = await answering(Buffer.alloc(0));
    expect(await refusal({ url: hangingUp })).toMatch(/can’t be reached/u);
  });

  it('is refused where it takes no such user, password or name', async () => {
    const url = await answering(errorResponse('28P01', `password authentication failed for user "parley"`));
    const message = await refusal({ url });
    expect(message).toMatch(/refuses the user or password/u);
    expect(message).not.toContain(secret);
    expect(await refusal({ url: server.replace('postgres@', 'no-such-user@') })).toMatch(
      /refuses the user or password/u,
    );
    expect(await refusal({ url: server.replace(/\/\w+$/u, '/no_such_database') })).toMatch(
      /does not exist: create it/u,
    );
    const starting = await answering(errorResponse('57P03', 'the database system is starting up'));
    expect(await refusal({ url: starting })).toMatch(/is starting up/u);
  });

  it('is refused where it takes no writes or lets nobody make tables', async () => {
    const { options, drop } = await postgresSchema();
    onTestFinished(drop);
    const standby = options.url.replace('search_path', 'default_transaction_read_only%3Don%20-c%20search_path');
    expect(await refusal({ url: standby })).toMatch(/takes no writes/u);

    const user = `test_${randomBytes(6).toString('hex')}`;
    const client = new pg.Client({ connectionString: server });
    await client.connect();
    await client.query(
      `create role ${user} login; grant usage on schema ${new URL(options.url).searchParams.get('options')?.split('=')[1]} to ${user}`,
    );
    onTestFinished(async () => {
      await client.query(`drop owned by ${user}; drop role ${user}`);
      await client.end();
    });
    expect(await refusal({ url: options.url.replace('postgres@', `${user}@`) })).toMatch(
      /does not let this user make tables/u,
    );
  });

  it('goes on after its connections were cut', async () => {
    const { options, drop } = await postgresSchema();
    onTestFinished(drop);
    const name = `parley-${randomBytes(4).toString('hex')}`;
    const store = await openStore({ url: `${options.url}&application_name=${name}` });
    onTestFinished(() => store.close());
    const { id } = await store.communities.of(guild, at);
    const client = new pg.Client({ connectionString: server });
    await client.connect();
    const { rowCount } = await client.query(
      `select pg_terminate_backend(pid) from pg_stat_activity where application_name = $1`,
      [name],
    );
    await client.end();
    expect(rowCount).toBeGreaterThan(0);
    await expect.poll(() => store.communities.byId(id).catch(() => undefined)).toMatchObject({ id });
  });
});
