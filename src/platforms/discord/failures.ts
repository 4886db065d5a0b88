import { RESTJSONErrorCodes as Code, DiscordAPIError, HTTPError, RateLimitError } from 'discord.js';
import type { Failure } from '../../core/broadcast.ts';
import { LimitedError, TokenRefusedError } from './single-shot.ts';

/** What was to be done. */
export type Act = 'post' | 'edit' | 'crosspost';

/** Where nothing can be sent, and what to say of it. */
const gone = new Map<unknown, string>([
  [Code.UnknownChannel, 'place-gone'],
  [Code.UnknownGuild, 'place-left'],
  [Code.UnknownUser, 'place-no-messages'],
  [Code.CannotSendMessagesToThisUser, 'place-no-messages'],
  [Code.CannotSendMessagesToThisUserDueToHavingNoMutualGuilds, 'place-no-messages'],
  [Code.CannotSendMessagesInNonTextChannel, 'place-kind'],
  [Code.InvalidActionOnArchivedThread, 'place-locked'],
  [Code.ThreadLocked, 'place-locked'],
]);

const notEditable = new Set<unknown>([
  Code.UnknownMessage,
  Code.CannotEditMessageAuthoredByAnotherUser,
  // A new message opens an archived thread again, or finds that it is locked.
  Code.InvalidActionOnArchivedThread,
]);

/** Discord's own network refused. */
const passing: readonly unknown[] = [40_333];

/** What is said of a place where Discord refuses without a reason. */
export const forbidden = 'place-forbidden';

/**
 * What it means that something was not sent. `missing` are the keys of what is known to be missing there. What
 * was written, and the token, are in no reason.
 */
export function failureOf(error: unknown, act: Act, missing: readonly string[] = []): Failure {
  if (error instanceof LimitedError) return { kind: 'wait', forMs: error.forMs, everywhere: error.everywhere };
  if (error instanceof RateLimitError) return { kind: 'wait', forMs: error.timeToReset, everywhere: error.global };
  if (error instanceof TokenRefusedError) return { kind: 'transient', reason: error.message, isUnknown: false };
  if (error instanceof DiscordAPIError) return refusalOf(error, act, missing);
  if (error instanceof HTTPError) return { kind: 'transient', reason: `Discord ${error.status}`, isUnknown: true };
  return { kind: 'transient', reason: networkReason(error), isUnknown: !wasNeverSent(error) };
}

function refusalOf(error: DiscordAPIError, act: Act, missing: readonly string[]): Failure {
  const { status, code } = error;
  // Without a code it comes from something between us and Discord.
  if (!code || passing.includes(code) || status === 408)
    return { kind: 'transient', reason: `Discord ${code || status}`, isUnknown: status === 408 };
  const reason = [`Discord ${code}`, ...complaintsIn(error.rawError)].join(' ');
  if (act !== 'post' && notEditable.has(code)) return { kind: 'not-editable', reason };
  const known = gone.get(code);
  if (known !== undefined) return { kind: 'gone', reason: known };
  // Discord does not say which permission it is.
  if (status === 403) return { kind: 'gone', reason: missing[0] ?? forbidden };
  return { kind: 'content', reason };
}

/** Which fields are wrong, and how: the names of fields and complaints, never what stood there. */
function complaintsIn(node: unknown, path = ''): string[] {
  if (typeof node !== 'object' || node === null) return [];
  const { _errors: own, ...rest } = 'errors' in node ? (node.errors as Record<string, unknown>) : { ...node };
  const codes = Array.isArray(own) ? own.map(({ code }: { code?: unknown }) => `${path}: ${String(code)}`) : [];
  const within = Object.entries(rest).flatMap(([key, value]) => complaintsIn(value, path ? `${path}.${key}` : key));
  return [...codes, ...within].slice(0, 3);
}

interface NetworkError {
  name?: string;
  code?: string | number;
  syscall?: string;
}

const ofTls = /^(ERR_TLS|CERT_|UNABLE_TO_|DEPTH_ZERO_|SELF_SIGNED_)/u;

/** Whether no connection came about, so that nothing can have arrived. */
function wasNeverSent(error: unknown): boolean {
  const { code = '', syscall } = error as NetworkError;
  return (
    ['connect', 'getaddrinfo'].includes(syscall ?? '') ||
    ['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'UND_ERR_CONNECT_TIMEOUT'].includes(String(code)) ||
    ofTls.test(String(code))
  );
}

function networkReason(error: unknown): string {
  const { name, code } = error as NetworkError;
  if (name === 'AbortError' || name === 'TimeoutError') return 'no answer in time';
  return typeof code === 'string' ? code : (name ?? 'network');
}
