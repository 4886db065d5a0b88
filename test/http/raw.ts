import { once } from 'node:events';
import { connect } from 'node:net';
import { text } from 'node:stream/consumers';
import { pino } from 'pino';
import { onTestFinished } from 'vitest';
import type { HttpLimits } from '../../src/http/limits.ts';
import { createHttpServer, type Route } from '../../src/http/server.ts';

/** A server with these limits; it ends with the test. */
export async function serve(routes: Route[], limits: Partial<HttpLimits> = {}) {
  const lines: string[] = [];
  const log = pino({ level: 'error' }, { write: (line: string) => void lines.push(line) });
  const server = createHttpServer({ host: '127.0.0.1', port: 0, routes, log, limits });
  await server.start();
  onTestFinished(() => server.stop());
  return { server, lines, url: server.address(), port: server.port() };
}

/** A bare connection: what is written on it, and all that came back until the other side closed it. */
export async function open(port: number) {
  const socket = connect({ host: '127.0.0.1', port, allowHalfOpen: true });
  onTestFinished(() => void socket.destroy());
  socket.on('error', () => {});
  await once(socket, 'connect');
  const heard = text(socket).catch(() => 'reset');
  return {
    socket,
    write: (said: string) => void socket.write(said),
    /** Resolves when the server has closed the connection. */
    heard,
    status: async () => /^HTTP\/1\.1 (\d{3})/u.exec(await heard)?.[1],
  };
}

export const get = (path: string, ...headers: string[]) =>
  [`GET ${path} HTTP/1.1`, 'host: x', ...headers, '', ''].join('\r\n');
