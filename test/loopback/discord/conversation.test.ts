import { type Client, Events, type Interaction } from 'discord.js';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { connectBot, register } from '../../../src/loopback/discord/bot.ts';
import {
  createDiscordFake,
  type DiscordFake,
  type GuildPlace,
  type Person,
} from '../../../src/loopback/discord/index.ts';

const uk = (text: string) => ({ uk: text });
const commands = [
  {
    name: 'faq',
    name_localizations: uk('питання'),
    description: 'Answers',
    options: [
      {
        type: 3,
        name: 'question',
        name_localizations: uk('запит'),
        description: 'Yours',
        required: true,
        min_length: 2,
        max_length: 40,
        autocomplete: true,
      },
      { type: 5, name: 'private', description: 'Only for you' },
      {
        type: 3,
        name: 'language',
        description: 'Of the answer',
        choices: [{ name: 'Ukrainian', name_localizations: uk('Українська'), value: 'uk' }],
      },
      { type: 4, name: 'page', description: 'Number', min_value: 1, max_value: 9 },
    ],
  },
  { name: 'edit', description: 'Opens a form', default_member_permissions: '32', contexts: [0] },
  {
    name: 'who',
    description: 'Somebody',
    options: [
      {
        type: 1,
        name: 'is',
        description: 'Tells',
        options: [
          { type: 6, name: 'person', description: 'Who' },
          { type: 11, name: 'file', description: 'Any' },
        ],
      },
    ],
  },
  { name: 'anywhere', description: 'Everywhere', contexts: [0, 1, 2], integration_types: [0, 1] },
  { name: 'Answer from FAQ', type: 3 },
  { name: 'Greet', type: 2 },
];
const button = (label: string, more: object = {}) => ({
  type: 2,
  style: 1,
  label,
  custom_id: label.toLowerCase(),
  ...more,
});
const row = (...components: object[]) => ({ type: 1, components }) as never;

/** A small bot that shows what reached it. */
async function answer(interaction: Interaction): Promise<void> {
  if (interaction.isAutocomplete()) {
    const typed = interaction.options.getFocused();
    await interaction.respond([{ name: `${typed}o`, nameLocalizations: { uk: `${typed}о!` }, value: 'nato' }]);
  } else if (interaction.isChatInputCommand()) {
    if (interaction.commandName === 'faq') {
      const asked = {
        question: interaction.options.getString('question'),
        language: interaction.options.getString('language'),
        page: interaction.options.getInteger('page'),
      };
      const hidden = interaction.options.getBoolean('private') ?? false;
      if (asked.question === 'slowly') {
        await interaction.deferReply();
        await interaction.editReply('found');
        await interaction.followUp('and more');
        return;
      }
      await interaction.reply({
        content: JSON.stringify(asked),
        components: [
          row(button('Sources'), button('Off', { disabled: true }), {
            type: 2,
            style: 5,
            label: 'Link',
            url: 'https://example.org',
          }),
          row({ type: 3, custom_id: 'topic', options: [{ label: 'Land', value: 'land' }] }),
        ],
        ...(hidden ? { flags: 64 } : {}),
      });
    } else if (interaction.commandName === 'edit') {
      await interaction.showModal({
        custom_id: 'form',
        title: 'Edit',
        components: [
          { type: 18, label: 'Text', component: { type: 4, custom_id: 'text', style: 2, min_length: 3, value: 'old' } },
        ],
      } as never);
    } else if (interaction.commandName === 'who') {
      await interaction.reply(
        `${interaction.options.getUser('person')?.username} ${interaction.options.getAttachment('file')?.name}`,
      );
    } else await interaction.reply(`context ${interaction.context} for ${interaction.user.username}`);
  } else if (interaction.isButton()) {
    if (interaction.channelId === interaction.message.channelId)
      await interaction.update({ content: 'sources', components: [row(button('Back'), button('More'))] });
  } else if (interaction.isStringSelectMenu())
    await interaction.reply({ content: interaction.values.join(), flags: 64 });
  else if (interaction.isModalSubmit()) await interaction.reply(interaction.fields.getTextInputValue('text'));
  else if (interaction.isMessageContextMenuCommand())
    await interaction.reply(`on ${interaction.targetMessage.content}`);
  else if (interaction.isUserContextMenuCommand()) await interaction.reply(`hello ${interaction.targetUser.username}`);
}

