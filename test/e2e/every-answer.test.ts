import { resolve } from 'node:path';
import { MessageCreateRequestSchema } from 'discord-api-spec/zod';
import stringWidth from 'string-width';
import { beforeAll, describe, expect, it } from 'vitest';
import { loadContent } from '../../src/content/load.ts';
import type { Answer, Call } from '../../src/core/answer.ts';
import type { Catalogue } from '../../src/core/catalogue.ts';
import type { Caller } from '../../src/core/command.ts';
import type { Dispatcher } from '../../src/core/dispatch.ts';
import type { Block } from '../../src/core/document.ts';
import { createKnowledge } from '../../src/core/knowledge.ts';
import { type Language, languages } from '../../src/core/language.ts';
import { checkMessage } from '../../src/loopback/discord/message-rules.ts';
import { readKeyboard } from '../../src/loopback/telegram/keyboard.ts';
import { readRichMessage } from '../../src/loopback/telegram/rich-message.ts';
import { readText } from '../../src/loopback/telegram/text.ts';
import { layOut } from '../../src/platforms/console/screen.ts';
import { renderAnswer } from '../../src/platforms/discord/message.ts';
import { createComposer } from '../../src/platforms/telegram/compose.ts';
import { createFinder } from '../../src/search/finder.ts';
import { testCaller } from '../builders/callers.ts';
import { testDispatcher, texts } from '../builders/dispatcher.ts';

let catalogue: Catalogue;
let dispatcher: Dispatcher;

beforeAll(async () => {
  const { records } = await loadContent(resolve(import.meta.dirname, '../../content'));
  const knowledge = createKnowledge(records);
  catalogue = { knowledge, finder: createFinder(knowledge) };
  dispatcher = testDispatcher({ catalogue }).dispatcher;
});

const callerIn = (language: Language): Caller => testCaller({ language, catalogue, pictures: 'asked' });

/** Every call that can be made without typing: the bare commands, and all that buttons and menus lead to from there. */
async function everyAnswer(language: Language): Promise<{ call: Call; answer: Answer }[]> {
  const { parties, topics, entries } = catalogue.knowledge;
  const calls: Call[] = [
    ...dispatcher.commands.map(({ name }) => ({ command: name, args: {} })),
    ...parties.flatMap(({ id: party }) =>
      topics.map(({ id: topic }) => ({ command: 'position', args: { party, topic } })),
    ),
    ...topics.map(({ id: topic }) => ({
      command: 'compare',
      args: { topic, parties: parties.map(({ id }) => id).join(',') },
    })),
    ...entries.map(({ id }) => ({ command: 'sources', args: { entry: id } })),
    ...dispatcher.commands.map(({ name }) => ({ command: 'help', args: { command: name } })),
    { command: 'position', args: { party: 'narnia' } },
    { command: 'faq', args: { question: 'zebra pancakes' } },
    { command: 'faq', args: { question: 'x'.repeat(301) } },
  ];
  const seen = new Map<string, { call: Call; answer: Answer }>();
  for (let call = calls.shift(); call; call = calls.shift()) {
    const key = JSON.stringify([call.command, call.args]);
    if (seen.has(key)) continue;
    const answer = await dispatcher.answer(call, callerIn(language));
    seen.set(key, { call, answer });
    const pressed = (answer.buttons ?? []).flatMap((button) => ('call' in button ? [button.call] : []));
    calls.push(
      ...pressed,
      ...answer.document.flatMap((block: Block) => (block.kind === 'menu' ? block.items.map((item) => item.call) : [])),
    );
  }
  return [...seen.values()];
}

describe.each(languages)('every answer in %s', (language) => {
  let answers: Awaited<ReturnType<typeof everyAnswer>>;
  beforeAll(async () => {
    answers = await everyAnswer(language);
  });

  it('is reached: each entry, position, plan and topic', () => {
    const { entries, positions, plans, topics } = catalogue.knowledge;
    const reached = new Set(answers.map(({ call }) => Object.values(call.args).join('/')));
    for (const { id } of [...entries, ...plans, ...topics]) expect(reached).toContain(id);
    for (const { party, topic } of positions) expect(reached).toContain(`${party}/${topic}`);
  });

  it('says where it comes from', () => {
    const sourced = answers.filter(
      ({ call }) => call.command === 'faq' && catalogue.knowledge.entry(call.args.question ?? ''),
    );
    expect(sourced).toHaveLength(catalogue.knowledge.entries.length);
    for (const { call, answer } of sourced) {
      const sources = answer.document.find((block) => block.kind === 'sources');
      expect(sources?.items.length, JSON.stringify(call)).toBeGreaterThan(0);
    }
  });

  it('is taken by Discord, on every page', () => {
    const { t } = callerIn(language);
    for (const { call, answer } of answers) {
      for (let page = 1, pages = 1; page <= pages; page++) {
        const rendered = renderAnswer(answer, page, dispatcher.commands, t);
        pages = rendered.pages;
        const body = { components: rendered.components, flags: 1 << 15, allowed_mentions: { parse: [] } };
        const refusal = checkMessage(body as never, {
          schema: MessageCreateRequestSchema,
          files: rendered.files.map(({ name, bytes }, i) => ({
            field: `files[${i}]`,
            filename: name,
            contentType: 'image/png',
            bytes: Buffer.from(bytes),
          })),
          ephemeralAllowed: false,
        });
        expect(refusal, JSON.stringify(call)).toBeUndefined();
      }
    }
  });

  it('is taken by Telegram, as a rich message and as a plain one, on every page', () => {
    const compose = createComposer(dispatcher.commands);
    for (const { answer } of answers) {
      let last = '';
      for (let page = 1; page < 20; page++) {
        const { html, rich, keyboard, photo } = compose(answer, callerIn(language), page);
        if (html === last) break;
        last = html;
        expect(readText({ text: html, parse_mode: 'HTML' }).entities.length).toBeLessThanOrEqual(100);
        expect(readRichMessage({ ...rich }).blocks.length).toBeGreaterThan(0);
        if (photo) expect(readText({ text: photo.caption, parse_mode: 'HTML' }).text.length).toBeLessThanOrEqual(1024);
        readKeyboard({ reply_markup: keyboard as never });
      }
    }
  });

  it('fits a terminal of 60 columns', () => {
    for (const { answer } of answers) {
      const { text } = layOut(answer, 1, {
        width: 60,
        height: Number.POSITIVE_INFINITY,
        colour: false,
        t: texts.in(language),
      });
      for (const line of text.split('\n')) expect(stringWidth(line)).toBeLessThanOrEqual(60);
    }
  });
});
