import { describe, expect, it } from 'vitest';
import { documentText } from '../../src/core/document.ts';
import { createKnowledge } from '../../src/core/knowledge.ts';
import { type Language, languages } from '../../src/core/language.ts';
import type { ShownUpdate, UpdateWriting } from '../../src/core/update.ts';
import { digestAnswer } from '../../src/core/views/digest.ts';
import { followUp, retractedAnswer, updateAnswer } from '../../src/core/views/update.ts';
import { fits as discordFits } from '../../src/platforms/discord/message.ts';
import { fitsOnePage as telegramFits } from '../../src/platforms/telegram/compose.ts';
import { texts } from '../builders/dispatcher.ts';
import { smallKnowledge } from '../builders/knowledge.ts';

const knowledge = createKnowledge(smallKnowledge());
const viewing = (language: Language = 'en', timeZone = 'UTC') => ({
  knowledge,
  reader: { language, t: texts.in(language) },
  timeZone,
});

const writing: UpdateWriting = {
  original: 'en',
  importance: 'routine',
  sources: ['lavrov-speech'],
  cites: [],
  topics: ['nato'],
  parties: [],
  outdates: [],
  text: {
    en: { title: 'Talks resume', body: 'They **resume** in Geneva.\n\nNo day is named.', follows: 2 },
    uk: { title: 'Переговори відновлюються', body: 'У Женеві.', follows: 1 },
    ru: { title: 'Переговоры возобновляются', body: 'В Женеве.', follows: 2 },
  },
};
const update = (more: Partial<ShownUpdate> = {}, words: Partial<UpdateWriting> = {}): ShownUpdate => ({
  id: 'u0000001',
  community: 'shared',
  state: 'published',
  revision: 1,
  writing: { ...writing, ...words },
  publishedAt: Date.parse('2026-03-28T23:30:00Z'),
  changedAt: Date.parse('2026-03-29T08:00:00Z'),
  reason: '',
  ...more,
});
const titled = (title: string, more: Partial<ShownUpdate> = {}, words: Partial<UpdateWriting> = {}) =>
  update(more, { ...words, text: { en: { title, body: `Of ${title}.`, follows: 1 } } });
const text = ({ document }: ReturnType<typeof updateAnswer>) => documentText(document);

describe('an update', () => {
  it('is shown with its date in the reader’s zone, its sources and the ways on', () => {
    const answer = updateAnswer(update(), viewing('en', 'Europe/Kyiv'));
    expect(text(answer)).toBe(
      [
        'Talks resume',
        'They resume in Geneva.',
        'No day is named.',
        'Published 29 Mar 2026, 01:30.',
        'Sources',
        'Remarks to the press — Sergey Lavrov, Foreign Ministry · official document · 18 February 2025',
      ].join('\n'),
    );
    expect(answer.buttons?.map(({ label }) => label)).toEqual(['🧭 NATO', 'All updates']);
  });

  it('is shown in the reader’s language or, where the translation has fallen behind, as it was written, with a note', () => {
    expect(text(updateAnswer(update(), viewing('ru')))).toContain('Переговоры возобновляются\nВ Женеве.');
    const behind = text(updateAnswer(update(), viewing('uk')));
    expect(behind).toContain('Ще не перекладено: показано мовою оригіналу (English).\nThey resume in Geneva.');
    expect(behind).not.toContain('У Женеві');
  });

  it('that was corrected says so above its text, with when and why', () => {
    const said = text(updateAnswer(update({ reason: 'Geneva, not Oslo.' }), viewing()));
    expect(said).toContain('Talks resume\n✏️ Corrected 29 Mar 2026, 08:00: Geneva, not Oslo.\nThey resume');
  });

  it('that breaks says so in its title', () => {
    expect(text(updateAnswer(update({}, { importance: 'breaking' }), viewing()))).toContain(
      '🔴 Breaking: Talks resume',
    );
  });

  it('names a source that is known no more by its id, and leaves out a topic that is', () => {
    const answer = updateAnswer(update({}, { sources: ['gone-source'], topics: ['gone'] }), viewing());
    expect(text(answer)).toContain('Sources\ngone-source');
    expect(answer.buttons?.map(({ label }) => label)).toEqual(['All updates']);
  });

  it.each(languages)(
    'that was retracted shows nothing of its text or sources in %s, whichever view is asked',
    (language) => {
      const gone = update({ state: 'retracted', reason: 'A hoax.' });
      for (const view of [updateAnswer, retractedAnswer, followUp]) {
        const said = JSON.stringify(view(gone, viewing(language)));
        expect(said).toContain('A hoax.');
        expect(said).not.toMatch(/Geneva|Женев|No day|Remarks to the press/u);
      }
      expect(JSON.stringify(digestAnswer([gone], viewing(language)))).not.toMatch(/Geneva|Женев|No day|Remarks/u);
    },
  );

  it('that follows a copy which can’t be changed says so', () => {
    expect(text(followUp(update({ reason: 'Geneva.' }), viewing()))).toMatch(
      /^This corrects an earlier message here, which can’t be changed any more\.\nTalks resume\n✏️ Corrected/u,
    );
    expect(text(followUp(update({ state: 'retracted', reason: 'A hoax.' }), viewing()))).toMatch(
      /^This is about an earlier message here, which can’t be changed any more\.\nRetracted/u,
    );
  });
});

