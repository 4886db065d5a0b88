import { once } from 'node:events';
import type { Client } from 'discord.js';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { WebSocket } from 'ws';
import { connectBot } from '../../../src/loopback/discord/bot.ts';
import { createDiscordFake, type DiscordFake, type DiscordFakeOptions } from '../../../src/loopback/discord/index.ts';

describe('a big Discord', () => {
  let discord: DiscordFake;
  let client: Client<true>;

  const start = async (options: DiscordFakeOptions = {}) => {
    discord = await createDiscordFake(options);
  };
  afterEach(async () => {
    await client.destroy();
    await discord.close();
  });

  it('has ten thousand channels in a guild', async () => {
    await start();
    const channels = discord.guild().channels(10_000);
    client = await connectBot(discord);
    expect(channels.filter(({ id }) => client.channels.cache.has(id))).toHaveLength(10_000);
    const last = channels.at(-1);
    await client.rest.post(`/channels/${last?.id}/messages`, { body: { content: 'to all' } });
    expect(last?.messages()).toMatchObject([{ text: 'to all' }]);
  });

  it('has thousands of guilds, as a bot finds when it connects', async () => {
    await start({ lean: true });
    const ids = Array.from({ length: 3_000 }, () => discord.guild().channel('news').id);
    client = await connectBot(discord);
    expect(ids.filter((id) => client.channels.cache.has(id))).toHaveLength(3_000);
  });
});

describe('a session of which ten events are kept', () => {
  it.each([
    [10, Array.from({ length: 10 }, () => 'CHANNEL_CREATE').concat('RESUMED')],
    [30, ['invalid session']],
  ])('that missed %i gets %j', async (missed, expected) => {
    const discord = await createDiscordFake({ gateway: { resumableEvents: 10 } });
    const guild = discord.guild();
    const first = await listen(discord, { op: 2, d: { token: discord.token, intents: 1 } });
    await vi.waitFor(() => expect(first.events).toEqual(['READY', 'GUILD_CREATE']));
    guild.channels(33);
    await vi.waitFor(() => expect(first.events).toHaveLength(35));
    const session_id = discord.gateway.sessions[0]?.id;
    first.socket.terminate();
    await discord.until('the end', () => (discord.gateway.connected() ? undefined : true));
    guild.channels(missed);
    const second = await listen(discord, { op: 6, d: { token: discord.token, session_id, seq: 35 } });
    await vi.waitFor(() => expect(second.events).toEqual(expected));
    second.socket.terminate();
    await discord.close();
  });

  /** Opens a connection of its own and sends one frame. */
  async function listen({ apiUrl }: DiscordFake, frame: object) {
    const socket = new WebSocket(`${apiUrl.replace('http', 'ws').replace('/api', '')}/?v=10&encoding=json`);
    const events: string[] = [];
    socket.on('message', (raw) => {
      const { op, t } = JSON.parse(String(raw));
      if (op === 10) socket.send(JSON.stringify(frame));
      else events.push(op === 9 ? 'invalid session' : t);
    });
    await once(socket, 'open');
    return { socket, events };
  }
});
