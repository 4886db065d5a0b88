import { pino } from 'pino';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { command } from '../../../src/core/command.ts';
import { paragraph } from '../../../src/core/document.ts';
import { OperatorError } from '../../../src/core/errors.ts';
import { createDiscordFake, type DiscordFake, markupKinds } from '../../../src/loopback/discord/index.ts';
import { createDiscord } from '../../../src/platforms/discord/index.ts';
import { testReception } from '../../builders/callers.ts';
import { testDispatcher, texts } from '../../builders/dispatcher.ts';
import { longCatalogue, smallCatalogue } from '../../builders/knowledge.ts';

let discord: DiscordFake;
let stop: () => Promise<void>;
const stopped: OperatorError[] = [];

/** Commands that take their time or break; their texts borrow those of /about. */
let finishSlowly: () => void = () => {};
const more = () => [
  command({
    name: 'slow',
    options: {},
    run: () =>
      new Promise((resolve) => {
        finishSlowly = () => resolve({ document: [paragraph('At last.')] });
      }),
  }),
  command({
    name: 'broken',
    options: {},
    run: () => {
      throw new Error('a fault with secret details');
    },
  }),
];
const withTheirTexts = {
  ...texts,
  in: (language: 'en' | 'uk' | 'ru') => (key: string, values?: Record<string, string | number>) =>
    texts.in(language)(key.replace(/^(slow|broken)\./u, 'about.'), values),
};

async function connect({ token = discord.token, catalogue = smallCatalogue() } = {}) {
  const { dispatcher, faults } = testDispatcher({ catalogue, more: more() });
  const bot = createDiscord({
    token,
    apiUrl: discord.apiUrl,
    dispatcher,
    reception: testReception({ catalogue }),
    texts: withTheirTexts,
    log: pino({ level: 'silent' }),
    newIncidentId: () => 'test',
    onStopped: (reason) => stopped.push(reason),
    deferAfterMs: 50,
    retryDelaysMs: [10],
  });
  stop = bot.stop;
  await bot.start();
  return { faults, bot };
}

beforeEach(async () => {
  discord = await createDiscordFake();
  stopped.length = 0;
});
afterEach(async () => {
  await stop();
  await discord.close();
});

describe('a member on Discord', () => {
  it('asks and gets the answer with its date, sources and ways on', async () => {
    await connect();
    const channel = discord.guild({ name: 'Peace watchers' }).channel('general');
    const ann = discord.user({ username: 'ann' });
    const heard = await ann.slash(channel, '/faq question: NATO accession');
    expect(heard.text).toBe(
      [
        '## Can Ukraine join NATO during the war?',
        '**Hardly.** The allies have not agreed on it.',
        '',
        'Russia insists on neutrality.',
        '',
        '> No foreign troops.',
        '-# As of 20 February 2025',
        '-# Sources:',
        '-# • [Remarks to the press](<https://example.org/remarks>) — Sergey Lavrov, Foreign Ministry · official document · 18 February 2025',
      ].join('\n'),
    );
    expect(heard.ephemeral).toBe(false);
    expect(heard.buttons.map(({ label }) => label).slice(0, 4)).toEqual([
      'Would Ukraine give up land for peace?',
      'Russia: NATO',
      'Ukraine: NATO',
      'United States: NATO',
    ]);
  });

  it('is answered in their own language, and told where the text is not', async () => {
    await connect();
    const channel = discord.guild().channel('general');
    const olha = discord.user({ username: 'olha', locale: 'uk' });
    expect((await olha.slash(channel, '/faq question: вступ до НАТО')).text).toContain(
      'Росія наполягає на нейтралітеті.',
    );
    const english = await olha.slash(channel, '/faq question: land for peace');
    expect(english.text).toContain('Ще не перекладено: показано англійською.');
  });

  it('is answered where many ask at once, over a bounded number of connections', async () => {
    await connect();
    const channel = discord.guild().channel('general');
    const asking = Array.from({ length: 300 }, (_, i) =>
      discord.user({ username: `one-${i}` }).slash(channel, '/faq question: NATO accession'),
    );
    for (const heard of await Promise.all(asking)) expect(heard.text).toContain('Can Ukraine join NATO');
    // Of them, one or two are to the gateway.
    expect(discord.mostConnections).toBeGreaterThan(50);
    expect(discord.mostConnections).toBeLessThanOrEqual(130);
  });

  it('asks in private and is answered in private', async () => {
    await connect();
    const ann = discord.user({ username: 'ann' });
    const heard = await ann.slash(discord.guild().channel('general'), 'topics', { private: true });
    expect(heard.ephemeral).toBe(true);
  });

  it('presses a button under a public answer and alone sees what it brings', async () => {
    await connect();
    const channel = discord.guild().channel('general');
    const heard = await discord.user({ username: 'ann' }).slash(channel, '/faq question: NATO accession');
    const pressed = await discord.user({ username: 'bob' }).press(heard, 'Russia: NATO');
    expect(pressed.text).toContain('Demands neutrality');
    expect(pressed.ephemeral).toBe(true);
    expect(pressed.updated).toBe(false);
    const further = await discord.user({ username: 'bob' }).press(heard, 'Ukraine: NATO');
    expect(further.text).toContain('Wants to join');
  });

  it('chooses from a menu', async () => {
    await connect();
    const channel = discord.guild().channel('general');
    const ann = discord.user({ username: 'ann' });
    const list = await ann.slash(channel, '/faq');
    expect(list.text).toContain('2. Would Ukraine give up land for peace?');
    const chosen = await ann.select(list, list.selects[0]?.customId ?? '', ['faq_land-for-peace']);
    expect(chosen.text).toContain('Its government says that it would not.');
    expect(chosen.text).toContain('was due for review on 1 March 2025');
  });

  it('sees what may be meant while typing, in their language', async () => {
    await connect();
    const channel = discord.guild().channel('general');
    const olha = discord.user({ username: 'olha', locale: 'uk' });
    expect(await olha.autocomplete(channel, '/faq question:', 'вступ')).toEqual([
      { name: 'Чи може Україна вступити до НАТО під час війни?', value: 'nato-membership' },
    ]);
    expect(await olha.autocomplete(channel, '/compare topic: nato parties:', 'russia, укр')).toEqual([
      { name: 'russia, Україна', value: 'russia,ukraine' },
    ]);
  });

  it('answers somebody else’s message from its menu', async () => {
    await connect();
    const channel = discord.guild().channel('general');
    const message = await discord.user({ username: 'bob' }).say(channel, 'NATO accession?');
    const heard = await discord.user({ username: 'ann' }).messageCommand(channel, 'Answer from FAQ', message);
    const address = `https://discord.com/channels/${channel.state.guildId}/${channel.id}/${message.id}`;
    expect(heard.text).toContain(`In answer to: [NATO accession?](<${address}>)`);
    expect(heard.text).toContain('Can Ukraine join NATO during the war?');
    expect(heard.ephemeral).toBe(false);
  });

  it('uses the bot where it was never invited, having installed it for themself', async () => {
    await connect();
    const elsewhere = discord.guild({ name: 'Elsewhere', bot: false }).channel('general');
    const ann = discord.user({ username: 'ann', installed: true });
    expect((await ann.slash(elsewhere, '/about')).text).toContain('About Parley');
  });

  it('pings nobody and makes no markup, whatever they write', async () => {
    await connect();
    const channel = discord.guild().channel('general');
    const heard = await discord
      .user({ username: 'eve' })
      .slash(channel, 'sources', { entry: '@everyone **look** <@1> https://evil.example' });
    expect(heard.text).toContain('look');
    expect(heard.message?.pings).toMatchObject({ everyone: false, users: [], roles: [] });
    expect(markupKinds(heard.text)).toEqual([]);
  });
});

