import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createDiscordFake, type DiscordFake } from '../../../src/loopback/discord/index.ts';
import { startBot } from './bot.ts';

const unavailable = 'That file could not be read. Please send it again.';
const tooLarge = 'That file is too large: 0 MB at most.';

let discord: DiscordFake;
let bot: Awaited<ReturnType<typeof startBot>>;

async function connect() {
  bot = await startBot(discord);
  const guild = discord.guild();
  const channel = guild.channel('general');
  const mia = discord.user({ username: 'mia' });
  guild.member(mia, { permissions: ['ManageGuild'] });
  return { channel, mia };
}

beforeEach(async () => {
  discord = await createDiscordFake();
});
afterEach(async () => {
  expect(bot.faults).toEqual([]);
  await bot.bot.stop();
  await discord.close();
});

/** A server of somebody else's, which counts who comes. */
async function elsewhere() {
  let visits = 0;
  const server = createServer((_, response) => {
    visits++;
    response.end('secrets of the inner network');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/latest/meta-data`,
    visits: () => visits,
    close: () => new Promise((resolve) => server.close(resolve)),
  };
}

describe('a file that is attached to a command', () => {
  it('arrives as it was sent, beside the other options', async () => {
    const { channel, mia } = await connect();
    const heard = await mia.slash(channel, '/memo load', {
      file: { filename: 'entries.zip', content: Buffer.from([0, 255, 1]) },
      label: 'old',
    });
    expect(heard.text).toBe('Read entries.zip, 3 bytes, old.');
    expect(bot.memos.read.map((bytes) => [...bytes])).toEqual([[0, 255, 1]]);
  });

  it('is refused when it is too large, without being fetched', async () => {
    const { channel, mia } = await connect();
    const file = { filename: 'a.zip', content: 'x', claimedSize: 1001 };
    expect((await mia.slash(channel, '/memo load', { file })).text).toBe(tooLarge);
    expect(bot.memos.read).toEqual([]);
  });

  it('is not read further than it may be long, whatever its size is said to be', async () => {
    const { channel, mia } = await connect();
    const file = { filename: 'a.zip', content: 'x'.repeat(1001), claimedSize: 10 };
    expect((await mia.slash(channel, '/memo load', { file })).text).toBe(tooLarge);
    expect(bot.memos.read).toEqual([]);
  });

  it('is fetched from nowhere but Discord', async () => {
    const { channel, mia } = await connect();
    const other = await elsewhere();
    const lures = [
      other.url,
      'http://cdn.discordapp.com/a.zip',
      'https://cdn.discordapp.com.evil.example/a.zip',
      'https://cdn.discordapp.com@127.0.0.1/a.zip',
      'https://cdn.discordapp.com:8443/a.zip',
      'file:///etc/passwd',
      'nonsense',
    ];
    for (const url of lures) {
      const file = { filename: 'a.zip', content: 'x', url };
      expect((await mia.slash(channel, '/memo load', { file })).text).toBe(unavailable);
    }
    expect(other.visits()).toBe(0);
    await other.close();
  });

  it('is not followed where Discord’s host would send it on to', async () => {
    const { channel, mia } = await connect();
    const other = await elsewhere();
    discord.redirectFiles(other.url);
    const file = { filename: 'a.zip', content: 'x' };
    expect((await mia.slash(channel, '/memo load', { file })).text).toBe(unavailable);
    expect(other.visits()).toBe(0);
    await other.close();
  });

  it('that is gone says so', async () => {
    const { channel, mia } = await connect();
    const url = `${discord.apiUrl.replace('/api', '')}/attachments/0/a.zip`;
    const file = { filename: 'a.zip', content: 'x', url };
    expect((await mia.slash(channel, '/memo load', { file })).text).toBe(unavailable);
  });
});

describe('a file in an answer', () => {
  it('is sent along, shown by the message, under a name that Discord keeps', async () => {
    const { channel, mia } = await connect();
    const heard = await mia.slash(channel, '/memo dump');
    expect(heard.text).toBe('Here it is.');
    expect(heard.ephemeral).toBe(true);
    expect(heard.message?.files).toMatchObject([{ filename: 'memos_1_.zip', bytes: Buffer.from('aaaaa') }]);
    expect(heard.components.find(({ type }) => type === 13)?.file?.url).toBe('attachment://memos_1_.zip');
  });

  it('that is larger than Discord takes is left out, and said to be', async () => {
    const { channel, mia } = await connect();
    const heard = await mia.slash(channel, `/memo dump bytes: ${10 * 1024 * 1024 + 1}`);
    expect(heard.text).toBe('Here it is.\n-# That file is too large: 10 MB at most.');
    expect(heard.message?.files).toEqual([]);
  });
});