describe('a digest', () => {
  it('is grouped by topic, breaking news first, with beginnings, dates and sources', () => {
    const at = (hour: number) => ({ publishedAt: Date.UTC(2026, 2, 28, hour) });
    const said = text(
      digestAnswer(
        [
          titled('First', at(1)),
          titled('Second', at(2), { topics: ['territory', 'nato'] }),
          titled('Third', at(3), { topics: [] }),
          titled('Fourth', at(0), { importance: 'breaking', topics: ['territory'] }),
          titled('Fifth', { ...at(4), reason: 'Four, not five.' }),
          titled('Sixth', { ...at(5), state: 'retracted', reason: 'A hoax.' }),
        ],
        viewing(),
      ),
    );
    const lines = said.split('\n');
    expect(lines[0]).toBe('6 updates');
    const order = ['🗺️ Territory', 'Fourth', 'Second', '🧭 NATO', 'Sixth', 'Fifth', 'First', 'Other', 'Third'];
    const found = order.map((one) => lines.findIndex((line) => line.replace('🔴 Breaking: ', '') === one));
    expect(found).toEqual(found.toSorted((a, z) => a - z));
    expect(found).not.toContain(-1);
    expect(said).toContain(
      '🔴 Breaking: Fourth\nOf Fourth.\nPublished 28 Mar 2026, 00:00. Sources: Remarks to the press, 18 February 2025',
    );
    expect(said).toContain('Fifth\n✏️ Corrected 29 Mar 2026, 08:00: Four, not five.\nOf Fifth.');
    expect(said).toContain('Sixth\nRetracted 29 Mar 2026, 08:00: A hoax.');
    expect(said).not.toContain('Of Sixth');
  });

  it('shows as many as there is room for, names others to be opened, and counts the rest', () => {
    const many = Array.from({ length: 30 }, (_, i) => titled(`News ${i}`, { id: `u${i}`, publishedAt: i * 1000 }));
    const { document } = digestAnswer(many, viewing());
    const menu = document.find((block) => block.kind === 'menu');
    const full = document.filter((block) => block.kind === 'note').length - 1;
    expect(menu?.kind === 'menu' && menu.items).toHaveLength(8);
    expect(documentText(document)).toContain(`And ${30 - 8 - full} more, under “All updates”.`);
    expect(full).toBeGreaterThan(5);
    expect(documentText(document).indexOf('News 29')).toBeLessThan(documentText(document).indexOf('News 28'));
  });

  it.each([
    ['long words', 'w'.repeat(200), 'word '.repeat(600)],
    ['signs that are escaped', '*_~`'.repeat(50), '\\*\\_'.repeat(700)],
    ['markup throughout', '<b>&amp;'.repeat(25), '**a** _b_ `c` '.repeat(200)],
    ['links throughout', 'Links', `[a](https://example.org/${'x'.repeat(400)}) `.repeat(7)],
  ])('goes into one message everywhere, in every language, whatever is in it: %s', (_, title, body) => {
    const cites = Array.from({ length: 10 }, (__, i) => ({
      id: `own-${i}`,
      title: 't'.repeat(200),
      publisher: 'p'.repeat(200),
      author: 'unknown',
      kind: 'reporting' as const,
      url: `https://example.org/${'u'.repeat(480)}`,
      published: '2026-02-27',
      collected: '2026-03-01',
    }));
    const heavy = { cites, sources: cites.map(({ id }) => id), text: { en: { title, body, follows: 1 } } };
    for (const language of languages) {
      for (const count of [1, 2, 5, 14, 40]) {
        const many = Array.from({ length: count }, (__, i) =>
          update(
            { id: `u${i}`, reason: i % 2 ? 'r'.repeat(200) : '', state: i % 5 ? 'published' : 'retracted' },
            heavy,
          ),
        );
        const { document } = digestAnswer(many, viewing(language));
        expect([language, count, discordFits(document), telegramFits(document)]).toEqual([language, count, true, true]);
      }
    }
  });
});
