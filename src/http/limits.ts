import type { Server } from 'node:http';

/** How much of the server one client, and all of them together, may take up. */
export interface HttpLimits {
  bodyBytes: number;
  /** Of one request, all headers together; more is answered with 431. */
  headerBytes: number;
  /** Headers beyond so many are not looked at. */
  headers: number;
  /** Within this long a request's headers must be there, else it is answered with 408. */
  headersWithinMs: number;
  /** The same for the whole request, its body included. */
  requestWithinMs: number;
  /** How often it is looked for requests that take longer. */
  lookEveryMs: number;
  /** A connection is closed that has been idle for so long between two requests. */
  idleMs: number;
  /** A connection is closed on which nothing has moved for so long: of somebody who takes no answer, for one. */
  stillMs: number;
  /** At once; those beyond are closed. */
  connections: number;
}

export const usualLimits: HttpLimits = {
  bodyBytes: 1024 * 1024,
  // A browser sends the cookies of every program on its machine to the playground.
  headerBytes: 16 * 1024,
  headers: 64,
  headersWithinMs: 10_000,
  requestWithinMs: 30_000,
  lookEveryMs: 1000,
  // Longer than clients and proxies keep idle connections, lest one is closed just as a request is sent on it.
  idleMs: 75_000,
  stillMs: 120_000,
  connections: 512,
};

/** Node's options of a server that keeps to the limits. */
export const serverOptions = (limits: HttpLimits) => ({
  maxHeaderSize: limits.headerBytes,
  headersTimeout: limits.headersWithinMs,
  requestTimeout: limits.requestWithinMs,
  connectionsCheckingInterval: limits.lookEveryMs,
  keepAliveTimeout: limits.idleMs,
});

/** What can only be set on the server itself. */
export function limit(server: Server, limits: HttpLimits): void {
  server.maxHeadersCount = limits.headers;
  server.maxConnections = limits.connections;
  server.timeout = limits.stillMs;
}