describe('an answer on Discord', () => {
  it('that takes long is first acknowledged, well before the 3 seconds are over', async () => {
    await connect();
    const channel = discord.guild().channel('general');
    const ann = discord.user({ username: 'ann' });
    const waiting = await ann.slash(channel, 'slow', {}, { until: 'ack' });
    expect(waiting).toMatchObject({ deferred: true, text: '' });
    finishSlowly();
    await expect.poll(() => channel.messages().map(({ text }) => text)).toEqual(['At last.']);
  });

  it('that fails says so under an id, and nothing of the fault', async () => {
    const { faults } = await connect();
    const heard = await discord.user({ username: 'ann' }).slash(discord.guild().channel('general'), '/broken');
    expect(heard.text).toBe(
      'Something went wrong on our side, and it has been logged as incident-1. Please try again.',
    );
    expect(heard.ephemeral).toBe(true);
    expect(faults).toMatchObject([{ incident: 'incident-1', error: { message: 'a fault with secret details' } }]);
  });

  it('to a button of an older version says to ask again', async () => {
    await connect();
    const channel = discord.guild().channel('general');
    const ann = discord.user({ username: 'ann' });
    const heard = await ann.slash(channel, '/topics');
    const button = heard.message?.state.body.components?.[1]?.components?.[0];
    if (button) button.custom_id = 'bygone_nato';
    const pressed = await ann.press(heard, 'bygone_nato');
    expect(pressed.text).toContain('This button is from an older version');
    expect(pressed.ephemeral).toBe(true);
  });

  it('that came too late does no harm: the next one is answered', async () => {
    await connect();
    const channel = discord.guild().channel('general');
    const ann = discord.user({ username: 'ann' });
    discord.fault('POST /interactions/*', { status: 404, body: { code: 10062, message: 'Unknown interaction' } });
    ann.slash(channel, 'about').catch(() => undefined);
    await expect.poll(() => discord.requests.some(({ status }) => status === 404)).toBe(true);
    expect((await ann.slash(channel, 'about')).text).toContain('About Parley');
  });
});

