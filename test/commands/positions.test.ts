import { describe, expect, it } from 'vitest';
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
