import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { connect, createServer, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { TLSSocket } from 'node:tls';
import { describe, expect, it, onTestFinished } from 'vitest';
import { OperatorError } from '../../src/core/errors.ts';
import { openStore } from '../../src/store/open.ts';
import { hasPostgres, postgresSchema, server } from './databases.ts';

/** A key, and a certificate of it for localhost that nobody else vouches for. */
function certificate() {
  const folder = mkdtempSync(join(tmpdir(), 'parley-tls-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const [key, cert] = [join(folder, 'key.pem'), join(folder, 'cert.pem')];
  const made = ['req', '-x509', '-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes', '-days', '2'];
  const named = ['-subj', '/CN=localhost', '-addext', 'subjectAltName=DNS:localhost', '-keyout', key, '-out', cert];
  execFileSync('openssl', [...made, ...named], { stdio: 'pipe' });
  return { key: readFileSync(key), cert: readFileSync(cert), file: cert };
}

/** Stands before the server and speaks TLS as PostgreSQL does: after a request for it, which it answers with one letter. */
async function tlsBefore({ key, cert }: { key: Buffer; cert: Buffer }) {
  const { hostname, port } = new URL(server);
  const secured: TLSSocket[] = [];
  const front = createServer((near: Socket) => {
    near.once('data', () => {
      near.write('S');
      const inside = new TLSSocket(near, { isServer: true, key, cert });
      const far = connect(Number(port || 5432), hostname);
      secured.push(inside);
      inside.on('error', () => far.destroy());
      far.on('error', () => inside.destroy());
      inside.pipe(far).pipe(inside);
    });
    near.on('error', () => {});
  });
  await new Promise<void>((resolve) => front.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => {
    for (const one of secured) one.destroy();
    front.close();
  });
  return { port: (front.address() as { port: number }).port, secured };
}

/** The address of a schema, by way of a port on localhost. */
async function addressBy(port: number, more: string): Promise<string> {
  const schema = await postgresSchema();
  onTestFinished(() => schema.drop());
  const url = new URL(schema.options.url);
  url.hostname = 'localhost';
  url.port = `${port}`;
  return `${url.href}&${more}`;
}

describe.skipIf(!(await hasPostgres()))('PostgreSQL over TLS', () => {
  it('is used where its certificate is vouched for', async () => {
    const made = certificate();
    const { port, secured } = await tlsBefore(made);
    const url = await addressBy(port, `sslmode=verify-full&sslrootcert=${encodeURIComponent(made.file)}`);
    const store = await openStore({ url });
    await store.ping();
    await store.close();
    expect(secured.length).toBeGreaterThan(0);
  });

  it('is refused where nobody vouches for it, with what to do', async () => {
    const { port } = await tlsBefore(certificate());
    const refused = openStore({ url: await addressBy(port, 'sslmode=verify-full') });
    await expect(refused).rejects.toThrow(OperatorError);
    await expect(refused).rejects.toThrow(/certificate that can’t be verified: .*sslrootcert/u);
  });

  it('is refused for another host than the certificate names', async () => {
    const made = certificate();
    const { port } = await tlsBefore(made);
    const root = `sslmode=verify-full&sslrootcert=${encodeURIComponent(made.file)}`;
    const url = (await addressBy(port, root)).replace('localhost', '127.0.0.1');
    await expect(openStore({ url })).rejects.toThrow(/certificate that can’t be verified/u);
  });

  it('is asked for in vain where the server does not speak it', async () => {
    const plain = createServer((near) => near.once('data', () => near.write('N')));
    await new Promise<void>((resolve) => plain.listen(0, '127.0.0.1', resolve));
    onTestFinished(() => void plain.close());
    const { port } = plain.address() as { port: number };
    const refused = openStore({ url: `postgres://localhost:${port}/test?sslmode=verify-full` });
    await expect(refused).rejects.toThrow(/does not speak TLS, which sslmode in DATABASE_URL asks for/u);
  });
});
