import { describe, expect, it } from 'vitest';
import type { Answer } from '../../../src/core/answer.ts';
import { heading, menu, paragraph, strong } from '../../../src/core/document.ts';
import { parseTextHtml } from '../../../src/loopback/telegram/text-html.ts';
import { createComposer } from '../../../src/platforms/telegram/compose.ts';
import { readPress } from '../../../src/platforms/telegram/keyboard.ts';
import { testCaller } from '../../builders/callers.ts';
import { testDispatcher } from '../../builders/dispatcher.ts';

const { dispatcher } = testDispatcher();
const { commands } = dispatcher;
const compose = createComposer(commands);
const ann = testCaller({ place: 'private' });
const bohdana = testCaller({ place: 'private', language: 'uk' });

const rows = (answer: Answer, page?: number, caller = ann) =>
  (compose(answer, caller, page).keyboard?.inline_keyboard ?? []).map((row) => row.map(({ text }) => text));
const data = (answer: Answer, page?: number, caller = ann) =>
  (compose(answer, caller, page).keyboard?.inline_keyboard ?? [])
    .flat()
    .map((button) => ('callback_data' in button ? button.callback_data : ''));

const call = { command: 'faq', args: {} };
const item = (label: string) => ({ label, call: { command: 'faq', args: { question: label } } });
const menuOf = (length: number): Answer => ({
  document: [heading(2, 'Questions'), menu(Array.from({ length }, (_, i) => item(`q${i + 1}`)))],
  call,
});

describe('pages', () => {
  it('hold ten things to choose, numbered through, with the pages below', () => {
    expect(rows(menuOf(23))).toEqual([['1', '2', '3', '4', '5'], ['6', '7', '8', '9', '10'], ['Next ›']]);
    expect(rows(menuOf(23), 2)).toEqual([
      ['11', '12', '13', '14', '15'],
      ['16', '17', '18', '19', '20'],
      ['‹ Back', 'Next ›'],
    ]);
    expect(rows(menuOf(23), 3)).toEqual([['21', '22', '23'], ['‹ Back']]);
    expect(compose(menuOf(23), ann, 2).html).toContain('<i>Page 2 of 3</i>');
    expect(compose(menuOf(23), ann, 2).rich.html).toContain('<footer>Page 2 of 3</footer>');
  });

  it('are left out where everything fits, and where the others could not be reached', () => {
    expect(compose(menuOf(10), ann).html).not.toContain('Page');
    const { call: _, ...unreachable } = menuOf(12);
    expect(rows(unreachable).flat()).toHaveLength(12);
  });

  it('show the last one to somebody who asks for one that is no longer there', () => {
    expect(compose(menuOf(23), ann, 9).html).toContain('Page 3 of 3');
  });

  it('carry the language in their buttons, so that turning one does not change it', () => {
    expect(data(menuOf(11), 1, bohdana).at(-1)).toBe('uk:faq-2');
    expect(readPress(commands, 'uk:faq-2')).toEqual({ call: { ...call, page: 2 }, turns: 'uk' });
    expect(readPress(commands, 'faq_q1')).toEqual({ call: { command: 'faq', args: { question: 'q1' } } });
    expect(readPress(commands, 'fr:faq-2')).toBeUndefined();
  });

  it('are short enough for Telegram, entities and all', () => {
    const long: Answer = {
      document: Array.from({ length: 60 }, (_, i) =>
        paragraph(`${i} & <b> @durov `.repeat(15), ...Array(i).fill(strong('bold '))),
      ),
      call,
    };
    const last = 40;
    const texts = Array.from({ length: last }, (_, i) => parseTextHtml(compose(long, ann, i + 1).html));
    for (const { text, entities } of texts) {
      expect(text.length).toBeLessThanOrEqual(4096);
      expect(entities.length).toBeLessThanOrEqual(100);
    }
    const whole = texts.map(({ text }) => text).join('\n');
    for (let i = 0; i < 60; i++) expect(whole).toMatch(new RegExp(`^${i} &`, 'mu'));
  });
});

describe('buttons', () => {
  const buttons = (...labels: string[]): Answer => ({
    document: [paragraph('Hello')],
    buttons: labels.map((label) => ({ label, call })),
  });

  it('stand side by side while both are short', () => {
    expect(rows(buttons('NATO', 'Territory', 'Compare: security guarantees', 'Plans', 'About'))).toEqual([
      ['NATO', 'Territory'],
      ['Compare: security guarantees'],
      ['Plans', 'About'],
    ]);
  });

  it('are cut where they are too long for a line', () => {
    expect(rows(buttons('x'.repeat(100)))[0]?.[0]).toBe(`${'x'.repeat(59)}…`);
  });

  it('lead only to the web, and only where 64 bytes are enough to say what they do', () => {
    const answer: Answer = {
      document: [paragraph('Hello')],
      buttons: [
        { label: 'Source', url: 'https://example.org/' },
        { label: 'Trap', url: 'tg://user?id=1' },
        { label: 'Too much', call: { command: 'faq', args: { question: 'пытання '.repeat(20) } } },
      ],
    };
    expect(compose(answer, ann).keyboard).toEqual({
      inline_keyboard: [[{ text: 'Source', url: 'https://example.org/' }]],
    });
  });

  it('stay short however the person typed what was understood', async () => {
    const asked = { command: 'compare', args: { parties: 'Росія, Україна' } };
    expect(data(await dispatcher.answer(asked, bohdana))).toEqual(
      ['compare_na_ru,ua', 'compare_te_ru,ua'].map(escapeComma),
    );
  });
});

const escapeComma = (packed: string) => packed.replace(',', '%2C');
