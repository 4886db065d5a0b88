import { badRequest } from './api-error.ts';
import { richContent, textContent } from './content.ts';
import { readKeyboard } from './keyboard.ts';
import { array, integer, object, type Payload, string } from './payload.ts';
import type { Methods, Query, World } from './world.ts';

/** How long a callback or inline query can be answered, in ms by the clock handed in; Telegram's own figure is not published. */
export const queryLifetimeMs = 30_000;

/** A query that can still be answered or referred to; refuses an unknown or old one. */
export function findQuery(world: World, id: string, kind: Query['kind']): Query {
  const query = world.queries.get(id);
  if (!query || query.kind !== kind || query.isExpired || world.now() - query.askedAt > queryLifetimeMs) {
    throw badRequest('query is too old and response timeout expired or query ID is invalid');
  }
  return query;
}

/** answerCallbackQuery and answerInlineQuery; each query is answered once. */
export function queryMethods(world: World): Methods {
  const unanswered = (id: string | undefined, kind: Query['kind']): Query => {
    const query = findQuery(world, id ?? '', kind);
    if (query.answer) throw badRequest('query is too old and response timeout expired or query ID is invalid');
    return query;
  };
  return {
    answerCallbackQuery: (payload) => {
      const text = string(payload, 'text') ?? '';
      const query = unanswered(string(payload, 'callback_query_id'), 'callback');
      if (text.length > 200) throw badRequest('MESSAGE_TOO_LONG');
      const url = string(payload, 'url');
      const toBot = new RegExp(`^(https://)?t\\.me/${world.bot.username}\\?start=[A-Za-z0-9_-]{1,64}$`);
      if (url !== undefined && !toBot.test(url)) throw badRequest('URL_INVALID');
      query.answer = payload;
      return true;
    },
    answerInlineQuery: (payload) => {
      const results = array(payload, 'results') ?? [];
      if (results.length > 50) throw badRequest('RESULTS_TOO_MUCH');
      const ids = new Set<string>();
      for (const result of results) {
        const id = checkResult(world, result);
        if (ids.has(id)) throw badRequest('RESULT_ID_DUPLICATE');
        ids.add(id);
      }
      const cacheTime = integer(payload, 'cache_time');
      if (cacheTime !== undefined && cacheTime < 0) throw badRequest('wrong cache_time specified');
      if (Buffer.byteLength(string(payload, 'next_offset') ?? '') > 64) throw badRequest('NEXT_OFFSET_INVALID');
      checkButton(object(payload, 'button'));
      unanswered(string(payload, 'inline_query_id'), 'inline').answer = payload;
      return true;
    },
  };
}

function checkResult(world: World, value: unknown): string {
  const result = (typeof value === 'object' && value !== null ? value : {}) as Payload;
  const type = string(result, 'type');
  if (type !== 'article') throw badRequest(`can't parse inline query result: unsupported type ${JSON.stringify(type)}`);
  const id = string(result, 'id') ?? '';
  if (Buffer.byteLength(id) < 1 || Buffer.byteLength(id) > 64) throw badRequest('RESULT_ID_INVALID');
  if ((string(result, 'title') ?? '').trim() === '') throw badRequest('ARTICLE_TITLE_EMPTY');
  const content = object(result, 'input_message_content');
  if (!content) throw badRequest("can't parse inline query result: input_message_content is required");
  inlineContent(world, content);
  readKeyboard(result);
  return id;
}

/** Reads the message that an inline result would send (core.telegram.org/bots/api#inputmessagecontent). */
export function inlineContent(world: World, content: Payload) {
  return world.rich && content.rich_message !== undefined
    ? richContent(world, content)
    : textContent(content, 'message_text');
}

function checkButton(button: Payload | undefined): void {
  if (!button) return;
  const text = string(button, 'text') ?? '';
  const hasApp = button.web_app !== undefined;
  const parameter = string(button, 'start_parameter');
  if (text === '' || text.length > 64) throw badRequest('BUTTON_TEXT_INVALID');
  if (hasApp === (parameter !== undefined))
    throw badRequest('exactly one of web_app and start_parameter must be specified');
  if (parameter !== undefined && !/^[A-Za-z0-9_-]{1,64}$/.test(parameter)) throw badRequest('START_PARAM_INVALID');
}
