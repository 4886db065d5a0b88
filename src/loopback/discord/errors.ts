import type { Json } from './payloads.ts';

/** One complaint about one field; `path` leads from the body's root to it. */
export interface Complaint {
  path: (string | number)[];
  code: string;
  message: string;
}

/** What a refused request is answered with (discord.com/developers/docs/topics/opcodes-and-status-codes#json). */
export interface ApiError {
  refused: true;
  status: number;
  body: Json;
}

const texts: Record<number, [status: number, message: string]> = {
  10003: [404, 'Unknown Channel'],
  10004: [404, 'Unknown Guild'],
  10007: [404, 'Unknown Member'],
  10008: [404, 'Unknown Message'],
  10013: [404, 'Unknown User'],
  10015: [404, 'Unknown Webhook'],
  10062: [404, 'Unknown interaction'],
  10063: [404, 'Unknown application command'],
  20012: [403, 'You are not authorized to perform this action on this application'],
  30032: [400, 'Maximum number of application commands reached'],
  40033: [400, 'This message has already been crossposted'],
  40060: [400, 'Interaction has already been acknowledged.'],
  50001: [403, 'Missing Access'],
  50005: [403, 'Cannot edit a message authored by another user'],
  50006: [400, 'Cannot send an empty message'],
  50007: [403, 'Cannot send messages to this user'],
  50008: [400, 'Cannot send messages in a non-text channel'],
  50013: [403, 'Missing Permissions'],
  50024: [400, 'Cannot execute action on this channel type'],
  50027: [401, 'Invalid Webhook Token'],
  50083: [400, 'Thread is archived'],
  50109: [400, 'The request body contains invalid JSON.'],
  160002: [403, 'Cannot reply without permission to read message history'],
  160005: [403, 'Thread is locked'],
  40094: [400, 'This interaction has reached the maximum number of follow up messages'],
  40005: [413, 'Request entity too large'],
};

/** Refuses with one of Discord's JSON error codes; a code the fake doesn't know is a mistake in the fake. */
export function apiError(code: number): ApiError {
  const known = texts[code];
  if (!known) throw new Error(`the fake has no text for error ${code}`);
  return { refused: true, status: known[0], body: { message: known[1], code } };
}

/** Refuses with a bare HTTP status: "401: Unauthorized", code 0. */
export function httpError(status: number, reason: string): ApiError {
  return { refused: true, status, body: { message: `${status}: ${reason}`, code: 0 } };
}

/** Folds complaints into Discord's nested `errors` object. */
export function invalidForm(complaints: Complaint[]): ApiError {
  const errors: Json = {};
  for (const { path, code, message } of complaints) {
    let node = errors;
    for (const key of path) {
      node[key] ??= {};
      node = node[key] as Json;
    }
    node._errors = [...((node._errors as Json[] | undefined) ?? []), { code, message }];
  }
  return { refused: true, status: 400, body: { message: 'Invalid Form Body', code: 50035, errors } };
}

export function isRefused(value: unknown): value is ApiError {
  return typeof value === 'object' && value !== null && (value as ApiError).refused === true;
}
