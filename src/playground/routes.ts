import { actInBody, lookingInQuery } from './act-schema.ts';
import type { Events } from './events.ts';
import { fileResponse } from './files.ts';
import { answer, createGuard, type Handle } from './guard.ts';
import { pageFile } from './page-files.ts';
import type { Act, ActResult, Looking, Scene } from './protocol.ts';

/** What runs behind the page, once it does. */
export interface Show {
  scene: Scene;
  events: Events;
  act(looking: Looking, act: Act): Promise<ActResult>;
  file(platform: 'discord' | 'telegram', id: string): { name: string; content: Buffer } | undefined;
}

export interface RoutesParts {
  /** What the server listens on: loopback, or more. */
  host: string;
  /** The folder of the built page. */
  page: string;
  /** Resolves when the adapters are connected. */
  show: () => Promise<Show>;
}

export interface Route {
  method: 'GET' | 'POST';
  path: string;
  handle: Handle;
}

/** The page, and what it asks and is told. */
export function playgroundRoutes({ host, page, show }: RoutesParts): Route[] {
  const guard = createGuard(host);
  const route = (method: Route['method'], path: string, handle: Handle): Route => ({
    method,
    path,
    handle: guard(handle),
  });
  const lastPart = ({ url }: Request) => decodeURIComponent(new URL(url).pathname.split('/').at(-1) ?? '');

  const file = (platform: 'discord' | 'telegram') => async (request: Request) => {
    const found = (await show()).file(platform, lastPart(request));
    return found ? fileResponse(found.name, found.content) : answer(404, 'There is no such file.');
  };

  async function act(request: Request): Promise<Response> {
    const body = actInBody.safeParse(await request.json().catch(() => undefined));
    if (!body.success) return answer(400, `This is no act: ${body.error.issues[0]?.path.join('.') ?? ''}`);
    return json(await (await show()).act(body.data, body.data));
  }

  async function events(request: Request): Promise<Response> {
    const looking = lookingInQuery.safeParse(Object.fromEntries(new URL(request.url).searchParams));
    if (!looking.success) return answer(400, 'The query has to say who looks at what.');
    return (await show()).events.open(looking.data, request.signal);
  }

  return [
    route('GET', '/', () => {
      // It is needed as soon as the page is there; whoever asks for it hears what went wrong.
      show().catch(() => {});
      return pageFile(page, 'index.html');
    }),
    route('GET', '/api/scene', async () => json((await show()).scene)),
    route('GET', '/api/events', events),
    route('POST', '/api/act', act),
    route('GET', '/files/discord/:id', file('discord')),
    route('GET', '/files/telegram/:id', file('telegram')),
    route('GET', '/:file{[\\w-]+\\.[a-z0-9]+}', (request) => pageFile(page, lastPart(request))),
  ];
}

const json = (body: object): Response =>
  new Response(JSON.stringify(body), { headers: { 'content-type': 'application/json', 'cache-control': 'no-store' } });
