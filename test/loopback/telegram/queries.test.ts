import { Api } from 'grammy';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { createTelegramFake, type TelegramFake } from '../../../src/loopback/telegram/index.ts';

let telegram: TelegramFake;
let api: Api;
let clockMs: number;
const tooOld = 'Bad Request: query is too old and response timeout expired or query ID is invalid';

beforeEach(async () => {
  clockMs = 1_700_000_000_000;
  telegram = await createTelegramFake({ now: () => clockMs });
  api = new Api(telegram.token, { apiRoot: telegram.apiRoot });
});
afterEach(() => telegram.close());

async function askedInline() {
  const answer = telegram.inline(telegram.user(), 'nato');
  const [update] = await api.getUpdates();
  return { answer, id: update?.inline_query?.id ?? '' };
}

const article = (fields: object = {}) =>
  ({ type: 'article', id: '1', title: 'T', input_message_content: { message_text: 'x' }, ...fields }) as never;

test('a callback query is answered once, in at most 200 characters, and not too late', async () => {
  const ann = telegram.user();
  const chat = telegram.privateChat(ann);
  await api.sendMessage(chat.id, 'x', { reply_markup: { inline_keyboard: [[{ text: 'Go', callback_data: 'go' }]] } });
  const pressed = chat.messages[0]?.press(ann, 'Go');
  const [update] = await api.getUpdates();
  const id = update?.callback_query?.id ?? '';
  expect(update?.callback_query).toMatchObject({ data: 'go', from: { id: ann.id }, message: { text: 'x' } });
  await expect(api.answerCallbackQuery(id, { text: 'x'.repeat(201) })).rejects.toMatchObject({ error_code: 400 });
  await expect(api.answerCallbackQuery('none')).rejects.toMatchObject({ description: tooOld });
  clockMs += 30_001;
  await expect(api.answerCallbackQuery(id)).rejects.toMatchObject({ description: tooOld });
  clockMs -= 30_001;
  expect(await api.answerCallbackQuery(id, { text: 'ok' })).toBe(true);
  await expect(api.answerCallbackQuery(id)).rejects.toMatchObject({ description: tooOld });
  await api.getUpdates({ offset: (update?.update_id ?? 0) + 1 });
  expect(await pressed).toMatchObject({ toast: { text: 'ok' }, isChanged: false });
});

test.each([
  [Array.from({ length: 51 }, (_, n) => article({ id: `${n}` })), {}, 'RESULTS_TOO_MUCH'],
  [[article(), article()], {}, 'RESULT_ID_DUPLICATE'],
  [[article({ id: 'я'.repeat(33) })], {}, 'RESULT_ID_INVALID'],
  [[article({ title: '' })], {}, 'ARTICLE_TITLE_EMPTY'],
  [[article({ input_message_content: { message_text: '' } })], {}, 'message text is empty'],
  [
    [article({ input_message_content: { message_text: '<x>', parse_mode: 'HTML' } })],
    {},
    'can\'t parse entities: Unsupported start tag "x" at byte offset 0',
  ],
  [
    [article({ input_message_content: { rich_message: { html: '<x>' } } })],
    {},
    'can\'t parse rich message: Unsupported start tag "x" at byte offset 0',
  ],
  [[], { button: { text: 'x', start_parameter: 'a b' } }, 'START_PARAM_INVALID'],
  [[], { button: { text: 'x'.repeat(65), start_parameter: 'a' } }, 'BUTTON_TEXT_INVALID'],
])('inline results %.80j with %j are refused', async (results, other, reason) => {
  const { answer, id } = await askedInline();
  await expect(api.answerInlineQuery(id, results, other)).rejects.toMatchObject({
    description: `Bad Request: ${reason}`,
  });
  await api.answerInlineQuery(id, [article()]);
  expect((await answer).results).toHaveLength(1);
});

test('an inline query that is too old is refused', async () => {
  const { answer, id } = await askedInline();
  telegram.expireQueries();
  await expect(api.answerInlineQuery(id, [])).rejects.toMatchObject({ description: tooOld });
  const ended = expect(answer).rejects.toThrow('the fake was closed');
  await telegram.close();
  await ended;
});
