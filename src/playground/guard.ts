import { isIP } from 'node:net';

/** What the page may load, run and reach: nothing but what this server serves. Pictures may be in the page itself. */
const policy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data:",
  "connect-src 'self'",
  "font-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

const safety: Record<string, string> = {
  'content-security-policy': policy,
  'cross-origin-resource-policy': 'same-origin',
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
};

const loopback = new Set(['localhost', '127.0.0.1', '[::1]']);

export type Handle = (request: Request) => Response | Promise<Response>;

/**
 * Answers only those who came by a name that is this machine's own: a site that has its name point here (DNS rebinding)
 * is refused, and so is what another site's page posts. Where `host` is more than loopback, any IP address is one's own.
 */
export function createGuard(host: string): (handle: Handle) => Handle {
  const isLoopback = loopback.has(host) || host === '::1';

  function isOwn(name: string): boolean {
    const bare = name.replace(/^\[|\]$/gu, '');
    return loopback.has(name) || (!isLoopback && (isIP(bare) !== 0 || name === host));
  }

  function refusal(request: Request): Response | undefined {
    const url = new URL(request.url);
    if (!isOwn(url.hostname)) return answer(403, 'This name is not one of the playground’s.');
    if (request.method === 'GET') return undefined;
    const origin = request.headers.get('origin');
    if (origin !== null && origin !== url.origin) return answer(403, 'Another site’s page may not act here.');
    const type = request.headers.get('content-type') ?? '';
    if (!/^application\/json(;|$)/iu.test(type)) return answer(415, 'The body has to be application/json.');
    return undefined;
  }

  return (handle) => async (request) => {
    const response = refusal(request) ?? (await handle(request));
    for (const [name, value] of Object.entries(safety)) response.headers.set(name, value);
    return response;
  };
}

/** A short answer in words. */
export const answer = (status: number, words: string): Response =>
  new Response(`${words}\n`, { status, headers: { 'content-type': 'text/plain; charset=utf-8' } });
