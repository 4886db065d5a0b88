import { readFileSync } from 'node:fs';
import { Client, Events, GatewayIntentBits, type InteractionReplyOptions } from 'discord.js';

/** The least that answers on Discord: a constant, through discord.js as its guide has it. */
const [token = '', api = '', constant = ''] = process.argv.slice(2);
const { components, flags } = JSON.parse(readFileSync(constant, 'utf8'));
const answer = { components, flags, allowedMentions: { parse: [] } } as InteractionReplyOptions;
const client = new Client({ intents: [GatewayIntentBits.Guilds], rest: { api } });
client.on(Events.InteractionCreate, async (interaction) => {
  if (interaction.isChatInputCommand()) await interaction.reply(answer);
});
await client.login(token);
