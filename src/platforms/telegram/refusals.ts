import { GrammyError, HttpError } from 'grammy';

/**
 * What a refusal of Telegram's means to us:
 * - `revoked`: the token is no longer good;
 * - `gone`: we may not write there (any more), which is nobody's fault;
 * - `unknown-method`: the server is older than the method;
 * - `unchanged`: the edit changes nothing;
 * - `not-editable`: there is no such message (any more) to edit;
 * - `late`: the query was answered or is too old;
 * - `content`: this form of this message was refused.
 */
export type Refusal = 'revoked' | 'gone' | 'unknown-method' | 'unchanged' | 'not-editable' | 'late' | 'content';

const meanings: readonly [RegExp, Refusal][] = [
  [/message is not modified/iu, 'unchanged'],
  [/message can't be edited|message to edit not found|MESSAGE_ID_INVALID/iu, 'not-editable'],
  [/query is too old|QUERY_ID_INVALID/iu, 'late'],
  [
    /chat not found|not enough rights|have no rights|need administrator rights|upgraded to a supergroup|user is deactivated|thread not found|CHAT_\w*FORBIDDEN|CHAT_RESTRICTED|TOPIC_(CLOSED|DELETED|ID_INVALID)|PEER_ID_INVALID|CHANNEL_(INVALID|PRIVATE)/iu,
    'gone',
  ],
];

/** Undefined for everything that is not a plain refusal: rate limits, Telegram's own faults, the network, our faults. */
export function refusalOf(error: unknown): Refusal | undefined {
  if (!(error instanceof GrammyError)) return undefined;
  if (error.error_code === 401) return 'revoked';
  if (error.error_code === 403) return 'gone';
  if (error.error_code === 404) return 'unknown-method';
  if (error.error_code !== 400) return undefined;
  return meanings.find(([pattern]) => pattern.test(error.description))?.[1] ?? 'content';
}

/** What went wrong, in a few words for a log. */
export function reasonOf(error: unknown): string {
  if (error instanceof GrammyError) return error.description;
  if (!(error instanceof HttpError)) return withoutToken(error instanceof Error ? error.message : String(error));
  const { code, type, message } = error.error as { code?: string; type?: string; message?: string };
  return code ?? type ?? withoutToken(message ?? error.message);
}

/** A copy of an error that holds neither the token nor anything of the update: only its name, message and stack. */
export function loggable(error: unknown): Error {
  const { name, message, stack } = error instanceof Error ? error : new Error(String(error));
  const copy = new Error(withoutToken(error instanceof HttpError ? `${message} (${reasonOf(error)})` : message));
  copy.name = name;
  copy.stack = withoutToken(stack ?? copy.message);
  return copy;
}

/** Errors of the network quote the address that was called, and Telegram's addresses hold the token. */
const withoutToken = (text: string): string => text.replace(/\/bot[^/\s]+/gu, '/bot[token]');
