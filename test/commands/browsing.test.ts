import { describe, expect, it } from 'vitest';
import { testCaller } from '../builders/callers.ts';
import { testDispatcher } from '../builders/dispatcher.ts';
import { say } from './ask.ts';

describe('/topics', () => {
  it('shows all topics, and one with its questions', async () => {
    expect((await say('/topics')).buttons).toEqual(['🧭 NATO', '🗺️ Territory']);
    const { menu, buttons } = await say('/topics land');
    expect(menu).toEqual(['Would Ukraine give up land for peace?', 'What are the borders of 1991?']);
    expect(buttons).toEqual(['Compare: Territory', 'Plans on Territory', 'All topics']);
  });
});

describe('/sources', () => {
  it('says of each source who made it, when it was read, and what it is not', async () => {
    expect((await say('/sources what are the borders of 1991')).text).toBe(
      [
        'What this answer rests on',
        'What are the borders of 1991?',
        'A leaflet — book · undated',
        'Author: not given',
        'Publisher: not given',
        'Read on: 1 March 2025',
        'No link is known',
        'Seen as a photocopy.',
      ].join('\n'),
    );
  });

  it('asks for an entry, and says so if there is none of that name', async () => {
    expect((await say('/sources')).text).toMatch(/^Please add the question.*\nFor example: \/sources/su);
    expect((await say('/sources zebra')).text).toBe('No entry is called “zebra”. /faq shows all of them.');
  });
});

describe('/help', () => {
  it('lists every command, and explains one with an example', async () => {
    const { text, isPrivate } = await say('/help');
    for (const name of ['faq', 'position', 'compare', 'plans', 'topics', 'sources', 'help', 'about'])
      expect(text).toContain(`/${name} — `);
    expect(isPrivate).toBe(true);
    expect((await say('/help /compare')).text).toContain('Example: /compare nato russia, ukraine');
  });

  it('explains a command that is written without its slash, in capitals or with one of its actions', async () => {
    for (const typed of ['compare', '/COMPARE', 'compare nato'])
      expect((await say(`/help ${typed}`)).text).toContain('Example: /compare nato russia, ukraine');
  });

  it('names a command that there is not, and keeps to itself what only moderators may do', async () => {
    expect((await say('/help dance')).text).toBe('There is no command /dance. /help lists all of them.');
    expect((await say('/help entry')).text).toMatch(/^How to use Parley/u);
  });

  it('offers commands while one is typed, those of moderators to them alone', async () => {
    const { dispatcher } = testDispatcher();
    const offered = async (typed: string, role: 'member' | 'moderator') =>
      (await dispatcher.suggest('help', 'command', typed, testCaller({ role }))).map(({ value }) => value);
    expect(await offered('/po', 'member')).toEqual(['position', 'positions']);
    expect(await offered('entr', 'member')).toEqual([]);
    expect(await offered('entr', 'moderator')).toEqual(['entry']);
    expect((await offered('', 'moderator')).length).toBeLessThanOrEqual(25);
  });

  it('speaks the reader’s language', async () => {
    expect((await say('/help', 'uk')).text).toMatch(/^Як користуватися Parley/u);
  });
});

describe('/about', () => {
  it('says what this is, whose the content is, and where to report a mistake', async () => {
    const { text } = await say('/about');
    for (const words of ['nothing is generated', 'CC BY 4.0', 'Found a mistake?', 'Version 0.0.0'])
      expect(text).toContain(words);
  });
});

it('an unknown command is named, with where to find the others', async () => {
  expect((await say('/dance')).text).toBe('There is no command /dance. /help lists all of them.');
});
