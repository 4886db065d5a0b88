import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { apiError, httpError, isRefused } from './errors.ts';
import type { FaultKind, Faults } from './faults.ts';
import type { Journal, JournalEntry } from './journal.ts';
import { type Limited, limitedAnswer, type RateLimits } from './rate-limits.ts';
import { readBody } from './request-body.ts';
import { findRoute, type Reply, type Route } from './routes.ts';
import type { AttachmentState } from './world.ts';

interface ServerParts {
  routes: Route[];
  faults: Faults;
  journal: Journal;
  files: Map<string, AttachmentState>;
  limits: RateLimits;
  now: () => number;
  accepts: (token: string | undefined) => boolean;
  changed: () => void;
}

const prefix = '/api/v10';

/** The HTTP server on 127.0.0.1: authorisation, rate limits and faults, in this order, and the journal, around the routes. */
export async function createApiServer(parts: ServerParts) {
  let limitedCount = 0;
  const server = createServer((request, response) => {
    serve(request, response).catch((error: unknown) => response.destroy(error as Error));
  });
  let [open, mostOpen] = [0, 0];
  server.on('connection', (socket) => {
    mostOpen = Math.max(mostOpen, ++open);
    socket.once('close', () => open--);
  });

  async function serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const url = new URL(request.url ?? '/', 'http://127.0.0.1');
    if (url.pathname.startsWith('/attachments/')) return serveFile(url.pathname, response);
    const method = request.method ?? 'GET';
    const path = url.pathname.startsWith(prefix) ? url.pathname.slice(prefix.length) : url.pathname;
    const { body, files, malformed } = await readBody(request);
    const query = Object.fromEntries(url.searchParams);
    const found = url.pathname.startsWith(prefix) ? findRoute(parts.routes, method, path) : undefined;
    const route = found?.pattern.split(' ')[1] ?? '';
    const entry = parts.journal.add({ method, path, route, query, body, files, at: parts.now() });
    if (!found) return finish(response, entry, 404, httpError(404, 'Not Found').body);
    const authorization = request.headers.authorization;
    const token = authorization?.startsWith('Bot ') ? authorization.slice(4) : undefined;
    if (!found.open && !parts.accepts(token)) return finish(response, entry, 401, httpError(401, 'Unauthorized').body);
    const { headers, limited } = parts.limits.count(found.pattern, found.params);
    if (limited) return refuseAsLimited(response, entry, limited, headers);
    const fault = parts.faults.meet({ method, path, route, channel: found.params.channel, body });
    const side = (kind: 'hang' | 'reset') =>
      fault && kind in fault.kind ? (fault.kind as Record<string, string>)[kind] : undefined;
    if (fault && 'delayMs' in fault.kind) await after(fault.kind.delayMs);
    if (side('hang') === 'before') await fault?.held();
    if (side('reset') === 'before') return void request.socket.resetAndDestroy();
    const staged = fault && stagedAnswer(fault.kind);
    if (staged) return finish(response, entry, staged.status, staged.body, staged.headers);
    const locale = request.headers['x-discord-locale'];
    const call = { params: found.params, query, body, files, locale: typeof locale === 'string' ? locale : undefined };
    const result = malformed ? apiError(50109) : found.handle(call);
    if (side('hang') === 'after') await fault?.held();
    if (side('reset') === 'after') return void request.socket.resetAndDestroy();
    if (isRefused(result)) entry.error = result.body;
    finish(response, entry, result.status, (result as Reply).body, headers);
  }

  function refuseAsLimited(
    response: ServerResponse,
    entry: JournalEntry,
    limited: Limited,
    headers: Record<string, string>,
  ): void {
    const answer = limitedAnswer(limited);
    finish(response, entry, 429, answer.body, { ...headers, ...answer.headers });
  }

  function finish(
    response: ServerResponse,
    entry: JournalEntry,
    status: number,
    body?: unknown,
    headers: Record<string, string> = {},
  ): void {
    entry.status = status;
    if (status === 429) limitedCount += 1;
    if (status >= 400) entry.error ??= body;
    const html = typeof body === 'string';
    const contentType = body === undefined ? {} : { 'content-type': html ? 'text/html' : 'application/json' };
    response.writeHead(status, { ...headers, ...contentType });
    response.end(body === undefined ? undefined : html ? body : JSON.stringify(body));
    parts.changed();
  }

  let filesAreAt: string | undefined;

  function serveFile(path: string, response: ServerResponse): void {
    if (filesAreAt !== undefined) {
      response.writeHead(302, { location: filesAreAt }).end();
      return;
    }
    const file = parts.files.get(path.split('/')[2] ?? '');
    response.writeHead(file ? 200 : 404, { 'content-type': file?.contentType ?? 'text/plain' });
    response.end(file?.bytes);
  }

  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    server,
    port,
    /** How many requests were answered with 429. */
    limitedCount: () => limitedCount,
    mostOpen: () => mostOpen,
    redirectFiles(to?: string) {
      filesAreAt = to;
    },
    close: () =>
      new Promise<void>((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

function stagedAnswer(kind: FaultKind): { status: number; body: unknown; headers: Record<string, string> } | undefined {
  if ('status' in kind)
    return { status: kind.status, body: kind.body ?? httpError(kind.status, 'Fault').body, headers: {} };
  if ('badGateway' in kind)
    return { status: 502, body: '<html><body><h1>502 Bad Gateway</h1></body></html>', headers: {} };
  if (!('rateLimit' in kind)) return undefined;
  const { retryAfterMs, global = false, scope = global ? 'global' : 'user' } = kind.rateLimit;
  return { status: 429, ...limitedAnswer({ retryAfterMs, global, scope }) };
}

function after(delayMs: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, delayMs));
}
