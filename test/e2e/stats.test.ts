import { beforeEach, describe, expect, it } from 'vitest';
import { createNewsroom, type Newsroom } from './newsroom.ts';

let discord: Newsroom['discord'];
let telegram: Newsroom['telegram'];

beforeEach(async () => {
  const newsroom = await createNewsroom();
  ({ discord, telegram } = newsroom);
  await newsroom.start();
});

const counted = '2 questions: 1 answered (50 %), 0 “did you mean” (0 %), 1 without an answer (50 %).';

describe('what was asked', () => {
  it('is seen in charts by a server’s moderators on Discord, and by nobody else', async () => {
    const [home, elsewhere] = [discord.guild({ name: 'Peace watchers' }), discord.guild({ name: 'Elsewhere' })];
    const [channel, other] = [home.channel('general'), elsewhere.channel('general')];
    const [ann, max, eve] = ['Ann', 'Max', 'Eve'].map((username) => discord.user({ username }));
    if (!ann || !max || !eve) throw new Error('Nobody is there.');
    home.member(max, { roles: [home.role('Stewards', ['ManageGuild'])] });
    elsewhere.member(eve, { roles: [elsewhere.role('Stewards', ['ManageGuild'])] });
    await ann.slash(channel, '/faq question: can ukraine join nato at war?');
    await ann.slash(channel, '/faq question: zebra pancake recipe');

    const seen = await max.slash(channel, '/stats days: 7');
    expect(seen.ephemeral).toBe(true);
    expect(seen.text).toContain(counted);
    expect(seen.message?.files.map(({ filename }) => filename)).toEqual(['stats-questions.png', 'stats-entries.png']);
    expect(seen.message?.files[0]?.bytes.subarray(1, 4).toString()).toBe('PNG');
    const file = await max.press(seen, 'CSV');
    const sent = file.message?.files[0];
    expect(sent?.filename).toBe('stats-2026-11-17-2026-11-23.csv');
    expect(sent?.bytes.toString()).toContain('question,2026-11-23,,answered,1\r\n');

    await expect(ann.slash(channel, '/stats')).rejects.toThrow('is hidden from Ann');
    const others = await eve.slash(other, '/stats');
    expect(others.text).toContain('Nobody asked anything in these days.');
    expect(others.message?.files).toEqual([]);
  });

  it('is seen in tables by a group’s administrators on Telegram, with charts when they ask, and by nobody else', async () => {
    const [ann, max, eve] = ['Ann', 'Max', 'Eve'].map((first_name) => telegram.user({ first_name }));
    if (!ann || !max || !eve) throw new Error('Nobody is there.');
    const home = telegram.supergroup({ title: 'Peace watchers', members: [ann, max] });
    const elsewhere = telegram.supergroup({ title: 'Elsewhere', members: [eve] });
    home.setMember(max, 'administrator');
    elsewhere.setMember(eve, 'administrator');
    for (const asked of ['can ukraine join nato at war?', 'zebra pancake recipe']) await home.say(ann, `/faq ${asked}`);

    const seen = await home.say(max, '/stats 7');
    expect(seen.text).toContain(counted);
    expect(seen.isEphemeral).toBe(true);
    expect(seen.blocks?.some(({ type }) => type === 'table')).toBe(true);
    const chart = await seen.press(max, '🖼 Questions a day');
    expect(chart.message.photo).toMatchObject([{ width: 720 }]);
    expect(chart.text).toContain(counted);

    const inPrivate = telegram.privateChat(max);
    await seen.press(max, 'CSV');
    await telegram.settled();
    const file = inPrivate.botMessages.find(({ message }) => message.document)?.message.document as
      | { file_name: string; file_id: string }
      | undefined;
    expect(file?.file_name).toBe('stats-2026-11-17-2026-11-23.csv');
    expect(telegram.contentOf(file?.file_id ?? '')?.toString()).toContain('question,2026-11-23,,none,1\r\n');

    expect((await home.say(ann, '/stats')).text).toContain('Only this community’s moderators');
    expect((await elsewhere.say(eve, '/stats')).text).toContain('Nobody asked anything in these days.');
  });
});
