import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { defaultSettings } from '../../../src/core/community.ts';
import type { Reception } from '../../../src/core/reception.ts';
import { createDiscordFake, type DiscordFake, type Heard, type Person } from '../../../src/loopback/discord/index.ts';
import { startBot } from './bot.ts';

const refusal = 'Only this community’s moderators can do that.';
const bygone = 'This button is from an older version and no longer works. Please ask again with /faq.';

let discord: DiscordFake;
let bot: Awaited<ReturnType<typeof startBot>>;
let clock: number;

/** A guild whose settings show every command to everybody, so that nothing but the bot itself refuses. */
function openGuild(name = 'Peace watchers') {
  const guild = discord.guild({ name });
  guild.openCommands();
  return { guild, channel: guild.channel('general') };
}

async function connect(options: Parameters<typeof startBot>[1] = {}) {
  bot = await startBot(discord, { now: () => clock, ...options });
}

beforeEach(async () => {
  discord = await createDiscordFake();
  clock = 1_800_000_000_000;
});
afterEach(async () => {
  expect(bot.faults).toEqual([]);
  await bot.bot.stop();
  await discord.close();
});

/** Puts another custom id on the first button, as a changed client might. */
async function forge(person: Person, on: Heard, customId: string): Promise<Heard> {
  const row = on.message?.state.body.components?.find(({ type }) => type === 1);
  const button = row?.components?.[0];
  if (button) button.custom_id = customId;
  return person.press(on, customId);
}

describe('a member of a Discord server', () => {
  it('may not call what is for moderators, wherever it is offered to them', async () => {
    const { channel } = openGuild();
    await connect();
    const eve = discord.user({ username: 'eve' });
    for (const line of ['/memo list', '/memo add', '/box fill']) {
      const heard = await eve.slash(channel, line);
      expect(heard).toMatchObject({ text: refusal, ephemeral: true });
      expect(heard.modal).toBeUndefined();
    }
  });

  it('is offered nothing while typing in a moderators’ command', async () => {
    const { guild, channel } = openGuild();
    await connect();
    const eve = discord.user({ username: 'eve' });
    expect(await eve.autocomplete(channel, '/memo add id:', 'm')).toEqual([]);
    guild.member(eve, { permissions: ['ManageGuild'] });
    expect(await eve.autocomplete(channel, '/memo add id:', 'm')).toEqual([{ name: 'The first', value: 'm1' }]);
  });

  it('may not press a moderators’ button under an answer in public', async () => {
    const { guild, channel } = openGuild();
    await connect();
    const eve = discord.user({ username: 'eve' });
    const box = await eve.slash(channel, '/box look');
    expect((await eve.press(box, 'Fill')).text).toBe(refusal);
    guild.member(eve, { permissions: ['Administrator'] });
    expect((await eve.press(box, 'Fill')).text).toBe('The box is full.');
  });

  it('gets nowhere with forged buttons', async () => {
    const { channel } = openGuild();
    await connect();
    const eve = discord.user({ username: 'eve' });
    const box = await eve.slash(channel, '/box look');
    for (const customId of ['memo.purge', 'memo.add_m1', 'memo.list-2']) {
      const heard = await forge(eve, box, customId);
      expect(heard).toMatchObject({ text: refusal, ephemeral: true });
    }
    for (const customId of ['memo', 'memo.add_%', 'memo.add_a_b_c', '__proto__', 'memo purge', 'memo.purge.now'])
      expect((await forge(eve, box, customId)).text).toBe(bygone);
    expect(channel.messages().map(({ text }) => text)).toEqual(['A box.']);
  });

  it('gets nowhere with forged forms', async () => {
    const { channel } = openGuild();
    await connect();
    const eve = discord.user({ username: 'eve' });
    const outcome = async (customId: string) => {
      const { modal } = await eve.slash(channel, '/wish');
      if (!modal) throw new Error('no form was opened');
      return (await eve.submit({ ...modal, customId }, { Title: 'mine' })).text;
    };
    expect(await outcome('memo.add')).toBe(refusal);
    expect(await outcome('memo.purge')).toBe(refusal);
    expect(await outcome('box.look')).toBe(bygone);
    expect(await outcome('nothing')).toBe(bygone);
    expect(bot.memos.submitted).toEqual([]);
  });

  it('is no moderator for a name or a role of another server', async () => {
    const { guild, channel } = openGuild();
    const other = openGuild('Elsewhere');
    await connect({ settings: { moderatorRoles: [guild.role('Editors').id] } });
    const max = discord.user({ username: 'max' });
    guild.member(max, { permissions: ['Administrator'] });
    expect((await max.slash(channel, '/aloud')).text).toBe('Peace watchers: moderator');
    other.guild.member(max, { roles: [other.guild.role('Editors')] });
    expect((await max.slash(other.channel, '/aloud')).text).toBe('Elsewhere: member');
  });
});