describe('a conversation', () => {
  let discord: DiscordFake;
  let client: Client<true>;
  let guild: ReturnType<DiscordFake['guild']>;
  let channel: GuildPlace;
  let ann: Person;
  let olena: Person;

  beforeAll(async () => {
    discord = await createDiscordFake();
    guild = discord.guild({ name: 'Peace watchers', locale: 'en-GB' });
    channel = guild.channel('general');
    ann = discord.user({ username: 'ann' });
    olena = discord.user({ username: 'olena', locale: 'uk' });
    await register(discord, commands);
    client = await connectBot(discord);
    client.on(Events.InteractionCreate, (interaction) => void answer(interaction));
  });
  afterAll(async () => {
    await client.destroy();
    await discord.close();
  });

  it('calls a command as typed', async () => {
    const heard = await ann.slash(channel, '/faq question: nato: what now? language: Ukrainian page: 2');
    expect(JSON.parse(heard.text)).toEqual({ question: 'nato: what now?', language: 'uk', page: 2 });
    expect(heard.buttons.map(({ label, disabled, url }) => [label, disabled, url])).toEqual([
      ['Sources', false, undefined],
      ['Off', true, undefined],
      ['Link', false, 'https://example.org'],
    ]);
    expect(heard).toMatchObject({ ephemeral: false, deferred: false, updated: false });
    expect(heard.ackMs).toBeTypeOf('number');
  });

  it('calls a command with its options apart', async () => {
    const heard = await ann.slash(channel, 'faq', { question: 'nato', private: true });
    expect(heard.ephemeral).toBe(true);
    expect(olena.sees(channel).map(({ id }) => id)).not.toContain(heard.message?.id);
    await expect(olena.press(heard, 'Sources')).rejects.toThrow('Only ann sees that message');
  });

  it('calls a command by its names in the person’s language', async () => {
    const heard = await olena.slash(channel, '/питання запит: нато language: Українська');
    expect(JSON.parse(heard.text)).toMatchObject({ question: 'нато', language: 'uk' });
    expect(olena.offered(channel)).toContain('питання');
  });

  it('waits through a deferral, and hears what follows', async () => {
    const heard = await ann.slash(channel, '/faq question: slowly');
    expect(heard).toMatchObject({ text: 'found', deferred: true });
    expect((await heard.followUp(1)).text).toBe('and more');
  });

  it.each([
    ['/nothing', 'No command “nothing” is registered'],
    ['/faq', 'needs the option “question”'],
    ['/faq topic: nato', 'is no option'],
    ['/faq question: n', '2 to 40 characters, not 1'],
    ['/faq question: nato language: Klingon', 'offers Ukrainian, not “Klingon”'],
    ['/faq question: nato private: maybe', 'is true or false'],
    ['/faq question: nato page: 10', 'takes 1 to 9, not 10'],
    ['/faq question: nato page: two', 'takes a whole number'],
    ['/who was', 'has no subcommand “was”'],
    ['/who is person: nobody', 'takes a person'],
    ['/edit', 'hidden from ann: it needs the permissions 32'],
  ])('refuses %s as Discord’s app does', async (line, why) => {
    await expect(ann.slash(channel, line)).rejects.toThrow(why);
  });

  it('presses buttons that are there and can be pressed', async () => {
    const heard = await ann.slash(channel, '/faq question: nato');
    await expect(ann.press(heard, 'Nowhere')).rejects.toThrow('no button “Nowhere”; there are: Sources, Off, Link');
    await expect(ann.press(heard, 'Off')).rejects.toThrow('disabled');
    await expect(ann.press(heard, 'Link')).rejects.toThrow('opens https://example.org');
    const after = await ann.press(heard, 'Sources');
    expect(after).toMatchObject({ text: 'sources', updated: true });
    expect(after.buttons.map(({ label }) => label)).toEqual(['Back', 'More']);
  });

  it('chooses in menus', async () => {
    const heard = await ann.slash(channel, '/faq question: nato');
    await expect(ann.select(heard, 'topic', ['Sea'])).rejects.toThrow('does not offer “Sea”');
    expect(await ann.select(heard, 'topic', ['Land'])).toMatchObject({ text: 'land', ephemeral: true, updated: false });
  });

  it('offers suggestions in the person’s language', async () => {
    expect(await ann.autocomplete(channel, '/faq question:', 'nat')).toEqual([{ name: 'nato', value: 'nato' }]);
    expect(await olena.autocomplete(channel, '/питання запит:', 'nat')).toEqual([{ name: 'natо!', value: 'nato' }]);
    await expect(ann.autocomplete(channel, '/faq language:', 'u')).rejects.toThrow('no option that has autocomplete');
  });

  it('opens a form to those with the permission, and sends it', async () => {
    const mod = discord.user({ username: 'mod' });
    guild.member(mod, { roles: [guild.role('moderators', ['ManageGuild'])] });
    const { modal } = await mod.slash(channel, '/edit');
    expect(modal).toMatchObject({ title: 'Edit', fields: [{ label: 'Text', value: 'old', required: true }] });
    if (!modal) throw new Error('no form');
    await expect(mod.submit(modal, { Text: 'no' })).rejects.toThrow('takes 3 to 4000 characters, not 2');
    await expect(mod.submit(modal, { Title: 'x' })).rejects.toThrow('has no field “Title”');
    expect((await mod.submit(modal, { Text: 'new text' })).text).toBe('new text');
  });

  it('hands over people and files', async () => {
    const file = { filename: 'list.csv', content: 'a,b' };
    expect((await ann.slash(channel, '/who is', { person: olena, file })).text).toBe('olena list.csv');
  });

  it('calls the commands of messages and people', async () => {
    const message = olena.say(channel, 'what about nato?');
    const heard = await ann.messageCommand(channel, 'Answer from FAQ', message);
    expect(heard.text).toBe('on what about nato?');
    expect((await ann.userCommand(channel, 'Greet', olena)).text).toBe('hello olena');
  });

  it('reaches the bot in direct messages and, where a person installed it, anywhere', async () => {
    const traveller = discord.user({ username: 'traveller', installed: true });
    const elsewhere = discord.guild({ name: 'Elsewhere', bot: false }).channel('general');
    const chat = discord.privateChat(traveller, ann);
    expect((await traveller.slash(discord.dm(traveller), '/anywhere')).text).toBe('context 1 for traveller');
    expect((await traveller.slash(chat, '/anywhere')).text).toBe('context 2 for traveller');
    const heard = await traveller.slash(elsewhere, '/anywhere');
    expect(heard.text).toBe('context 0 for traveller');
    expect(heard.interaction.payload.authorizing_integration_owners).toEqual({ 1: traveller.id });
    await expect(traveller.slash(elsewhere, '/faq question: nato')).rejects.toThrow('not installed');
    await expect(ann.slash(chat, '/anywhere')).rejects.toThrow('not installed');
    await expect(traveller.slash(chat, '/edit')).rejects.toThrow('contexts');
  });
});
