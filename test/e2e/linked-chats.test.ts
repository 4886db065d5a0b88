import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createDiscordFake, type DiscordFake } from '../../src/loopback/discord/index.ts';
import { createTelegramFake, type TelegramFake } from '../../src/loopback/telegram/index.ts';
import { discordFolk, type Folk, telegramFolk } from './folk.ts';
import { startProgram } from './program.ts';
import { createStory } from './story.ts';

let discord: DiscordFake;
let telegram: TelegramFake;
let program: ReturnType<typeof startProgram>;

beforeEach(async () => {
  [discord, telegram] = await Promise.all([createDiscordFake(), createTelegramFake()]);
  let now = Date.UTC(2026, 10, 23, 12);
  program = startProgram({
    environment: {
      DISCORD_TOKEN: discord.token,
      DISCORD_API_URL: discord.apiUrl,
      TELEGRAM_TOKEN: telegram.token,
      TELEGRAM_API_ROOT: telegram.apiRoot,
    },
    now: () => {
      now += 1000;
      return new Date(now);
    },
  });
  await program.logged('Connected to Discord');
  await program.logged('Telegram is ready');
});
afterEach(async () => {
  await program.stop();
  await Promise.all([discord.close(), telegram.close()]);
});

const question = 'When do the Geneva talks begin?';

async function publish(who: Folk): Promise<void> {
  await who.call('entry add', { question });
  await who.fill({
    Question: question,
    Answer: 'On 1 December, in Geneva.',
    Sources: 'https://example.org/geneva | Talks announced | Swiss Foreign Ministry | 2026-11-20',
    'As of (date)': '2026-11-20',
  });
  expect(await who.press('✅ Publish')).toContain('is published');
}

describe('a server and a group', () => {
  it('share their entries once they are linked, as no other community does, and until they are unlinked', async () => {
    const story = createStory('Two chats, one community');
    const guild = discord.guild({ name: 'Peace watchers' });
    const channel = guild.channel('general');
    const group = telegram.supergroup({ title: 'Talks' });
    const max = discordFolk(discord, channel, 'Max', story);
    guild.member(max.one, { roles: [guild.role('Stewards', ['ManageGuild'])] });
    const nina = telegramFolk(telegram, group, 'Nina', story, true);
    const eve = telegramFolk(telegram, group, 'Eve', story, false);
    const others = [
      telegramFolk(telegram, telegram.supergroup({ title: 'Elsewhere' }), 'Ola', story, false),
      discordFolk(discord, discord.guild({ name: 'Another' }).channel('general'), 'Bo', story),
    ];
    await publish(max);
    expect(await eve.call('faq', { question })).not.toContain('1 December');

    const code = /\/link ([A-Z0-9-]+)/u.exec(await max.call('link'))?.[1] ?? '';
    expect(await eve.call('link', { code })).toBe('Only this community’s moderators can do that.');
    await nina.call('link', { code });
    expect(await nina.press(/Join|Link/u)).toContain('Peace watchers');
    for (const who of [max, nina, eve]) expect(await who.call('faq', { question })).toContain('1 December');
    for (const who of others) expect(await who.call('faq', { question })).not.toContain('1 December');

    await nina.call('link', { code });
    expect(await nina.press(/Join|Link/u)).toMatch(/code|used|old/u);
    expect(await nina.call('history', { entry: question })).toContain('Max');

    await nina.call('unlink');
    await nina.press(/./u);
    expect(await eve.call('faq', { question })).not.toContain('1 December');
    expect(await max.call('faq', { question })).toContain('1 December');
  });
});