describe('a moderator of a Discord server', () => {
  it('is who has one of the roles that the community chose', async () => {
    const { guild, channel } = openGuild();
    const editors = guild.role('Editors');
    await connect({ settings: { moderatorRoles: [editors.id] } });
    const ed = discord.user({ username: 'ed' });
    expect((await ed.slash(channel, '/memo list')).text).toBe(refusal);
    guild.member(ed, { roles: [editors] });
    expect((await ed.slash(channel, '/memo list')).text).toBe('One memo.');
  });

  it('is never everybody, even where the role of everybody was chosen', async () => {
    const { guild, channel } = openGuild();
    await connect({ settings: { moderatorRoles: [guild.id] } });
    expect((await discord.user({ username: 'eve' }).slash(channel, '/memo list')).text).toBe(refusal);
  });

  it('is no more from the moment the right is gone, whatever was opened before', async () => {
    const { guild, channel } = openGuild();
    await connect();
    const mia = discord.user({ username: 'mia' });
    guild.member(mia, { permissions: ['ManageGuild'] });
    const list = await mia.slash(channel, '/memo list');
    const form = await mia.slash(channel, '/memo add');
    guild.member(mia, {});
    expect((await mia.press(list, 'Purge')).text).toBe(refusal);
    expect((await mia.submit(form, { Title: 'x', Language: 'en' })).text).toBe(refusal);
    expect(bot.memos.submitted).toEqual([]);
    guild.member(mia, { permissions: ['ManageGuild'] });
    expect((await mia.press(list, 'Purge')).text).toBe('Purged.');
  });

  it('is one of that server alone, whatever other server is asked about', async () => {
    const { guild, channel } = openGuild();
    const other = openGuild('Elsewhere');
    const asked: boolean[] = [];
    await connect({
      reception: (usual) => async (origin) => {
        for (const { id } of [guild, other.guild])
          asked.push(await origin.moderates({ platform: 'discord', id }, defaultSettings));
        asked.push(await origin.moderates({ platform: 'telegram', id: guild.id }, defaultSettings));
        return usual(origin);
      },
    });
    const mia = discord.user({ username: 'mia' });
    guild.member(mia, { permissions: ['ManageGuild'] });
    other.guild.member(mia);
    await mia.slash(channel, '/aloud');
    expect(asked).toEqual([true, false, false]);
  });

  it('is no operator, and an operator is no moderator', async () => {
    const { channel } = openGuild();
    const oleg = discord.user({ username: 'oleg' });
    await connect({ operators: [{ platform: 'discord', id: oleg.id }] });
    expect((await oleg.slash(channel, '/aloud')).text).toBe('Peace watchers: member');
    expect((await oleg.slash(discord.dm(oleg), '/aloud')).text).toBe('Shared: moderator');
  });
});

describe('somebody who brought the app along to a server that did not install it', () => {
  it('is a stranger there, though they run that server', async () => {
    await connect();
    const elsewhere = discord.guild({ name: 'Elsewhere', bot: false });
    const channel = elsewhere.channel('general');
    const ann = discord.user({ username: 'ann', installed: true });
    elsewhere.member(ann, { permissions: ['Administrator'] });
    expect((await ann.slash(channel, '/aloud')).text).toBe('Shared: member');
    expect((await ann.slash(channel, '/box fill')).text).toBe(refusal);
    expect(ann.offered(channel)).not.toContain('memo');
  });

  it('does not work there for the community that they moderate', async () => {
    const { guild, channel } = openGuild();
    await connect({ worksFor: 'community-1' });
    const ann = discord.user({ username: 'ann', installed: true });
    guild.member(ann, { roles: [guild.role('Staff', ['ManageGuild'])] });
    await ann.slash(channel, '/aloud');
    const elsewhere = discord.guild({ name: 'Elsewhere', bot: false }).channel('general');
    expect((await ann.slash(elsewhere, '/aloud')).text).toBe('Shared: member');
    expect((await ann.slash(discord.privateChat(ann, discord.user({ username: 'bob' })), '/aloud')).text).toBe(
      'Shared: member',
    );
  });

  it('does not keep a community that threw the bot out', async () => {
    const { guild, channel } = openGuild();
    await connect({ worksFor: 'community-1' });
    const ann = discord.user({ username: 'ann', installed: true });
    guild.member(ann, { roles: [guild.role('Staff', ['Administrator'])] });
    expect((await ann.slash(channel, '/aloud')).text).toBe('Peace watchers: moderator');
    guild.kickBot();
    expect((await ann.slash(channel, '/aloud')).text).toBe('Shared: member');
    expect((await ann.slash(discord.dm(ann), '/aloud')).text).toBe('Shared: member');
  });
});

