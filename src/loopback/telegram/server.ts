import { createServer, type IncomingMessage, type OutgoingHttpHeaders, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { ApiError, type ErrorParameters, errorBody } from './api-error.ts';
import { type Faults, faultError } from './faults.ts';
import { fileAt } from './file-methods.ts';
import { type Payload, readPayload } from './payload.ts';
import type { Call, World } from './world.ts';

/** Carries a call out; `gone`, which a long poll comes with, aborts when the caller hung up. */
export type Dispatch = (method: string, payload: Payload, gone?: AbortSignal) => unknown;

export interface ApiServer {
  apiRoot: string;
  /** Calls under way, long polls and deliberately hanging ones excepted. */
  inFlight(): number;
  /** How many calls were answered with 429. */
  limitedCount(): number;
  /** Carries out a call found in the answer to a webhook delivery, recording it. */
  call(method: string, payload: Payload): Promise<NonNullable<Call['result']>>;
  close(): Promise<void>;
}

export interface ServerOptions {
  world: World;
  faults: Faults;
  /** Whether this token is the bot's, now. */
  isValid(token: string): boolean;
  dispatch: Dispatch;
}

/** Listens on a random port of 127.0.0.1 for `/bot<token>/<method>` (core.telegram.org/bots/api#making-requests). */
export async function createApiServer({ world, faults, isValid, dispatch }: ServerOptions): Promise<ApiServer> {
  let inFlight = 0;
  let limitedCount = 0;

  function record(method: string, payload: Payload, via: Call['via']): Call {
    const call = world.record({ method, payload, at: world.now(), via });
    world.signal.changed();
    return call;
  }

  async function carryOut(call: Call, payload: Payload, gone?: AbortSignal) {
    const result = structuredClone(await answer(call.method, payload, gone));
    note(call, result);
    world.signal.changed();
    return result;
  }

  function note(call: Call, result: NonNullable<Call['result']>): void {
    if (!result.ok && result.error_code === 429) limitedCount++;
    call.result = world.lean && result.ok ? { ok: true, result: undefined } : result;
  }

  async function answer(method: string, payload: Payload, gone?: AbortSignal): Promise<NonNullable<Call['result']>> {
    try {
      return { ok: true, result: await dispatch(method, payload, gone) };
    } catch (error) {
      return errorBody(error instanceof ApiError ? error : new ApiError(500, `Internal Server Error: ${error}`));
    }
  }

  /** A file, for who knows the token; faults that are ordered for `file` befall it. */
  function download(response: ServerResponse, token: string, path: string): void {
    const fault = faults.strike('file')?.fault;
    const content = isValid(token) ? fileAt(world, path) : undefined;
    if (fault?.kind === 'reset') response.destroy();
    else if (fault) badGateway(response);
    else if (!content) respond(response, new ApiError(404, 'Not Found'));
    else {
      response.writeHead(200, { 'content-type': 'application/octet-stream' });
      response.end(content);
    }
  }

  async function serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const url = new URL(request.url ?? '/', 'http://telegram');
    const file = /^\/file\/bot([^/]+)\/(.+)$/.exec(url.pathname);
    if (file) return download(response, decodeURIComponent(file[1] as string), decodeURIComponent(file[2] as string));
    const match = /^\/bot([^/]+)\/(?:test\/)?([A-Za-z]+)$/.exec(url.pathname);
    if (!match) return respond(response, new ApiError(404, 'Not Found'));
    const [, token, method] = match as unknown as [string, string, string];
    const payload = await readPayload(request, url.searchParams);
    const call = record(method, payload, 'http');
    const refuse = (error: ApiError) => {
      note(call, errorBody(error));
      respond(response, error);
    };
    if (!isValid(decodeURIComponent(token))) return refuse(new ApiError(401, 'Unauthorized'));
    const isPoll = method.toLowerCase() === 'getupdates';
    let isCounted = !isPoll;
    if (isCounted) inFlight++;
    const uncount = () => {
      if (isCounted) inFlight--;
      isCounted = false;
    };
    try {
      const strike = faults.strike(method, payload);
      const fault = strike?.fault;
      if (strike) world.signal.changed();
      if (fault?.kind === 'error') return refuse(faultError(fault));
      if (fault?.kind === 'bad-gateway') return badGateway(response);
      if (fault?.kind === 'reset' && fault.when === 'before') return void request.socket.destroy();
      if (fault?.kind === 'hang') {
        uncount();
        await strike?.released;
      }
      if (fault?.kind === 'slow') await new Promise((resolve) => setTimeout(resolve, fault.delayMs));
      const result = await carryOut(call, payload, isPoll ? hungUp(response) : undefined);
      if (fault?.kind === 'reset') request.socket.destroy();
      else send(response, result.ok ? 200 : result.error_code, result);
    } finally {
      uncount();
      world.signal.changed();
    }
  }

  const server = createServer((request, response) => {
    serve(request, response).catch((error: unknown) => {
      if (!response.headersSent)
        respond(response, error instanceof ApiError ? error : new ApiError(500, String(error)));
    });
  });
  server.keepAliveTimeout = 60_000;
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;

  return {
    apiRoot: `http://127.0.0.1:${port}`,
    inFlight: () => inFlight,
    limitedCount: () => limitedCount,
    call: (method, payload) => carryOut(record(method, payload, 'webhook'), payload),
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

function hungUp(response: ServerResponse): AbortSignal {
  const gone = new AbortController();
  response.on('close', () => gone.abort());
  return gone.signal;
}

function respond(response: ServerResponse, error: ApiError): void {
  send(response, error.code, errorBody(error));
}

function send(response: ServerResponse, status: number, body: object): void {
  const text = JSON.stringify(body);
  const retryAfter = (body as { parameters?: ErrorParameters }).parameters?.retry_after;
  const headers: OutgoingHttpHeaders = {
    'content-type': 'application/json',
    'content-length': Buffer.byteLength(text),
  };
  if (retryAfter !== undefined) headers['retry-after'] = String(retryAfter);
  response.writeHead(status, headers);
  response.end(text);
}

function badGateway(response: ServerResponse): void {
  const html =
    '<html>\r\n<head><title>502 Bad Gateway</title></head>\r\n<body><center><h1>502 Bad Gateway</h1></center></body>\r\n</html>\r\n';
  response.writeHead(502, { 'content-type': 'text/html', 'content-length': Buffer.byteLength(html) });
  response.end(html);
}
