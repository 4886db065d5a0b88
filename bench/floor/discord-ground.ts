import { createDiscordFake } from '../../src/loopback/discord/index.ts';
import { type Body, type Ground, mostGuilds, people } from './ground.ts';

/**
 * A Discord whose members call `/faq question:` by turns. What is answered is noted
 * and not checked, which would take most of the time.
 */
export async function discordGround(): Promise<Ground> {
  const discord = await createDiscordFake({ lean: true, gateway: { sessionStarts: 100_000 } });
  const places: { guild: string; channel: string }[] = [];
  const waiting = new Map<string, (body: Body) => void>();
  let identified = 0;
  let number = 0;
  discord.disrupt(({ route, path, body }) => {
    if (route !== '/interactions/:interaction/:token/callback') return undefined;
    const id = path.split('/')[2] ?? '';
    waiting.get(id)?.((body as { data: Body }).data);
    // A body that is text keeps the fake from promising JSON; none of it is sent with this status.
    return waiting.delete(id) ? { status: 204, body: '' } : undefined;
  });
  return {
    connection: { token: discord.token, apiUrl: discord.apiUrl },
    connected: () =>
      new Promise((resolve) => {
        const stop = discord.watch(() => {
          if (discord.gateway.identifies.length === identified) return;
          identified = discord.gateway.identifies.length;
          stop();
          resolve(Date.now());
        });
      }),
    populate(commands) {
      for (let i = 0; i < Math.min(mostGuilds, commands); i++) {
        const guild = discord.guild({ name: `Guild ${i}` });
        places.push({ guild: guild.id, channel: guild.channel('general').id });
      }
    },
    settle(communities) {
      for (let i = 0; i < communities; i++) {
        const guild = discord.guild({ name: `Guild ${i}` });
        const [moderators] = smallRoles.map((name) => guild.role(name));
        for (const name of smallChannels) {
          const channel = guild.channel(name);
          if (name === 'moderators' && moderators) channel.permissions(moderators, { allow: ['ViewChannel'] });
        }
      }
    },
    ask(i, question, onAsked, onAnswer) {
      const { guild = '', channel = '' } = places[i % places.length] ?? {};
      const id = String(1_400_000_000_000_000_000n + BigInt(number++));
      waiting.set(id, onAnswer);
      onAsked();
      discord.dispatch('INTERACTION_CREATE', interaction({ id, guild, channel, question, i, bot: discord.bot.id }));
    },
    close: discord.close,
  };
}

/** What a small guild has, beside its role of everybody. */
const smallRoles = ['Moderators', 'Members', 'Parley'];
const smallChannels = ['welcome', 'rules', 'general', 'off-topic', 'news', 'moderators'];

interface Calling {
  id: string;
  guild: string;
  channel: string;
  question: string;
  i: number;
  bot: string;
}

/** A member's call (discord.com/developers/docs/interactions/receiving-and-responding#interaction-object). */
const interaction = ({ id, guild, channel, question, i, bot }: Calling) => ({
  id,
  application_id: bot,
  type: 2,
  token: `token-${id}`,
  version: 1,
  data: { id: '1300000000000000000', name: 'faq', type: 1, options: [{ name: 'question', type: 3, value: question }] },
  channel_id: channel,
  channel: { id: channel, type: 0, name: 'general', guild_id: guild, position: 0, permissions: '2147483647' },
  guild_id: guild,
  guild: { id: guild, locale: 'en-US', features: [] },
  guild_locale: 'en-US',
  member: {
    user: {
      id: String(1_200_000_000_000_000_000n + BigInt(i % people)),
      username: `person-${i % people}`,
      global_name: `Person ${i % people}`,
      discriminator: '0',
      avatar: null,
      bot: false,
      public_flags: 0,
    },
    roles: [],
    nick: null,
    avatar: null,
    joined_at: '2025-01-01T00:00:00.000000+00:00',
    deaf: false,
    mute: false,
    flags: 0,
    pending: false,
    premium_since: null,
    communication_disabled_until: null,
    permissions: '2147483647',
  },
  locale: 'en-US',
  app_permissions: '2147483647',
  entitlements: [],
  authorizing_integration_owners: { 0: guild },
  context: 0,
  attachment_size_limit: 10_485_760,
});
