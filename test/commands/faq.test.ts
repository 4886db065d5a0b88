import { describe, expect, it } from 'vitest';
import { say } from './ask.ts';

describe('/faq', () => {
  it('answers by any name of an entry, however it is written', async () => {
    for (const asked of ['nato-membership', 'NATO accession', 'Вступ до НАТО', 'can ukraine join NATO during the war'])
      expect((await say(`/faq ${asked}`)).text).toContain('Can Ukraine join NATO during the war?');
  });

  it('ends with the date and the sources', async () => {
    expect((await say('/faq nato accession')).text).toMatch(
      /As of 20 February 2025\nSources\nRemarks to the press — Sergey Lavrov, Foreign Ministry · official document · 18 February 2025$/u,
    );
  });

  it('calls undated what is undated, and leaves out makers that nobody knows', async () => {
    const { text } = await say('/faq what are the borders of 1991');
    expect(text).toContain('As of: undated');
    expect(text).toContain('A leaflet — book · undated');
  });

  it('says first that a text is past its review date', async () => {
    const lines = (await say('/faq land for peace')).text.split('\n');
    expect(lines[1]).toBe('⚠ This text was due for review on 1 March 2025 and may be out of date.');
  });

  it('answers in the reader’s language, or says that it cannot', async () => {
    expect((await say('/faq nato accession', 'uk')).text).toContain('Росія наполягає на нейтралітеті.');
    expect((await say('/faq nato accession', 'ru')).text.split('\n')[1]).toBe(
      'Ещё не переведено: показано по-английски.',
    );
  });

  it('asks what is meant where it is not sure', async () => {
    const { text, menu, call } = await say('/faq something about Ukraine, peace and quiet');
    expect(text).toContain('I am not sure what you mean.');
    expect(menu).toContain('Would Ukraine give up land for peace?');
    expect(call).toBeUndefined();
  });

  it('says that it has no answer rather than guess', async () => {
    const { text, menu, buttons } = await say('/faq zebra pancakes');
    expect(text).toMatch(/^There is no answer to that here yet\./u);
    expect(menu).toEqual([]);
    expect(buttons).toEqual(['Browse by topic']);
  });

  it('leads to the position where one is asked for', async () => {
    expect((await say('/faq what does moscow say on the borders')).text).toMatch(
      /^Russia: Territory\nClaims four annexed/u,
    );
    expect((await say('/faq what the usa says about borders')).text).toContain('no sourced position of United States');
    expect((await say('/faq what do moscow and kyiv want: borders?')).text).toMatch(
      /^Compare: Territory\nParty · Stance\nRussia/u,
    );
    expect((await say('/faq so what does kyiv want')).text).toMatch(/^Where Ukraine stands/u);
  });

  it('offers the position asked for beside an answer', async () => {
    const { buttons } = await say('/faq moscow says: ukraine join nato during war');
    expect(buttons[0]).toBe('Russia: NATO');
    expect(new Set(buttons).size).toBe(buttons.length);
  });

  it('with nothing asked lists everything that can be', async () => {
    expect((await say('/faq')).menu).toEqual([
      'Can Ukraine join NATO during the war?',
      'Would Ukraine give up land for peace?',
      'What are the borders of 1991?',
    ]);
  });

  it('refuses a question that is too long, and says how long it may be', async () => {
    const { text, isPrivate } = await say(`/faq ${'x'.repeat(301)}`);
    expect(text).toContain('300 characters at most');
    expect(isPrivate).toBe(true);
  });
});
