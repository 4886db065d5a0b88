import type { StoredMessage } from '../../../src/loopback/telegram/chat-state.ts';
import type { Call } from '../../../src/loopback/telegram/index.ts';
import { plainBlocks } from '../../../src/loopback/telegram/rich-blocks.ts';
import { parseTextHtml, type TextEntity } from '../../../src/loopback/telegram/text-html.ts';
import { evil, isEvil, unescaped } from '../words.ts';

/** What Telegram refuses in a body, whoever it is for. */
const badBody = /can't parse|too[_ ]long|BUTTON|RESULT|URL_INVALID|text is empty|ENTIT/iu;
/** What is gone, or as it is already. */
const lost = /not modified|message to edit not found|MESSAGE_ID_INVALID|ephemeral message not found|can't be edited/iu;

/** Bodies that Telegram would not have taken. `isOurs` is false where the update had been changed. */
export function refused(calls: readonly Call[], isOurs: boolean): string[] {
  return calls.flatMap(({ method, payload, result }) => {
    if (!result || result.ok) return [];
    const { error_code, description } = result;
    const isExcused =
      error_code === 403 || lost.test(description) || method.startsWith('getChat') || method === 'getFile';
    if (error_code < 500 && (isExcused || (!isOurs && !badBody.test(description)))) return [];
    return [`refused: ${method}: ${description.slice(0, 200)} for ${JSON.stringify(payload).slice(0, 1500)}`];
  });
}

/** Whom `tg://user?id=111111111` would mention. */
const stranger = 111_111_111;
const saying = /^(send(?!ChatAction)|edit)/iu;

/** Whether anything was said. */
export const hasSaid = (calls: readonly Call[]): boolean =>
  calls.some(({ method, result }) => saying.test(method) && result?.ok);

/** What of the texts that were sent became markup or a link that somebody only typed. */
export function misread(calls: readonly Call[]): string[] {
  return calls.flatMap(({ method, payload, result }) => {
    if (method === 'answerInlineQuery') return (payload.results as object[]).flatMap(misreadResult);
    if (!saying.test(method) || !result?.ok || typeof result.result !== 'object') return [];
    const { text, entities, caption, caption_entities, rich_message, reply_markup } = result.result as StoredMessage;
    const buttons = JSON.stringify(reply_markup ?? {});
    return [
      ...misreadText(text ?? String(caption ?? ''), entities ?? (caption_entities as TextEntity[]) ?? []),
      ...(rich_message ? misreadText(plainBlocks(rich_message.blocks), []) : []),
      ...(rich_message && JSON.stringify(rich_message).match(/"url":"[^"]*evil\.example/u) ? ['link: in blocks'] : []),
      ...(/"url":"[^"]*evil\.example/u.test(buttons) ? [`link: a button leads to ${evil}`] : []),
    ];
  });
}

function misreadResult(result: object): string[] {
  const { input_message_content: content } = result as { input_message_content: { message_text?: string } };
  const { text, entities } = parseTextHtml(content.message_text ?? '');
  return misreadText(text, entities);
}

function misreadText(text: string, entities: readonly TextEntity[]): string[] {
  return [
    ...unescaped(text).map((found) => `markup: ${found}`),
    ...entities.flatMap(({ type, url, user }) => {
      if (type === 'text_mention' && user?.id === stranger) return ['mention: of somebody by an id that was typed'];
      return type === 'text_link' && url && isEvil(url) ? [`link: ${url}`] : [];
    }),
  ];
}
