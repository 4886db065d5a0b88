import { Client, type ClientOptions, GatewayIntentBits, REST, Routes } from 'discord.js';
import type { DiscordFake } from './index.ts';

/** A real discord.js client connected to the fake, and ready. */
export async function connectBot(discord: DiscordFake, options: Partial<ClientOptions> = {}): Promise<Client<true>> {
  const client = new Client({
    intents: [GatewayIntentBits.Guilds],
    ...options,
    rest: { api: discord.apiUrl, ...options.rest },
  });
  const ready = new Promise<Client<true>>((resolve) => client.once('clientReady', resolve));
  await client.login(discord.token);
  return ready;
}

/** discord.js' REST client with the fake's token. */
export function restOf(discord: DiscordFake): REST {
  return new REST({ version: '10', api: discord.apiUrl }).setToken(discord.token);
}

/** Registers global commands, replacing those before. */
export async function register(discord: DiscordFake, commands: object[]): Promise<void> {
  await restOf(discord).put(Routes.applicationCommands(discord.applicationId), { body: commands });
}
