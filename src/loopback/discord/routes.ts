import type { ApiError } from './errors.ts';
import type { UploadedFile } from './payloads.ts';

/** A request that reached its route. */
export interface Call {
  params: Record<string, string>;
  query: Record<string, string>;
  body: unknown;
  files: UploadedFile[];
  /** The locale of `X-Discord-Locale`, if sent. */
  locale: string | undefined;
}

export interface Reply {
  status: number;
  body?: unknown;
}

/** One route; `pattern` is `METHOD /path/:parameter`. */
export interface Route {
  pattern: string;
  /** Whether it needs no bot token: an interaction's token in the path is enough. */
  open?: boolean;
  handle: (call: Call) => Reply | ApiError;
}

export interface FoundRoute extends Route {
  params: Record<string, string>;
}

/** The first route that fits; routes with fixed segments come before those with parameters. */
export function findRoute(routes: Route[], method: string, path: string): FoundRoute | undefined {
  const have = path.split('/');
  for (const route of routes) {
    const [verb, template = ''] = route.pattern.split(' ');
    const want = template.split('/');
    if (verb !== method || want.length !== have.length) continue;
    const params: Record<string, string> = {};
    const fits = want.every((segment, index) => {
      const given = decodeURIComponent(have[index] ?? '');
      if (segment.startsWith(':')) params[segment.slice(1)] = given;
      return segment.startsWith(':') ? given !== '' : segment === given;
    });
    if (fits) return { ...route, params };
  }
  return undefined;
}

/** The body of a call as the handler's rules will check it; anything but an object reads as empty. */
export function objectBody<T extends object>(body: unknown): T {
  return (typeof body === 'object' && body !== null ? body : {}) as T;
}
