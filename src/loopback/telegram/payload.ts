import type { IncomingMessage } from 'node:http';
import { badRequest } from './api-error.ts';
import { readMultipart } from './multipart.ts';

/** The arguments of one call, whatever encoding they came in. */
export type Payload = Record<string, unknown>;

/** An uploaded file. */
export interface Upload {
  upload: true;
  name: string;
  bytes: number;
  content: Buffer;
}

const plainFields = new Set(['text', 'caption', 'title', 'description', 'short_description', 'name', 'query']);

/** Reads a call's arguments from the query string and a JSON, urlencoded or multipart body (core.telegram.org/bots/api#making-requests). */
export async function readPayload(request: IncomingMessage, query: URLSearchParams): Promise<Payload> {
  const payload = fromFields(query);
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  const body = Buffer.concat(chunks);
  const type = request.headers['content-type'] ?? '';
  if (body.length === 0) return payload;
  if (type.startsWith('application/json')) return { ...payload, ...parseJsonBody(body.toString('utf8')) };
  if (type.startsWith('application/x-www-form-urlencoded')) {
    return { ...payload, ...fromFields(new URLSearchParams(body.toString('utf8'))) };
  }
  if (!type.startsWith('multipart/form-data')) return payload;
  for (const { name, fileName, content } of readMultipart(body, type)) {
    payload[name] =
      fileName === undefined
        ? fieldValue(name, content.toString('utf8'))
        : ({ upload: true, name: fileName, bytes: content.length, content: Buffer.from(content) } satisfies Upload);
  }
  return payload;
}

function parseJsonBody(text: string): Payload {
  try {
    const parsed: unknown = JSON.parse(text);
    if (typeof parsed === 'object' && parsed !== null && !Array.isArray(parsed)) return parsed as Payload;
  } catch {
    // falls through to the refusal: Telegram gives no detail either
  }
  throw badRequest("can't parse JSON object");
}

function fromFields(fields: Iterable<[string, string]>): Payload {
  const payload: Payload = {};
  for (const [name, value] of fields) payload[name] = fieldValue(name, value);
  return payload;
}

function fieldValue(name: string, value: string): unknown {
  if (plainFields.has(name) || !/^[[{]/.test(value)) return value;
  try {
    return JSON.parse(value);
  } catch {
    return value;
  }
}

/** A whole-number argument, or undefined where it is absent. */
export function integer(payload: Payload, name: string): number | undefined {
  const value = payload[name];
  if (value === undefined || value === null || value === '') return undefined;
  const number = typeof value === 'number' ? value : Number(value);
  if (!Number.isInteger(number)) throw badRequest(`parameter "${name}" must be an integer`);
  return number;
}

/** A text argument, or undefined where it is absent. */
export function string(payload: Payload, name: string): string | undefined {
  const value = payload[name];
  if (value === undefined || value === null) return undefined;
  if (typeof value === 'string') return value;
  if (typeof value === 'number') return String(value);
  throw badRequest(`parameter "${name}" must be a string`);
}

/** True for `true`, `"true"`, `1` and `"1"`, the forms the Bot API takes for a set flag. */
export function flag(payload: Payload, name: string): boolean {
  const value = payload[name];
  return (
    value === true || value === 1 || value === '1' || (typeof value === 'string' && value.toLowerCase() === 'true')
  );
}

/** An object argument, or undefined where it is absent. */
export function object(payload: Payload, name: string): Payload | undefined {
  const value = payload[name];
  if (value === undefined || value === null || value === '') return undefined;
  if (typeof value === 'object' && !Array.isArray(value)) return value as Payload;
  throw badRequest(`can't parse ${name}: expected an Object`);
}

/** An array argument, or undefined where it is absent. */
export function array(payload: Payload, name: string): unknown[] | undefined {
  const value = payload[name];
  if (value === undefined || value === null || value === '') return undefined;
  if (Array.isArray(value)) return value;
  throw badRequest(`can't parse ${name}: expected an Array`);
}
