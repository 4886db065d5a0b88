import type { AddressInfo } from 'node:net';
import { createAdaptorServer } from '@hono/node-server';
import { Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import type { Logger } from 'pino';
import { OperatorError } from '../core/errors.ts';

/** A path that somebody answers. */
export interface Route {
  method: 'GET' | 'POST';
  path: string;
  handle(request: Request): Response | Promise<Response>;
}

export interface HttpServerParts {
  host: string;
  /** 0 takes any free port. */
  port: number;
  routes: readonly Route[];
  log: Logger;
}

export interface HttpServer {
  /** Resolves when it listens; throws OperatorError where it cannot. */
  start(): Promise<void>;
  /** The port listened on. */
  port(): number;
  /** Takes no more connections and resolves when the requests under way are answered. */
  stop(): Promise<void>;
}

const largestBodyBytes = 1024 * 1024;

/** The one HTTP server: the routes handed in, and `GET /live`, which says that the process runs. */
export function createHttpServer({ host, port: wanted, routes, log }: HttpServerParts): HttpServer {
  let isStopping = false;
  const app = new Hono();
  app.use(async (context, next) => {
    await next();
    if (isStopping) context.header('connection', 'close');
  });
  app.use(bodyLimit({ maxSize: largestBodyBytes, onError: (context) => context.body(null, 413) }));
  app.get('/live', (context) => context.text('ok'));
  for (const { method, path, handle } of routes) app.on(method, path, (context) => handle(context.req.raw));
  app.notFound((context) => context.body(null, 404));
  app.onError((error, context) => {
    log.error({ err: error, path: context.req.path }, 'An HTTP request could not be answered.');
    return context.body(null, 500);
  });
  const server = createAdaptorServer({ fetch: app.fetch });

  const port = () => (server.address() as AddressInfo).port;

  function start(): Promise<void> {
    return new Promise((resolve, reject) => {
      server.once('error', (error: NodeJS.ErrnoException) => reject(new OperatorError(problem(error, host, wanted))));
      server.listen(wanted, host, () => {
        log.info({ host, port: port() }, 'The HTTP server listens.');
        resolve();
      });
    });
  }

  function stop(): Promise<void> {
    return new Promise((resolve) => {
      isStopping = true;
      if (!server.listening) return resolve();
      server.close(() => resolve());
      if ('closeIdleConnections' in server) server.closeIdleConnections();
    });
  }

  return { start, port, stop };
}

function problem({ code, message }: NodeJS.ErrnoException, host: string, port: number): string {
  if (code === 'EADDRINUSE') return `Port ${port} on ${host} is taken by another program; set PORT to a free one.`;
  if (code === 'EACCES')
    return `Port ${port} needs rights that this process does not have; set PORT to one above 1023.`;
  return `The HTTP server cannot listen on ${host}:${port} (${message}); check HOST and PORT.`;
}
