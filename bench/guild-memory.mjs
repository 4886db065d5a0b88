// What a Discord server costs a gateway process in memory, by itself and for each channel: node --expose-gc bench/guild-memory.mjs
// It hands discord.js the servers that the gateway would, with the cache settings of src/platforms/discord/shard.ts.
import { Client, GatewayIntentBits, Options } from 'discord.js';

const servers = 5000;
const roles = 20;

for (const channels of [0, 10, 50]) {
  const client = new Client({
    intents: [GatewayIntentBits.Guilds],
    makeCache: Options.cacheWithLimits({
      ...Options.DefaultMakeCacheSettings,
      MessageManager: 0,
      ReactionManager: 0,
      GuildMemberManager: 0,
      UserManager: 0,
    }),
  });
  globalThis.gc?.();
  const before = process.memoryUsage().heapUsed;
  for (let i = 0; i < servers; i++) client.guilds._add(server(i, channels));
  globalThis.gc?.();
  const each = (process.memoryUsage().heapUsed - before) / servers;
  console.log(`${channels} channels, ${roles} roles: ${Math.round(each / 1024)} kB a server`);
  await client.destroy();
}

function server(i, channels) {
  const id = (n) => String(10n ** 17n + BigInt(i) * 1000n + BigInt(n));
  return {
    id: id(0),
    name: `Server ${i}`,
    owner_id: id(1),
    preferred_locale: 'en-US',
    features: [],
    roles: Array.from({ length: roles }, (_, n) => ({
      id: n === 0 ? id(0) : id(100 + n),
      name: `Role ${n}`,
      permissions: '1071698660929',
      position: n,
      color: 0,
    })),
    channels: Array.from({ length: channels }, (_, n) => ({
      id: id(200 + n),
      type: 0,
      name: `channel-${n}`,
      topic: 'What is talked about here, in a sentence.',
      position: n,
      permission_overwrites: [{ id: id(0), type: 0, allow: '0', deny: '1024' }],
    })),
  };
}
