import { describe, expect, it } from 'vitest';
import type { Answer } from '../../src/core/answer.ts';
import type { Caller } from '../../src/core/command.ts';
import { documentText } from '../../src/core/document.ts';
import type { Pictures } from '../../src/core/figure.ts';
import { testCaller } from '../builders/callers.ts';
import { testDispatcher } from '../builders/dispatcher.ts';
import { say } from './ask.ts';

describe('/position', () => {
  it('says what a party wants, why, and what it rules out', async () => {
    const { text, buttons } = await say('/position moscow the alliance');
    expect(text).toMatch(
      /^Russia: NATO\nDemands neutrality\nWhat it wants, as reported\nIt says: demands neutrality\./u,
    );
    expect(text).toContain('Red lines\nNot stated in the source.');
    expect(text).toMatch(/Sources\nRemarks to the press/u);
    expect(buttons).toEqual(['Compare: NATO', 'All positions of Russia', '⚑ Report']);
  });

  it('says as plainly where there is none', async () => {
    const { text } = await say('/position usa territory');
    expect(text).toBe(
      'United States: Territory\nParley has no sourced position of United States on Territory. That does not mean that there is none.',
    );
  });

  it('without a topic shows the stance on each, the missing ones too', async () => {
    const { text, menu } = await say('/position usa');
    expect(text).toContain('Territory · no sourced position');
    expect(menu).toEqual(['NATO']);
  });

  it('without a party asks for one', async () => {
    const { text, menu } = await say('/position');
    expect(text).toMatch(/^Please choose the party/u);
    expect(menu).toEqual(['Russia', 'Ukraine', 'United States']);
  });

  it('asks again for what it does not know, keeping the rest', async () => {
    const { text, isPrivate, document } = await say('/position narnia nato');
    expect(text).toMatch(/^“narnia” is not something I know here\./u);
    expect(isPrivate).toBe(true);
    expect(document.at(-1)).toMatchObject({ items: [{ call: { args: { party: 'russia', topic: 'nato' } } }, {}, {}] });
  });
});

describe('/compare', () => {
  it('shows every party, those without a position too', async () => {
    const { text } = await say('/compare territory');
    expect(text).toContain(
      'Russia · Claims four annexed regions\nUkraine · Insists on the borders of 1991\nUnited States · no sourced position',
    );
  });

  it('shows those that are asked for, in that order', async () => {
    const { text, call } = await say('/compare nato ukraine and moscow');
    expect(text).toContain('Party · Stance\nUkraine · Wants to join\nRussia · Demands neutrality\nEach line');
    expect(call?.args).toEqual({ topic: 'nato', parties: 'ukraine,russia' });
  });

  it('keeps the parties when the topic changes', async () => {
    expect((await say('/compare nato ukraine')).buttons).toEqual(['🗺️ Territory']);
  });
});

describe('/positions', () => {
  it('shows every party on every topic, those without a position too', async () => {
    const { text, buttons } = await say('/positions');
    expect(text).toContain('NATO\nParty · Stance\nRussia · Demands neutrality\nUkraine · Wants to join\nUnited States');
    expect(text).toContain('Ukraine · Insists on the borders of 1991\nUnited States · no sourced position');
    expect(text).toMatch(/Sources\nRemarks to the press/u);
    expect(buttons).toEqual(['Russia', 'Ukraine', 'United States']);
  });

  it('does not trip over a word that it has no use for', async () => {
    expect((await say('/positions of all parties please')).text).toMatch(/^Where the parties stand/u);
  });

  it('says which stances are overdue', async () => {
    expect((await say('/positions')).text).not.toContain('⚠');
    const { dispatcher } = testDispatcher({ services: { today: () => '9999-12-31' } });
    const late = await dispatcher.answer({ command: 'positions', args: {} }, testCaller());
    expect(documentText(late.document)).toMatch(/⚠ Due for review, may be out of date: Russia: NATO/u);
  });
});

describe('a picture', () => {
  const ask = (args: Record<string, string>, pictures: Caller['pictures'], services: { pictures?: Pictures } = {}) =>
    testDispatcher({ services }).dispatcher.answer({ command: 'compare', args }, testCaller({ pictures }));
  const hasPicture = ({ document }: Answer) => document.some(({ kind }) => kind === 'picture');
  const labels = ({ buttons = [] }: Answer) => buttons.map(({ label }) => label);

  it('comes first where there are no tables, and on request where there are', async () => {
    const topic = 'nato';
    expect(hasPicture(await ask({ topic }, 'first'))).toBe(true);
    expect(hasPicture(await ask({ topic }, 'asked'))).toBe(false);
    expect(hasPicture(await ask({ topic, as: 'picture' }, 'asked'))).toBe(true);
    expect(hasPicture(await ask({ topic, as: 'words' }, 'first'))).toBe(false);
    expect(hasPicture(await ask({ topic, as: 'picture' }, 'never'))).toBe(false);
  });

  it('and its words lead to each other, and to other topics in the same way', async () => {
    const shown = await ask({ topic: 'nato', parties: 'ukraine', as: 'picture' }, 'asked');
    expect(labels(shown)).toEqual(['☰ In words', '🗺️ Territory']);
    expect(shown.buttons?.map((one) => 'call' in one && one.call.args)).toEqual([
      { topic: 'nato', parties: 'ukraine', as: 'words' },
      { topic: 'territory', parties: 'ukraine', as: 'picture' },
    ]);
    expect(labels(await ask({ topic: 'nato' }, 'asked'))).toEqual(['🖼 As a picture', '🗺️ Territory']);
    expect(labels(await ask({ topic: 'nato' }, 'never'))).toEqual(['🗺️ Territory']);
  });

  it('says in words what it shows, with the sources in the message itself', async () => {
    const { document } = await ask({ topic: 'territory' }, 'first');
    const text = documentText(document);
    expect(text).toContain('Ukraine — Insists on the borders of 1991\nUnited States — no sourced position');
    expect(document.at(-1)?.kind).toBe('sources');
  });

  it('that can’t be drawn costs nobody the answer', async () => {
    const pictures: Pictures = { draw: () => Promise.reject(new Error('no fonts')) };
    const answer = await ask({ topic: 'nato' }, 'first', { pictures });
    expect(answer.failed).toBeUndefined();
    expect(documentText(answer.document)).toContain('Russia · Demands neutrality');
  });
});

describe('/plans', () => {
  it('shows one in full: terms, and who backs and rejects it', async () => {
    const { text } = await say('/plans peace formula');
    expect(text).toContain('Territory\nRussian troops leave.');
    expect(text).toContain('Who rejects it\nRussia — it calls it an ultimatum');
  });

  it('names a plan that says nothing on the topic', async () => {
    expect((await say('/plans nato')).text).toContain('Ten-point plan — says nothing on this in our source');
  });

  it('shows all in short, with their sources', async () => {
    const { text, menu } = await say('/plans');
    expect(text).toContain('Ukraine proposes ten steps.');
    expect(text).toContain('Sources');
    expect(menu).toEqual(['Ten-point plan']);
  });
});
