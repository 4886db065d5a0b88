import type { Readable } from 'node:stream';
import type { Catalogue, Hit } from '../../core/catalogue.ts';
import type { Dispatcher } from '../../core/dispatch.ts';
import { findEntry } from '../../core/find-entry.ts';
import type { Language } from '../../core/language.ts';
import type { Reception } from '../../core/reception.ts';
import { linesOf } from './lines.ts';
import { originOf } from './origin.ts';
import { renderDocument } from './render.ts';
import { type Output, terminalLook, writerTo } from './terminal.ts';

export interface AskRequest {
  /** A question, or all the lines of the input. */
  question: string | { from: 'input' };
  language: Language;
  json: boolean;
}

export interface AskParts {
  catalogue: () => Catalogue;
  dispatcher: Dispatcher;
  reception: Reception;
  input: Readable;
  output: Output;
}

/** In UTF-16 units; the rest of a longer line is not searched for. */
const longestLine = 4000;

/** Answers once and is done; ends quietly if nobody reads the answer. */
export async function ask({ question, language, json }: AskRequest, parts: AskParts): Promise<void> {
  const { catalogue, dispatcher, reception, output } = parts;
  if (typeof question !== 'string') return askLines(language, parts);
  const write = writerTo(output);
  if (json) {
    await write(`${findingLine(catalogue(), question, language)}\n`);
    return;
  }
  const call = { command: 'faq', args: { question } };
  const answer = await dispatcher.answer(call, await reception(originOf(language)));
  // There is nothing to press any more: the choices are listed without numbers, the buttons left out.
  await write(`${renderDocument(answer.document, terminalLook(output)).join('\n')}\n`);
}

/** One JSON line for every line of the input, blank ones too, so that line numbers match; in order and flat memory. */
async function askLines(
  language: Language,
  { catalogue, input, output }: Pick<AskParts, 'catalogue' | 'input' | 'output'>,
): Promise<void> {
  const write = writerTo(output);
  for await (const line of linesOf(input, longestLine)) {
    if (!(await write(`${findingLine(catalogue(), line, language)}\n`))) return;
  }
}

function findingLine(catalogue: Catalogue, query: string, lang: Language): string {
  const asked = query.trim();
  const { answer, alternatives } = asked ? findEntry(catalogue, asked, lang) : { answer: null, alternatives: [] };
  const hit = ({ id, score }: Hit) => ({ id, score });
  return JSON.stringify({ query, lang, answer: answer && hit(answer), alternatives: alternatives.map(hit) });
}
