import { type Client, Events, type Interaction, type REST, Routes } from 'discord.js';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { connectBot, register, restOf } from '../../../src/loopback/discord/bot.ts';
import {
  createDiscordFake,
  type DiscordFake,
  type Heard,
  type Person,
  type Place,
} from '../../../src/loopback/discord/index.ts';

const commands = [
  {
    name: 'faq',
    description: 'Answers',
    options: [{ type: 3, name: 'question', description: 'Yours', autocomplete: true }],
  },
];
const press = { type: 1, components: [{ type: 2, style: 1, label: 'Press', custom_id: 'press' }] };
const field = (more: object = {}) => ({
  type: 18,
  label: 'Text',
  component: { type: 4, custom_id: 'text', style: 1, ...more },
});

describe('interactions', () => {
  let clock: number;
  let discord: DiscordFake;
  let client: Client<true>;
  let rest: REST;
  let ann: Person;
  let channel: Place;

  beforeEach(async () => {
    clock = Date.UTC(2026, 0, 1);
    discord = await createDiscordFake({ now: () => clock, patienceMs: 3_000 });
    rest = restOf(discord);
    channel = discord.guild().channel('general');
    ann = discord.user({ username: 'ann' });
    await register(discord, commands);
    client = await connectBot(discord);
  });
  afterEach(async () => {
    await client.destroy();
    await discord.close();
  });

  const heard = () => new Promise<Interaction>((resolve) => client.once(Events.InteractionCreate, resolve));
  const callback = ({ id, token }: Interaction, body: object) =>
    rest.post(Routes.interactionCallback(id, token), { body, auth: false });
  const webhook = ({ token }: Interaction) => Routes.webhook(discord.applicationId, token);

  /** Has ann call /faq, and gives the bot's side of it along with hers. */
  async function called(): Promise<[Interaction, Promise<Heard>]> {
    const arrives = heard();
    const answer = ann.slash(channel, '/faq');
    answer.catch(() => {});
    return [await arrives, answer];
  }

  it('are unknown three seconds after they were sent', async () => {
    const [interaction, answer] = await called();
    clock += 3_001;
    await expect(callback(interaction, { type: 4, data: { content: 'late' } })).rejects.toMatchObject({
      status: 404,
      code: 10062,
    });
    await expect(answer).rejects.toThrow('The application did not respond');
  });

  it('can be acknowledged up to three seconds, and the time is told', async () => {
    const [interaction, answer] = await called();
    clock += 3_000;
    await callback(interaction, { type: 4, data: { content: 'just' } });
    expect(await answer).toMatchObject({ text: 'just', ackMs: 3_000, deferred: false });
  });

  it('are acknowledged only once', async () => {
    const [interaction] = await called();
    await callback(interaction, { type: 5 });
    await expect(callback(interaction, { type: 4, data: { content: 'again' } })).rejects.toMatchObject({
      status: 400,
      rawError: { code: 40060, message: 'Interaction has already been acknowledged.' },
    });
  });

  it('have no webhook before they are acknowledged, nor fifteen minutes later', async () => {
    const [interaction] = await called();
    await expect(rest.post(webhook(interaction), { body: { content: 'a' }, auth: false })).rejects.toMatchObject({
      status: 404,
      code: 10015,
    });
    await callback(interaction, { type: 4, data: { content: 'first' } });
    await rest.post(webhook(interaction), { body: { content: 'second' }, auth: false });
    clock += 15 * 60_000 + 1;
    await expect(rest.post(webhook(interaction), { body: { content: 'a' }, auth: false })).rejects.toMatchObject({
      code: 50027,
    });
  });

  it('show nothing until a deferral is filled in, which stays as private as it began', async () => {
    const [interaction, answer] = await called();
    await callback(interaction, { type: 5, data: { flags: 64 } });
    await rest.post(webhook(interaction), { body: { content: 'found' }, auth: false });
    expect(await answer).toMatchObject({ text: 'found', deferred: true, ephemeral: true });
    const bob = discord.user({ username: 'bob' });
    expect(bob.sees(channel)).toEqual([]);
    expect(ann.sees(channel)).toHaveLength(1);
  });

  it.each([
    ['a command', 6],
    ['a command', 7],
    ['a command', 8],
    ['a command', 99],
  ])('of %s take no callback of type %i', async (_what, type) => {
    const [interaction] = await called();
    await expect(callback(interaction, { type, data: { content: 'a' } })).rejects.toMatchObject({ code: 50035 });
  });

  it('of components may change the message, and know it', async () => {
    const [first, answer] = await called();
    await callback(first, { type: 4, data: { content: 'before', components: [press] } });
    const message = await answer;
    const arrives = heard();
    const pressed = ann.press(message, 'Press');
    const interaction = await arrives;
    expect(interaction.isButton() && interaction.message.content).toBe('before');
    await callback(interaction, { type: 7, data: { content: 'after' } });
    expect(await pressed).toMatchObject({ text: 'after', updated: true });
    expect(message.text).toBe('before');
    expect(message.message?.text).toBe('after');
  });

  it.each<[string, object]>([
    ['a title of 46 characters', { title: 'x'.repeat(46), components: [field()] }],
    ['no components', { title: 'a', components: [] }],
    ['six components', { title: 'a', components: Array.from({ length: 6 }, (_, i) => field({ custom_id: `f${i}` })) }],
    ['the same field twice', { title: 'a', components: [field(), field()] }],
    ['a text over 4000 characters', { title: 'a', components: [field({ value: 'x'.repeat(4001) })] }],
    ['a label of 46 characters', { title: 'a', components: [{ ...field(), label: 'x'.repeat(46) }] }],
    ['a button', { title: 'a', components: [press] }],
  ])('open no form with %s', async (_what, data) => {
    const [interaction] = await called();
    await expect(callback(interaction, { type: 9, data: { custom_id: 'form', ...data } })).rejects.toMatchObject({
      code: 50035,
    });
  });

  it.each<[string, object[]]>([
    ['26 suggestions', Array.from({ length: 26 }, (_, i) => ({ name: `n${i}`, value: `v${i}` }))],
    ['a suggestion with a name of 101 characters', [{ name: 'x'.repeat(101), value: 'v' }]],
    ['a suggestion with a value of 101 characters', [{ name: 'n', value: 'x'.repeat(101) }]],
    ['a suggestion without name', [{ name: '', value: 'v' }]],
  ])('take no %s', async (_what, choices) => {
    const arrives = heard();
    ann.autocomplete(channel, '/faq question:', 'na').catch(() => {});
    const interaction = await arrives;
    await expect(callback(interaction, { type: 4, data: { content: 'a' } })).rejects.toMatchObject({ code: 50035 });
    await expect(callback(interaction, { type: 8, data: { choices } })).rejects.toMatchObject({ code: 50035 });
    await callback(interaction, { type: 8, data: { choices: [] } });
  });

  it('answer with their message when asked to', async () => {
    const [interaction] = await called();
    const response = interaction.isChatInputCommand()
      ? await interaction.reply({ content: 'a', withResponse: true })
      : undefined;
    expect(response?.resource?.message?.content).toBe('a');
    expect(await (interaction.isRepliable() ? interaction.fetchReply() : undefined)).toMatchObject({ content: 'a' });
  });
});
