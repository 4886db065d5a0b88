import type { InlineQuery, InlineQueryResultArticle, InlineQueryResultsButton } from 'grammy/types';
import type { Answer } from '../../core/answer.ts';
import type { Caller } from '../../core/command.ts';
import type { Dispatcher } from '../../core/dispatch.ts';
import { documentText, plainText } from '../../core/document.ts';
import type { Language } from '../../core/language.ts';
import type { Reception } from '../../core/reception.ts';
import type { Self } from './asked.ts';
import type { Compose } from './compose.ts';
import { startPayload } from './keyboard.ts';
import type { Origins } from './origins.ts';

export interface InlineAnswer {
  results: InlineQueryResultArticle[];
  /** Shown above the results: the way into a private chat. */
  button?: InlineQueryResultsButton;
}

export interface InlineParts {
  dispatcher: Dispatcher;
  reception: Reception;
  origins: Origins;
  compose: Compose;
  self: () => Self;
  /** Ids of the entries that answer a question, best first; none where nothing is near. */
  nearest: (question: string, language: Language) => string[];
}

const mostResults = 10;
const longestDescription = 200;

/** Answers `@bot words` in any chat: the entries found, then those whose names go on from what is typed. */
export function createInlineHandler({ dispatcher, reception, origins, compose, self, nearest }: InlineParts) {
  return async ({ query, from }: InlineQuery): Promise<InlineAnswer> => {
    const caller = await reception(origins.ofUser(from));
    const typed = query.trim();
    const ids = new Set([
      ...(typed === '' ? [] : nearest(typed, caller.language)),
      ...(await dispatcher.suggest('faq', 'question', typed, caller)).map(({ value }) => value),
    ]);
    const results = await Promise.all([...ids].slice(0, mostResults).map((id) => article(id, caller)));
    if (results.length > 0) return { results };
    return { results, button: { text: caller.t('browse').slice(0, 64), start_parameter: 'topics' } };
  };

  async function article(id: string, caller: Caller): Promise<InlineQueryResultArticle> {
    const call = { command: 'faq', args: { question: id } };
    const answer = await dispatcher.answer(call, caller);
    const payload = startPayload(call, dispatcher.commands);
    return {
      type: 'article',
      id: payload ?? id,
      title: titleOf(answer),
      description: descriptionOf(answer),
      input_message_content: {
        message_text: compose(answer, caller).html,
        parse_mode: 'HTML',
        link_preview_options: { is_disabled: true },
      },
      ...(payload && {
        reply_markup: {
          inline_keyboard: [
            [{ text: caller.t('open-in-private'), url: `https://t.me/${self().username}?start=${payload}` }],
          ],
        },
      }),
    };
  }
}

function titleOf({ document }: Answer): string {
  const heading = document.find((block) => block.kind === 'heading');
  return heading?.kind === 'heading' ? plainText(heading.spans) : documentText(document.slice(0, 1));
}

/** The first words of the answer itself, past its heading and caveats. */
function descriptionOf({ document }: Answer): string {
  const lead = document.find(({ kind }) => kind !== 'heading' && kind !== 'note');
  const text = lead ? documentText([lead]).replace(/\s+/gu, ' ') : '';
  const signs = [...text];
  return signs.length > longestDescription ? `${signs.slice(0, longestDescription - 1).join('')}…` : text;
}
