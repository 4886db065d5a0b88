import { GrammyError, HttpError } from 'grammy';
import type { Failure } from '../../core/broadcast.ts';
import { refusalOf } from './refusals.ts';

/** What Telegram says where nothing can be sent, and the key of what it means; the first that fits. */
const gone: readonly [RegExp, string][] = [
  [/bot was blocked by the user/iu, 'place-blocked'],
  [/can't initiate conversation/iu, 'place-not-started'],
  [/user is deactivated|chat not found|chat was deleted|PEER_ID_INVALID|CHANNEL_INVALID/iu, 'place-gone'],
  [/bot was kicked|not a member|CHANNEL_PRIVATE/iu, 'place-left'],
  [/TOPIC_CLOSED/iu, 'place-topic-closed'],
  [/thread not found|TOPIC_(DELETED|ID_INVALID)/iu, 'place-topic-gone'],
  [/need administrator rights in the channel/iu, 'right-post-in-channel'],
  [/not enough rights|have no rights|CHAT_\w*FORBIDDEN|CHAT_RESTRICTED/iu, 'right-write-in-group'],
];

/** No connection came about, so that nothing can have arrived. */
const neverSent =
  /^(ECONNREFUSED|ENOTFOUND|EAI_AGAIN|EHOSTUNREACH|ENETUNREACH|ERR_TLS\w*|CERT_\w+|UNABLE_TO_\w+|DEPTH_ZERO_\w+|SELF_SIGNED_\w+)$/u;

/** Where Telegram does not say how long to wait. */
const unsaidMs = 30_000;

/** What it means that something was not sent to a chat. Neither the token nor what was written is in any reason. */
export function failureOf(error: unknown, chat: string): Failure {
  if (error instanceof GrammyError) return refused(error, chat);
  const reason = error instanceof HttpError ? networkReason(error) : 'network';
  return { kind: 'transient', reason, isUnknown: !neverSent.test(reason) };
}

function refused(error: GrammyError, chat: string): Failure {
  const { error_code: code, description, parameters } = error;
  const { migrate_to_chat_id: movedTo, retry_after: seconds } = parameters;
  if (movedTo !== undefined) return { kind: 'moved', to: String(movedTo) };
  if (code === 429)
    return { kind: 'wait', forMs: seconds === undefined ? unsaidMs : seconds * 1000, everywhere: false };
  const refusal = refusalOf(error);
  if (refusal === 'gone') return { kind: 'gone', reason: missing(description, chat) };
  if (refusal === 'not-editable') return { kind: 'not-editable', reason: description };
  if (code === 400 || code === 413) return { kind: 'content', reason: withoutQuotes(description) };
  // Telegram itself answered, and did nothing: its own faults, a token that is being changed, an address that is none.
  return { kind: 'transient', reason: `Telegram ${code}`, isUnknown: false };
}

/** The chat of somebody who has never written to us is not there for us; people's ids are above zero. */
function missing(description: string, chat: string): string {
  if (Number(chat) > 0 && /chat not found/iu.test(description)) return 'place-not-started';
  return gone.find(([pattern]) => pattern.test(description))?.[1] ?? 'place-forbidden';
}

/** Telegram quotes the markup that it does not understand. */
const withoutQuotes = (description: string): string => description.replace(/[“"«].*[”"»]/gsu, '…').slice(0, 100);

function networkReason({ error }: HttpError): string {
  const { code, type, message = '' } = error as { code?: string; type?: string; message?: string };
  if (/timed out/u.test(message)) return 'no answer in time';
  return code ?? (type === 'invalid-json' ? 'an answer that is not Telegram’s' : (type ?? 'network'));
}