describe('a moderator who works in private', () => {
  const lookUps = () => discord.requests.filter(({ route }) => route === '/guilds/:guild/members/:user');

  async function staffed(permissions: 'ManageGuild'[] = ['ManageGuild'], reception?: (usual: Reception) => Reception) {
    const { guild, channel } = openGuild();
    const staff = guild.role('Staff', permissions);
    await connect({ worksFor: 'community-1', settings: { moderatorRoles: [] }, ...(reception ? { reception } : {}) });
    const mia = discord.user({ username: 'mia' });
    guild.member(mia, { roles: [staff] });
    await discord.user({ username: 'ann' }).slash(channel, '/aloud');
    return { guild, staff, mia, chat: discord.dm(mia) };
  }
  const asks = async (person: Person) => (await person.slash(discord.dm(person), '/aloud')).text;

  it('works for their community, as a member of it with the right', async () => {
    const { mia, chat } = await staffed();
    expect(await asks(mia)).toBe('Peace watchers: moderator');
    expect((await mia.slash(chat, '/memo add')).modal?.title).toBe('A memo');
    expect(await asks(discord.user({ username: 'eve' }))).toBe('Shared: member');
  });

  it('is known by the roles that the community chose, and as the owner', async () => {
    const { guild, channel } = openGuild();
    const editors = guild.role('Editors');
    await connect({ worksFor: 'community-1', settings: { moderatorRoles: [editors.id] } });
    const ed = discord.user({ username: 'ed' });
    guild.member(ed, { roles: [editors] });
    await ed.slash(channel, '/aloud');
    expect(await asks(ed)).toBe('Peace watchers: moderator');
    const zoe = discord.user({ username: 'zoe' });
    guild.member(zoe);
    guild.own(zoe);
    await expect.poll(() => asks(zoe)).toBe('Peace watchers: moderator');
  });

  it('is none during a timeout', async () => {
    const { guild, channel } = openGuild();
    const editors = guild.role('Editors');
    await connect({ worksFor: 'community-1', settings: { moderatorRoles: [editors.id] } });
    const ed = discord.user({ username: 'ed' });
    await ed.slash(channel, '/aloud');
    guild.member(ed, { roles: [editors], timedOutUntil: clock + 30_000 });
    expect(await asks(ed)).toBe('Shared: member');
    clock += 30_001;
    expect(await asks(ed)).toBe('Peace watchers: moderator');
  });

  it('is asked about once a minute', async () => {
    const { guild, mia } = await staffed();
    await asks(mia);
    await asks(mia);
    expect(lookUps()).toHaveLength(1);
    guild.leave(mia);
    clock += 59_999;
    expect(await asks(mia)).toBe('Peace watchers: moderator');
    clock += 1;
    expect(await asks(mia)).toBe('Shared: member');
    expect(lookUps()).toHaveLength(2);
  });

  it('is known by what their roles permit, of which Discord is asked once a minute', async () => {
    const { mia } = await staffed();
    const asked = () => discord.requests.filter(({ route }) => route === '/guilds/:guild').length;
    await asks(mia);
    await asks(mia);
    expect(asked()).toBe(1);
    clock += 60_000;
    await asks(mia);
    expect(asked()).toBe(2);
  });

  it('loses the right at once with what their role permits', async () => {
    const { guild, staff, mia } = await staffed();
    expect(await asks(mia)).toBe('Peace watchers: moderator');
    guild.permitRole(staff, []);
    await expect.poll(() => asks(mia)).toBe('Shared: member');
  });

  it('is none while Discord does not say, which is logged and asked again', async () => {
    const { mia } = await staffed();
    const fault = discord.fault('GET /guilds/:guild/members/:user', {
      status: 403,
      body: { code: 50001, message: 'Missing Access' },
    });
    expect(await asks(mia)).toBe('Shared: member');
    expect(fault.hits()).toBe(1);
    expect(bot.log.join('')).toContain('Discord did not say who moderates');
    expect(bot.log.join('')).not.toContain(discord.token);
    expect(await asks(mia)).toBe('Peace watchers: moderator');
  });

  it('is told to wait while Discord is slow to say', async () => {
    const { mia, chat } = await staffed();
    const fault = discord.fault('GET /guilds/:guild/members/:user', { hang: 'before' });
    const heard = await mia.slash(chat, '/aloud', {}, { until: 'ack' });
    expect(heard.deferred).toBe(true);
    fault.release();
    await expect.poll(() => chat.messages().at(-1)?.text).toBe('Peace watchers: moderator');
  });
});

describe('a fault on the way in', () => {
  it('is told under an id, and logged without secrets', async () => {
    const { channel } = openGuild();
    await connect({
      reception: () => async () => {
        throw new Error('the database is gone');
      },
    });
    const heard = await discord.user({ username: 'ann' }).slash(channel, '/aloud');
    expect(heard.text).toContain('logged as incident-2');
    expect(heard.ephemeral).toBe(true);
    expect(bot.log.filter((line) => line.includes('the database is gone'))).toHaveLength(1);
    expect(bot.log.join('')).not.toContain(heard.interaction.token);
  });
});
