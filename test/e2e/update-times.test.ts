import { describe, expect, it } from 'vitest';
import { telegramFolk } from './folk.ts';
import { createNewsroom, eventually, minuteMs } from './newsroom.ts';
import { discordPlace, type Place, telegramPlace } from './places.ts';
import { createServer, joinTo, post } from './posting.ts';
import { createStory } from './story.ts';

const utc = (day: string, time: string) => Date.parse(`${day}T${time}:00Z`);

/** The titles, of those, that stand in a place, in its order. */
const titlesIn = (place: Place, titles: readonly string[]) =>
  place.texts().map((text) => titles.filter((title) => text.includes(title)).join());

describe('quiet hours', () => {
  it('keep what is routine until they are over; breaking news passes where it may', { timeout: 120_000 }, async () => {
    const story = createStory('Quiet hours');
    // It is 23:00 in Kyiv, and 6:00 in Tokyo.
    const room = await createNewsroom({ startMs: utc('2027-01-10', '21:00') });
    const { guild, channel, max } = createServer(room, story);
    const alerts = guild.channel('alerts');
    const group = room.telegram.supergroup({ title: 'Talks' });
    const olha = telegramFolk(room.telegram, group, 'Olha', story, true);
    const loud = discordPlace(room, 'a channel without quiet hours', channel);
    const kyiv = discordPlace(room, 'a channel that is quiet by night in Kyiv, but for breaking news', alerts);
    const tokyo = telegramPlace('a group that is quiet by night in Tokyo', group);
    await room.start();
    await joinTo(max, olha);
    await max.call('subscribe');
    await max.call('subscribe', { where: alerts.mention, quiet: '22-7', zone: 'Kyiv' });
    await max.press('Quiet & sound');
    expect(await max.fill({ 'Breaking news comes all the same': 'on' })).toContain('except for breaking news');
    expect(await olha.call('subscribe', { line: '22:00-8:00 Tokyo' })).toContain('from 22:00 to 08:00');
    for (const place of [loud, kyiv, tokyo]) place.clear();
    const titles = ['Something routine', 'Something breaking', 'Something later'];
    const [routine = '', breaking = '', later = ''] = titles;

    await post(max, routine);
    await post(max, breaking, { Importance: 'breaking' });
    room.clock.pass(minuteMs);
    await eventually(() => expect(titlesIn(loud, titles)).toHaveLength(2));
    await eventually(() => expect(titlesIn(kyiv, titles)).toEqual([breaking]));
    await max.call('update status', { update: routine });
    await eventually(() => expect(max.sees()).toContain('2 × waiting: quiet hours there'));
    expect(max.sees()).toContain('Next try: 10 Jan 2027, 23:00');
    expect(titlesIn(tokyo, titles)).toEqual([]);

    room.clock.moveTo(utc('2027-01-10', '23:01'));
    await post(max, later);
    await eventually(() => expect(titlesIn(tokyo, titles).toSorted()).toEqual([breaking, routine]));
    room.clock.pass(minuteMs);
    await eventually(() => expect(titlesIn(tokyo, titles)).toHaveLength(3));
    await eventually(() => expect(titlesIn(loud, titles)).toHaveLength(3));
    expect(titlesIn(kyiv, titles)).toEqual([breaking]);

    room.clock.moveTo(utc('2027-01-11', '05:00'));
    await eventually(() => expect(titlesIn(kyiv, titles)).toHaveLength(3));
    for (const place of [loud, kyiv, tokyo])
      expect([place.name, titlesIn(place, titles).toSorted()]).toEqual([place.name, titles.toSorted()]);
    expect(room.errors()).toEqual([]);
    story.write('quiet-hours');
  });
});

describe('digests at nine o’clock in three zones', () => {
  // New York goes from UTC-5 to UTC-4 on 14 March, Kyiv from UTC+2 to UTC+3 on 28 March.
  const slots = [
    ['Tokyo', utc('2027-03-14', '00:00')],
    ['Kyiv', utc('2027-03-14', '07:00')],
    ['New York', utc('2027-03-14', '13:00')],
    ['Tokyo', utc('2027-03-28', '00:00')],
    ['Kyiv', utc('2027-03-28', '06:00')],
    ['New York', utc('2027-03-28', '13:00')],
    ['Tokyo', utc('2027-03-29', '00:00')],
    ['Kyiv', utc('2027-03-29', '06:00')],
    ['New York', utc('2027-03-29', '13:00')],
  ] as const;

  it('come once, with what is new, on days on which clocks are changed too', { timeout: 240_000 }, async () => {
    const story = createStory('Digests in three zones');
    const room = await createNewsroom({ startMs: utc('2027-03-13', '16:00') });
    const { telegram, clock } = room;
    const { guild, channel, max } = createServer(room, story);
    const [kyiv, control] = [guild.channel('kyiv'), guild.channel('control')];
    const group = telegram.supergroup({ title: 'Talks' });
    const olha = telegramFolk(telegram, group, 'Olha', story, true);
    const places = {
      'New York': discordPlace(room, 'nine o’clock in New York', channel),
      Kyiv: discordPlace(room, 'nine o’clock in Kyiv', kyiv),
      Tokyo: telegramPlace('nine o’clock in Tokyo', group),
    };
    const atOnce = discordPlace(room, 'at once', control);
    await room.start();
    await joinTo(max, olha);
    await max.call('settings', { setting: 'undo', value: '0' });
    await max.call('subscribe', { when: 'daily', time: '9:00', zone: 'America/New_York' });
    await max.call('subscribe', { where: kyiv.mention, when: 'daily', time: '9 am', zone: 'Kyiv' });
    await max.call('subscribe', { where: control.mention });
    expect(await olha.call('subscribe', { line: 'daily 9:00 Tokyo' })).toContain('Next: 14 Mar 2027, 09:00');
    for (const place of [...Object.values(places), atOnce]) place.clear();

    const events = slots.map((_, i) => `Event ${i + 1}`);
    const expected: Record<keyof typeof places, string[]> = { 'New York': [], Kyiv: [], Tokyo: [] };
    const fresh: Record<keyof typeof places, string[]> = { 'New York': [], Kyiv: [], Tokyo: [] };
    const titles = () => Object.fromEntries(Object.entries(places).map(([zone, one]) => [zone, titlesIn(one, events)]));
    for (const [i, [zone, slotAt]] of slots.entries()) {
      clock.moveTo(slotAt - 2 * minuteMs);
      await post(max, events[i] as string);
      // What is published now is published after all digests that were due by now.
      await eventually(() => expect(atOnce.texts()).toHaveLength(i + 1));
      expect(titles()).toEqual(expected);
      for (const list of Object.values(fresh)) list.push(events[i] as string);
      expected[zone].push(fresh[zone].splice(0).join());

      const isDown = i === 4;
      if (isDown) await room.stop();
      clock.moveTo(slotAt + minuteMs);
      if (isDown) await room.start();
      await eventually(() => expect(titles()).toEqual(expected));
    }

    await max.call('update edit', { update: 'Event 9' });
    await max.fill({ Text: 'Nothing of that kind.', 'What was corrected': 'It was denied.' });
    await max.press('✅ Publish');
    await eventually(() =>
      expect(places['New York'].texts().at(-1)).toMatch(/Corrected .*: It was denied\..*of that kind/su),
    );
    expect(titles()).toEqual(expected);
    story.begin('Digests in three zones');
    for (const { name, texts } of Object.values(places)) for (const text of texts()) story.heard(text, name);
    story.write('digests');
    expect(room.errors()).toEqual([]);
  });
});
