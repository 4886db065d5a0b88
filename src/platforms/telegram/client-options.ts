import http from 'node:http';
import https from 'node:https';
import { pipeline, type Readable } from 'node:stream';
import { urlToHttpOptions } from 'node:url';
import type { ApiClientOptions } from 'grammy';

/** Telegram's own server. */
export const telegramsOwn = 'https://api.telegram.org';

type Fetch = NonNullable<ApiClientOptions['fetch']>;

/** What grammY asks for, beside what is for node-fetch alone. */
interface Options {
  method: string;
  headers: Record<string, string>;
  /** Files are streamed, everything else is JSON. */
  body: string | Readable;
  signal: AbortSignal;
}

/**
 * Connections that are idle for so long are closed, before the other side does that: of a message that is sent just then,
 * nobody would know whether it arrived.
 */
const longestIdleMs = 10_000;
/** So many at once are more than Telegram takes in a second; what is beyond waits its turn. */
const mostConnections = 128;

/**
 * How grammY calls the Bot API at that root, Telegram's own unless told: by Node's own client, which takes half the time of
 * the node-fetch around it, and follows no redirect, which would take the token elsewhere. A call rejects with the
 * network's errors, and with one whose `type` is `invalid-json` for an answer that is none; nothing of that is quoted.
 */
export const clientOptions = (apiRoot: string | undefined, timeoutSeconds: number): ApiClientOptions => ({
  timeoutSeconds,
  fetch: createTransport(apiRoot),
  ...(apiRoot !== undefined && { apiRoot }),
});

function createTransport(apiRoot = telegramsOwn): Fetch {
  const { Agent, request } = apiRoot.startsWith('http:') ? http : https;
  const agent = new Agent({ keepAlive: true, timeout: longestIdleMs, maxSockets: mostConnections });
  // Read once: all that follows in an address is part of the path.
  const root = urlToHttpOptions(new URL(apiRoot));
  const pathBefore = root.path === '/' ? '' : root.path;

  const call = (url: string, { method, headers, body, signal }: Options) =>
    new Promise<{ json(): unknown }>((resolve, reject) => {
      const path = pathBefore + url.slice(apiRoot.length);
      const sent = request({ ...root, path, method, headers, agent }, (answer) => {
        const parts: Buffer[] = [];
        answer.on('data', (part: Buffer) => parts.push(part));
        answer.on('error', reject);
        answer.on('end', () => resolve({ json: () => parsed(Buffer.concat(parts).toString(), answer.statusCode) }));
      });
      sent.on('error', reject);
      signal.addEventListener('abort', () => sent.destroy(new Error('The call was given up.')), { once: true });
      if (typeof body === 'string') sent.end(body);
      else pipeline(body, sent, (error) => error && reject(error));
    });
  // Of all that a `Response` has, grammY reads the JSON alone.
  return call as unknown as Fetch;
}

function parsed(text: string, status: number | undefined): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw Object.assign(new Error(`The answer (${status}) is no JSON.`), { type: 'invalid-json' });
  }
}
