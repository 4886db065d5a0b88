import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createAdaptorServer } from '@hono/node-server';
import { Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import type { Logger } from 'pino';
import { OperatorError } from '../core/errors.ts';
import { type HttpLimits, limit, serverOptions, usualLimits } from './limits.ts';

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
  /** Whether any free port will do where that one is taken. */
  orAnyPort?: boolean;
  routes: readonly Route[];
  log: Logger;
  /** Those that differ from the usual ones. */
  limits?: Partial<HttpLimits>;
}

export interface HttpServer {
  /** Resolves when it listens; throws OperatorError where it cannot. */
  start(): Promise<void>;
  /** The port listened on. */
  port(): number;
  /** Where a browser on this machine finds it. */
  address(): string;
  /** Takes no more connections and resolves when the requests under way are answered. */
  stop(): Promise<void>;
}

/** What a route may take; HEAD is answered as GET is, without the body. */
const methods = ['GET', 'HEAD', 'POST'];

/** The one HTTP server: the routes handed in, and `GET /live`, which says that the process runs. */
export function createHttpServer(parts: HttpServerParts): HttpServer {
  const { host, port: wanted, orAnyPort = false, routes, log } = parts;
  const limits = { ...usualLimits, ...parts.limits };
  let isStopping = false;
  const app = new Hono();
  app.use(async (context, next) => {
    await next();
    if (isStopping) context.header('connection', 'close');
    context.header('x-content-type-options', 'nosniff');
  });
  app.use(async (context, next) =>
    methods.includes(context.req.method) ? await next() : context.body(null, 405, { allow: methods.join(', ') }),
  );
  app.use(bodyLimit({ maxSize: limits.bodyBytes, onError: (context) => context.body(null, 413) }));
  app.get('/live', (context) => context.text('ok'));
  for (const { method, path, handle } of routes) app.on(method, path, (context) => handle(context.req.raw));
  app.notFound((context) => context.body(null, 404));
  app.onError((error, context) => {
    log.error({ err: error, path: context.req.path }, 'An HTTP request could not be answered.');
    return context.body(null, 500);
  });
  const server = createAdaptorServer({
    fetch: app.fetch,
    createServer,
    serverOptions: serverOptions(limits),
  }) as Server;
  limit(server, limits);

  const port = () => (server.address() as AddressInfo).port;

  const listen = (port: number): Promise<void> =>
    new Promise((resolve, reject) => {
      server.once('error', reject);
      server.listen(port, host, () => {
        server.off('error', reject);
        resolve();
      });
    });

  async function start(): Promise<void> {
    try {
      await listen(wanted).catch((error: NodeJS.ErrnoException) => {
        if (error.code !== 'EADDRINUSE' || !orAnyPort) throw error;
        return listen(0);
      });
    } catch (error) {
      throw new OperatorError(problem(error as NodeJS.ErrnoException, host, wanted));
    }
    log.info({ host, port: port() }, 'The HTTP server listens.');
  }

  function stop(): Promise<void> {
    return new Promise((resolve) => {
      isStopping = true;
      if (!server.listening) return resolve();
      server.close(() => resolve());
      server.closeIdleConnections();
    });
  }

  return { start, port, address: () => `http://${nameOf(host)}:${port()}`, stop };
}

/** For a host that means every address of the machine, the one that it has for itself. */
function nameOf(host: string): string {
  if (host === '0.0.0.0' || host === '::') return '127.0.0.1';
  return host.includes(':') ? `[${host}]` : host;
}

function problem({ code, message }: NodeJS.ErrnoException, host: string, port: number): string {
  if (code === 'EADDRINUSE') return `Port ${port} on ${host} is taken by another program; set PORT to a free one.`;
  if (code === 'EACCES')
    return `Port ${port} needs rights that this process does not have; set PORT to one above 1023.`;
  return `The HTTP server cannot listen on ${host}:${port} (${message}); check HOST and PORT.`;
}
