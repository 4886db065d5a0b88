import type { JournalEntry } from '../../../src/loopback/discord/journal.ts';
import { type MarkupNode, markup } from '../../../src/loopback/discord/mentions.ts';
import { messageText } from '../../../src/loopback/discord/message-text.ts';
import type { Component } from '../../../src/loopback/discord/payloads.ts';
import type { InteractionState, MessageState } from '../../../src/loopback/discord/world.ts';
import { isEvil, strangers, unescaped } from '../words.ts';

/** What is gone, or out of the bot's reach, is nobody's fault. */
const lost = new Set([10003, 10004, 10007, 10008, 10013, 50001, 50007, 50013, 50027]);

/** What is wrong with the answers to an interaction that had to be answered. */
export function unanswered({
  type,
  callback,
  acknowledgedAt,
  answered,
  original,
  refusals,
}: InteractionState): string[] {
  const is = ['?', 'a ping', 'a command', 'a press', 'an autocomplete', 'a form'][type];
  if (acknowledgedAt === undefined) return [`unanswered: ${is} got no initial response`];
  if (refusals.includes(40060)) return [`answered twice: ${is}`];
  if (callback && [5, 6].includes(callback.type) && !answered && !original?.deleted)
    return [`unanswered: ${is} was deferred and left so`];
  return [];
}

/** Bodies that Discord would not have taken. `isOurs` is false where the frame had been changed. */
export function refused(requests: readonly JournalEntry[], isOurs: boolean): string[] {
  return requests.flatMap(({ method, path, status = 0, error, body }) => {
    if (status < 400) return [];
    const { code, errors } = (error ?? {}) as { code?: number; errors?: Record<string, unknown> };
    const isForWrongType = errors !== undefined && Object.keys(errors).join() === 'type';
    if (lost.has(code ?? 0) || (!isOurs && (status === 404 || code === 40060 || isForWrongType))) return [];
    if (path.startsWith('/guilds') || (method === 'GET' && status === 404)) return [];
    const what = JSON.stringify(error) + JSON.stringify(body)?.slice(0, 1500);
    return [`refused: ${method} ${path.replace(/\d{9,}|[\w-]{20,}/gu, '…')} → ${status} ${what}`];
  });
}

function flat(nodes: readonly MarkupNode[]): MarkupNode[] {
  return nodes.flatMap((node) => [node, ...(Array.isArray(node.content) ? flat(node.content) : [])]);
}

/** What of a message's text became markup or a mention that somebody only typed. */
export function misread(message: MessageState): string[] {
  const { pings, body } = message;
  const pinged = [...pings.users, ...pings.roles, ...(pings.everyone ? ['everyone'] : [])];
  return [
    ...pinged.map((id) => `pinged: ${id}`),
    ...misreadText(messageText(body)),
    ...linksIn(body.components ?? []).map((url) => `link: a button or picture leads to ${url}`),
  ];
}

/** The same for a text by itself. */
export function misreadText(text: string): string[] {
  if (!/ZQ\d+Q|evil|everyone|here|\d{18}/u.test(text)) return [];
  const nodes = flat(markup(text));
  const read = nodes.map(({ type, content }) => (type === 'br' ? '\n' : typeof content === 'string' ? content : ''));
  const mentioned = nodes.filter(
    ({ type, id, timestamp }) =>
      ['everyone', 'here'].includes(type) || timestamp === '0' || (strangers as readonly string[]).includes(id ?? ''),
  );
  const links = nodes.filter(({ type, target }) => type === 'link' && isEvil(target));
  return [
    ...unescaped(read.join('')).map((found) => `markup: ${found}`),
    ...mentioned.map(({ type }) => `mention: ${type} in ${JSON.stringify(text.slice(0, 300))}`),
    ...links.map(({ target }) => `link: ${target}`),
  ];
}

function linksIn(components: readonly Component[]): string[] {
  return components.flatMap((one) => [
    ...(one.url && isEvil(one.url) ? [one.url] : []),
    ...linksIn([...(one.components ?? []), ...(one.accessory ? [one.accessory] : [])]),
  ]);
}
