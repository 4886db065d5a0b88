import { discordCustomIdLimit, packCall } from '../../src/core/call-codec.ts';
import type { Command } from '../../src/core/command.ts';
import type { FormValues } from '../../src/core/form.ts';
import { createDiscordFake, type Heard, type Person, type Place } from '../../src/loopback/discord/index.ts';
import type { Deed, Things } from './deeds.ts';
import type { Actor, Said, Town, Way } from './town.ts';

/** Two servers, and everybody of the table who is on Discord. */
export async function discordActors(town: Town, commands: readonly Command[]) {
  const discord = await createDiscordFake();
  const [home, elsewhere] = ['Peace watchers', 'Elsewhere'].map((name) => {
    const guild = discord.guild({ name });
    // Shown to everybody, so that nothing but the bot itself refuses.
    guild.openCommands();
    return { guild, channel: guild.channel('general') };
  }) as [Server, Server];
  const chat = { platform: 'discord', id: home.guild.id, title: 'Peace watchers' } as const;
  const people = ['mia', 'eli', 'max', 'op', 'pia', 'ron', 'ora', 'guest'].map((username) =>
    discord.user({ username }),
  );
  const [member, stranger, moderator, operator, wasModerator, inPrivate, alone, guest] = people as Eight;
  const roles = [home.guild.role('Stewards', ['ManageGuild'])];
  for (const one of [moderator, inPrivate]) home.guild.member(one, { roles });
  for (const one of [member, operator, stranger, wasModerator]) home.guild.member(one);
  elsewhere.guild.member(stranger, { permissions: ['Administrator'] });

  const communityId = await town.settle(chat);
  await town.settle({ platform: 'discord', id: elsewhere.guild.id, title: 'Elsewhere' });
  await town.settle(undefined);
  for (const one of [wasModerator, inPrivate])
    await town.store.people.choose({ platform: 'discord', id: one.id }, { worksFor: communityId });
  const program = town.boot({
    DISCORD_TOKEN: discord.token,
    DISCORD_API_URL: discord.apiUrl,
    OPERATORS: `discord:${operator.id}, discord:${alone.id}`,
  });
  await program.logged('Connected to Discord');
  await discord.until('the commands to be registered', () => (discord.commands().length > 0 ? true : undefined));

  /** A message of the bot’s in a place, under which buttons are forged. */
  const messages = new Map<string, Heard>();
  async function messageIn(place: Place, one: Person): Promise<Heard> {
    const known = messages.get(place.id);
    if (known) return known;
    const shown = await (place === home.channel ? guest : one).slash(place, '/topics');
    messages.set(place.id, shown);
    return shown;
  }

  function actor(one: Person, place: Place, about: Actor['chat'] = chat): Actor {
    const pressed = async (customId: string) => {
      const on = await messageIn(place, one);
      const body = on.message?.state.body;
      if (!body) throw new Error('There is no message to forge a button on.');
      const button = { type: 2, style: 2, label: 'forged', custom_id: customId };
      body.components = [
        ...(body.components ?? []).filter(({ type }) => type !== 1),
        { type: 1, components: [button] },
      ];
      return said(await one.press(on, 'forged'));
    };
    const submitted = async (customId: string, values: FormValues) => {
      const { modal } = await one.slash(place, '/report', { entry: 'sanctions-impact' });
      if (!modal) throw new Error('No form opened for a report.');
      return said(await one.submit(forgedForm(modal, customId, values), values));
    };
    function ways(deed: Deed, things: Things): Way[] {
      const call = deed.call(things);
      const command = commands.find(({ name }) => name === call.command) as Command;
      const customId = packCall(command, call, discordCustomIdLimit);
      if (deed.suggests) {
        const line = `/${call.command} ${deed.suggests}:`;
        const attempt = async () => ({
          texts: (await one.autocomplete(place, line, 'fe')).map(({ name }) => name),
          isLed: false,
        });
        return [{ name: 'suggestions', attempt }];
      }
      if (deed.onMessage) {
        const attempt = async () =>
          said(await one.messageCommand(place, deed.name, one.say(place, 'When does the ferry leave')));
        return [{ name: 'message menu', attempt }];
      }
      if (deed.values) return [{ name: 'form', attempt: () => submitted(customId, deed.values ?? {}) }];
      const file = deed.file && { file: { filename: deed.file.name, content: deed.file.content } };
      const values = { ...call.args, ...file };
      const typed = { name: 'slash', attempt: async () => said(await one.slash(place, `/${call.command}`, values)) };
      return [...(command.unlisted ? [] : [typed]), { name: 'button', attempt: () => pressed(customId) }];
    }
    return { person: { platform: 'discord', id: one.id, name: one.user.username }, chat: about, ways };
  }

  const actors: Record<string, Actor[]> = {
    Member: [actor(member, home.channel)],
    'Moderator elsewhere': [actor(stranger, home.channel)],
    Moderator: [actor(moderator, home.channel)],
    Operator: [actor(operator, home.channel)],
    'Member, in private': [actor(wasModerator, discord.dm(wasModerator))],
    'Moderator, in private': [actor(inPrivate, discord.dm(inPrivate))],
    'Operator, in private': [{ ...actor(alone, discord.dm(alone)), chat: undefined }],
  };

  return {
    actors,
    discord,
    home,
    /** What everybody in the servers’ channels has seen. */
    publicTexts: () => [home, elsewhere].flatMap(({ channel }) => channel.messages().map(({ text }) => text)),
    close: () => discord.close(),
  };
}

type Server = { guild: ReturnType<Discord['guild']>; channel: ReturnType<ReturnType<Discord['guild']>['channel']> };
type Discord = Awaited<ReturnType<typeof createDiscordFake>>;
type Eight = [Person, Person, Person, Person, Person, Person, Person, Person];

const said = (heard: Heard): Said => ({
  texts: heard.text === '' ? [] : [heard.text],
  isLed: heard.modal !== undefined,
});

/** The same form as a changed client would send it: another custom id, other fields. */
function forgedForm(modal: NonNullable<Heard['modal']>, customId: string, values: FormValues) {
  const names = Object.keys(values);
  const components = names.map((name) => ({
    type: 18,
    label: name,
    component: { type: 4, custom_id: name, style: 2, required: false, value: '' },
  }));
  const callback = { type: 9, data: { ...modal.interaction.callback?.data, components } };
  const fields = names.map((name) => ({
    ...(modal.fields[0] as (typeof modal.fields)[number]),
    customId: name,
    label: name,
  }));
  return { ...modal, customId, fields, interaction: { ...modal.interaction, callback } } as typeof modal;
}