describe('a long answer on Discord', () => {
  it('is turned in place by the one who asked', async () => {
    await connect({ catalogue: longCatalogue() });
    const ann = discord.user({ username: 'ann' });
    const first = await ann.slash(discord.guild().channel('general'), '/faq question: NATO accession');
    expect(first.text).toContain('-# Page 1 of 3');
    expect(first.text).not.toContain('Part 30.');
    const second = await ann.press(first, 'Next ›');
    expect(second.updated).toBe(true);
    const third = await ann.press(second, 'Next ›');
    expect(third.text).toContain('Part 30.');
    expect(third.text).toContain('Sources');
    const back = await ann.press(third, '‹ Back');
    expect(back.text).toBe(second.text);
    expect((await ann.press(back, '‹ Back')).text).toBe(first.text);
  });

  it('does not change under the eyes of others: whoever else turns the page gets their own', async () => {
    await connect({ catalogue: longCatalogue() });
    const channel = discord.guild().channel('general');
    const first = await discord.user({ username: 'ann' }).slash(channel, '/faq question: NATO accession');
    const bob = discord.user({ username: 'bob' });
    const own = await bob.press(first, 'Next ›');
    expect(own).toMatchObject({ updated: false, ephemeral: true });
    expect(own.text).toContain('Page 2 of 3');
    expect(channel.messages().map(({ text }) => text)).toEqual([first.text]);
    expect((await bob.press(own, 'Next ›')).updated).toBe(true);
  });
});

describe('the commands on Discord', () => {
  const puts = () => discord.requests.filter(({ method, route }) => method === 'PUT' && route.includes('commands'));

  it('are registered once and left alone until they change', async () => {
    const { bot } = await connect();
    expect(puts()).toHaveLength(1);
    await bot.stop();
    await connect();
    expect(puts()).toHaveLength(1);
  });

  it('are registered anew where it cannot be seen what is registered', async () => {
    discord.fault('GET /applications/:application/commands', {
      status: 404,
      body: { code: 0, message: '404: Not Found' },
    });
    await connect();
    expect(puts()).toHaveLength(1);
  });

  it('go on working as they are where Discord refuses new ones', async () => {
    discord.fault('PUT /applications/:application/commands', {
      status: 403,
      body: { code: 50001, message: 'Missing Access' },
    });
    await connect();
    expect(puts()).toHaveLength(1);
    expect(discord.gateway.connected()).toBe(true);
  });

  it('are offered to guilds, private chats and user installs, with the texts of each language', async () => {
    await connect();
    const faq = discord.commands().find(({ name }) => name === 'faq');
    expect(faq).toMatchObject({
      contexts: [0, 1, 2],
      integration_types: [0, 1],
      description_localizations: { uk: 'Запитайте про мирні переговори своїми словами' },
    });
  });
});

describe('the connection to Discord', () => {
  it('is refused with one plain sentence for a wrong token', async () => {
    await expect(connect({ token: 'not-the-token' })).rejects.toThrow(OperatorError);
    await expect(connect({ token: 'not-the-token' })).rejects.toThrow(/^Discord does not accept DISCORD_TOKEN.*\.$/u);
  });

  it('that ends for a revoked token is reported once', async () => {
    await connect();
    discord.revokeToken();
    await expect.poll(() => stopped.map(({ message }) => message)).toEqual([expect.stringContaining('DISCORD_TOKEN')]);
  });

  it('is tried again until Discord can be reached', async () => {
    discord.fault('GET /gateway/bot', { status: 503 }, 8);
    await connect();
    const heard = await discord.user({ username: 'ann' }).slash(discord.guild().channel('general'), '/about');
    expect(heard.text).toContain('About Parley');
  });

  it('is made anew where it failed after Discord was reached, and is then like any other', async () => {
    const asked = () => discord.requests.filter(({ route }) => route === '/gateway/bot').length;
    const unwatch = discord.watch(() => {
      if (asked() === 0) return;
      unwatch();
      // discord.js asks again by itself when it logs in, four times.
      discord.fault('GET /gateway/bot', { status: 503 }, 4);
    });
    const { bot } = await connect();
    expect(asked()).toBeGreaterThan(5);
    expect(bot.isConnected()).toBe(true);
    expect(discord.commands()).not.toEqual([]);
    await bot.stop();
    await expect.poll(() => discord.gateway.connected()).toBe(false);
  });

  it('that ends for refused intents is reported, with what to do', async () => {
    await connect();
    discord.gateway.drop(4014);
    await expect.poll(() => stopped.map(({ message }) => message)).toEqual([expect.stringContaining('intents')]);
  });

  it('that drops is taken up again', async () => {
    await connect();
    discord.gateway.drop(4000);
    await expect.poll(() => discord.gateway.connected(), { timeout: 10_000 }).toBe(true);
    const heard = await discord.user({ username: 'ann' }).slash(discord.guild().channel('general'), '/about');
    expect(heard.text).toContain('About Parley');
  });

  it('asks for the Guilds intent only', async () => {
    await connect();
    expect(discord.gateway.sessions.map(({ intents }) => intents)).toEqual([1]);
  });

  it('finishes what is being answered before it closes', async () => {
    const { bot } = await connect();
    const channel = discord.guild().channel('general');
    const ann = discord.user({ username: 'ann' });
    await ann.slash(channel, 'slow', {}, { until: 'ack' });
    const stopping = bot.stop();
    finishSlowly();
    await stopping;
    expect(channel.messages().map(({ text }) => text)).toEqual(['At last.']);
  });
});
