import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createDiscordFake, type DiscordFake } from '../../src/loopback/discord/index.ts';
import { createTelegramFake, type TelegramFake } from '../../src/loopback/telegram/index.ts';
import { startProgram } from './program.ts';

let discord: DiscordFake;
let telegram: TelegramFake;
let program: ReturnType<typeof startProgram>;

const environment = () => ({
  DISCORD_TOKEN: discord.token,
  DISCORD_API_URL: discord.apiUrl,
  TELEGRAM_TOKEN: telegram.token,
  TELEGRAM_API_ROOT: telegram.apiRoot,
});

async function connect(changes: Record<string, string> = {}) {
  program = startProgram({ environment: { ...environment(), ...changes } });
  await program.logged('Connected to Discord');
  await program.logged('Telegram is ready');
}

beforeEach(async () => {
  [discord, telegram] = await Promise.all([createDiscordFake(), createTelegramFake()]);
});
afterEach(async () => {
  await program.stop();
  await Promise.all([discord.close(), telegram.close()]);
});

describe('Parley on both platforms', () => {
  it('gives the same answer on each', async () => {
    await connect();
    const ann = telegram.user({ first_name: 'Ann' });
    const onTelegram = await telegram.privateChat(ann).say(ann, 'can ukraine join nato at war?');
    const channel = discord.guild().channel('general');
    const onDiscord = await discord
      .user({ username: 'ann' })
      .slash(channel, '/faq question: can ukraine join nato at war?');
    for (const { text } of [onTelegram, onDiscord]) {
      expect(text).toContain('Can Ukraine join NATO while it is at war?');
      expect(text).toContain('According to the analysis, technically no');
      expect(text).toContain('This Curious Guy · analysis · undated');
    }
  });

  it('says honestly that it has no answer', async () => {
    await connect();
    const ann = telegram.user({ first_name: 'Ann' });
    const heard = await telegram.privateChat(ann).say(ann, 'zebra pancake recipe');
    expect(heard.text).toContain('There is no answer to that here yet.');
  });

  it('leads from an answer to positions and comparisons', async () => {
    await connect();
    const channel = discord.guild().channel('general');
    const ann = discord.user({ username: 'ann' });
    const shown = await ann.slash(channel, '/compare topic: nato');
    const compared = await ann.press(shown, '☰ In words');
    expect(compared.text).toContain('**Ukrainian public** — no sourced position');
    const bo = telegram.user({ first_name: 'Bo' });
    const group = telegram.supergroup({ title: 'Peace talk', members: [bo] });
    const asked = await group.say(bo, '/compare nato russia ukraine');
    expect(asked.text).toContain('Compare: NATO');
    const position = await asked.press(bo, /Territory/u);
    expect(position.text).toContain('Compare: Territory');
  });

  it('stops when asked, having answered what was asked before', async () => {
    await connect();
    expect(await program.stop()).toBe(0);
    expect(discord.gateway.connected()).toBe(false);
  });

  it('never writes a token to its log', async () => {
    await connect({ LOG_LEVEL: 'trace' });
    const ann = telegram.user({ first_name: 'Ann' });
    telegram.fail({ kind: 'reset', when: 'before' }, { method: 'sendRichMessage' });
    telegram.privateChat(ann).post(ann, 'zebra');
    await telegram.until('the fault to strike', () => telegram.callsOf('sendRichMessage')[0]);
    await telegram.settled();
    await program.stop();
    const everything = JSON.stringify([program.log, program.errors]);
    expect(everything).not.toContain(telegram.token);
    expect(everything).not.toContain(discord.token);
  });
});

describe('a token that is not accepted', () => {
  it.each([
    ['DISCORD_TOKEN', 'wrong.discord.token'],
    ['TELEGRAM_TOKEN', '123456:wrong'],
  ])('%s ends the program with one plain sentence and status 78', async (name, token) => {
    program = startProgram({ environment: { ...environment(), [name]: token } });
    expect(await program.status).toBe(78);
    expect(program.errors).toEqual([expect.stringContaining(name)]);
    expect(JSON.stringify([program.errors, program.log])).not.toContain(token);
    expect(JSON.stringify(program.log)).not.toContain('stack');
  });

  it('that is revoked while running leaves the other platform connected', async () => {
    await connect();
    telegram.revokeToken();
    const bo = telegram.user({ first_name: 'Bo' });
    telegram.privateChat(bo).post(bo, 'nato');
    await program.logged('TELEGRAM_TOKEN');
    const heard = await discord.user({ username: 'ann' }).slash(discord.guild().channel('general'), '/about');
    expect(heard.text).toContain('About Parley');
    discord.revokeToken();
    expect(await program.status).toBe(78);
  });
});
