import { describe, expect, it } from 'vitest';
import { placeOf, searchOf } from '../../src/playground/page/address.ts';
import { people } from '../../src/playground/people.ts';
import type { Scene } from '../../src/playground/protocol.ts';

const scene: Scene = {
  version: '1',
  people,
  languages: [],
  discord: {
    botId: '1',
    guilds: [
      { id: '10', name: 'Peace watchers', channels: [channel('11', 'general'), channel('12', 'новини')] },
      { id: '20', name: 'Elsewhere', channels: [channel('21', 'general')] },
    ],
  },
  telegram: {
    botId: 2,
    botUsername: 'parley_bot',
    chats: [
      { id: 0, title: 'Parley', kind: 'private' },
      { id: -30, title: 'Talks & news', kind: 'group' },
    ],
  },
};

function channel(id: string, name: string) {
  return { id, name, kind: 'text' as const };
}

const first = {
  looking: { person: 'member', language: 'en', discord: '11', telegram: 0 },
  theme: 'dark',
  width: 'desktop',
  show: 'both',
};

describe('the address of the page', () => {
  it('leads without a query to the first channel and chat, in the theme that the visitor prefers', () => {
    expect(placeOf('', scene, 'dark')).toEqual(first);
    expect(placeOf('', scene, 'light').theme).toBe('light');
  });

  it('leads to all that it names', () => {
    const query =
      '?person=operator&language=uk&theme=light&width=phone&show=telegram&settings=closed&discord=новини&telegram=Talks+%26+news';
    expect(placeOf(query, scene, 'dark')).toEqual({
      looking: { person: 'operator', language: 'uk', discord: '12', telegram: -30 },
      theme: 'light',
      width: 'phone',
      show: 'telegram',
      settings: 'closed',
    });
  });

  it('tells channels of one name apart by their servers, and takes ids too', () => {
    const channelOf = (name: string) =>
      placeOf(`?${new URLSearchParams({ discord: name })}`, scene, 'dark').looking.discord;
    expect(['Elsewhere/general', 'Peace watchers/general', '21', 'dm'].map(channelOf)).toEqual([
      '21',
      '11',
      '21',
      'dm',
    ]);
    expect(placeOf('?telegram=-30', scene, 'dark').looking.telegram).toBe(-30);
  });

  it('is as at first in all that it misnames', () => {
    const query =
      '?person=admin&language=xx&theme=%3Cb%3E&width=1&show=none&settings=ajar&discord=nowhere&telegram=nobody';
    expect(placeOf(query, scene, 'dark')).toEqual(first);
  });

  it('names every place so that it leads back there, by names rather than ids', () => {
    for (const discord of ['11', '12', '21', 'dm'])
      for (const telegram of [0, -30])
        for (const settings of [undefined, 'open', 'closed'] as const) {
          const looking = { person: 'foreign', language: 'ru', discord, telegram } as const;
          const look = { theme: 'light', width: 'phone', show: 'discord' } as const;
          const place = { looking, ...look, ...(settings && { settings }) };
          const query = searchOf(place, scene);
          expect(placeOf(query, scene, 'dark')).toEqual(place);
          expect(query).not.toMatch(/=-?\d/u);
        }
  });

  it('says nothing of the settings until somebody has opened or closed them', () => {
    expect(searchOf(placeOf('', scene, 'dark'), scene)).not.toContain('settings');
  });

  it('leads to the private chats where there are no servers', () => {
    const bare = { ...scene, discord: { botId: '1', guilds: [] }, telegram: { ...scene.telegram, chats: [] } };
    expect(placeOf('?discord=general', bare, 'dark').looking).toMatchObject({ discord: 'dm', telegram: 0 });
  });
});
