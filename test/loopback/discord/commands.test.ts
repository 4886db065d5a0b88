import { type DiscordAPIError, type REST, Routes } from 'discord.js';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { restOf } from '../../../src/loopback/discord/bot.ts';
import { createDiscordFake, type DiscordFake } from '../../../src/loopback/discord/index.ts';

const faq = { name: 'faq', description: 'Answers a question' };
const option = (more: object) => ({ ...faq, options: [{ type: 3, name: 'question', description: 'Yours', ...more }] });
const long = (length: number) => 'x'.repeat(length);
const choices = (count: number, value = (index: number) => `v${index}`) =>
  Array.from({ length: count }, (_, index) => ({ name: `c${index}`, value: value(index) }));

describe('command registration', () => {
  let discord: DiscordFake;
  let rest: REST;
  const put = (body: object[]) => rest.put(Routes.applicationCommands(discord.applicationId), { body });

  beforeAll(async () => {
    discord = await createDiscordFake();
    rest = restOf(discord);
  });
  afterAll(() => discord.close());

  it.each<[string, object]>([
    ['a plain command', faq],
    ['names in other scripts', { ...faq, name: 'питання', name_localizations: { hi: 'सवाल', th: 'คำถาม' } }],
    ['permissions as digits', { ...faq, default_member_permissions: '32' }],
    ['25 choices', option({ choices: choices(25) })],
    [
      'a subcommand group',
      {
        ...faq,
        options: [{ type: 2, name: 'g', description: 'd', options: [{ type: 1, name: 's', description: 'd' }] }],
      },
    ],
    ['a context menu with spaces and capitals', { name: 'Answer from FAQ', type: 3 }],
    ['a user-installed command', { ...faq, contexts: [0, 1, 2], integration_types: [0, 1] }],
  ])('accepts %s', async (_what, command) => {
    await expect(put([command])).resolves.toHaveLength(1);
  });

  it.each<[string, object, string]>([
    ['a capital in a name', { ...faq, name: 'Faq' }, '0.name'],
    ['a space in a name', { ...faq, name: 'my faq' }, '0.name'],
    ['a name of 33 characters', { ...faq, name: long(33) }, '0.name'],
    ['a capital in a translated name', { ...faq, name_localizations: { uk: 'Питання' } }, '0.name_localizations.uk'],
    ['a locale that Discord lacks', { ...faq, name_localizations: { ua: 'питання' } }, '0.name_localizations.ua'],
    ['no description', { name: 'faq' }, '0.description'],
    ['a description of 101 characters', { ...faq, description: long(101) }, '0.description'],
    ['a context menu with a description', { name: 'Menu', type: 3, description: 'no' }, '0.description'],
    [
      '26 options',
      { ...faq, options: Array.from({ length: 26 }, (_, i) => ({ type: 3, name: `o${i}`, description: 'd' })) },
      '0.options',
    ],
    ['an option without a description', option({ description: '' }), '0.options.0.description'],
    ['26 choices', option({ choices: choices(26) }), '0.options.0.choices'],
    [
      'a choice value of 101 characters',
      option({ choices: choices(1, () => long(101)) }),
      '0.options.0.choices.0.value',
    ],
    ['two choices of the same value', option({ choices: choices(2, () => 'same') }), '0.options.0.choices.1.value'],
    ['choices with autocomplete', option({ autocomplete: true, choices: choices(1) }), '0.options.0.autocomplete'],
    ['autocomplete of a yes-or-no option', option({ type: 5, autocomplete: true }), '0.options.0.autocomplete'],
    [
      'a required option after an optional one',
      {
        ...faq,
        options: [
          { type: 3, name: 'a', description: 'd' },
          { type: 3, name: 'b', description: 'd', required: true },
        ],
      },
      '0.options.1',
    ],
    [
      'two options of one name',
      {
        ...faq,
        options: [
          { type: 3, name: 'a', description: 'd' },
          { type: 5, name: 'a', description: 'd' },
        ],
      },
      '0.options.1.name',
    ],
    [
      'subcommands beside options',
      {
        ...faq,
        options: [
          { type: 1, name: 's', description: 'd' },
          { type: 3, name: 'a', description: 'd' },
        ],
      },
      '0.options',
    ],
    ['an unknown option type', option({ type: 99 }), '0.options.0.type'],
    [
      'over 8000 characters in all',
      option({
        choices: choices(25).map(({ name, value }) => ({
          name: name + long(97),
          value,
          name_localizations: { uk: long(100) },
        })),
        description: long(100),
      }),
      '',
    ],
  ])('refuses %s', async (_what, command, path) => {
    const attempt = path === '' ? put([{ ...command, options: manyOptions(command) }]) : put([command]);
    const error = await attempt.then(
      () => undefined,
      (failure: DiscordAPIError) => failure,
    );
    expect(error).toMatchObject({ status: 400, code: 50035 });
    const errors: unknown = (error?.rawError as { errors: unknown } | undefined)?.errors;
    const node = path
      .split('.')
      .filter(Boolean)
      .reduce<unknown>((at, key) => (at as Record<string, unknown>)?.[key], errors);
    expect(JSON.stringify(node ?? null)).toContain('_errors');
  });

  const manyOptions = (command: object) => {
    const [first] = (command as { options: object[] }).options;
    return ['a', 'b', 'c', 'd'].map((name) => ({ ...first, name }));
  };

  it.each([
    [100, 1],
    [15, 2],
    [15, 3],
  ])('takes %i commands of type %i and no more', async (count, type) => {
    const many = (length: number) =>
      Array.from({ length }, (_, i) => ({ name: `c${i}`, type, ...(type === 1 ? { description: 'd' } : {}) }));
    await expect(put(many(count))).resolves.toHaveLength(count);
    await expect(put(many(count + 1))).rejects.toMatchObject({ code: 30032 });
  });

  it('refuses two commands of one name', async () => {
    await expect(put([faq, faq])).rejects.toMatchObject({ code: 50035 });
  });

  it('keeps a command’s id when it is overwritten, and drops those left out', async () => {
    const [first] = (await put([faq, { ...faq, name: 'old' }])) as { id: string }[];
    const [again] = (await put([{ ...faq, description: 'New' }])) as { id: string }[];
    expect(again?.id).toBe(first?.id);
    expect(discord.commands().map(({ name, description }) => [name, description])).toEqual([['faq', 'New']]);
  });

  it('shows localisations only when asked for', async () => {
    await put([{ ...faq, name_localizations: { uk: 'питання' } }]);
    const route = Routes.applicationCommands(discord.applicationId);
    expect(await rest.get(route)).not.toHaveProperty([0, 'name_localizations']);
    expect(await rest.get(route, { query: new URLSearchParams('with_localizations=true') })).toHaveProperty([
      0,
      'name_localizations',
      'uk',
    ]);
  });

  it('creates, changes and deletes one guild command', async () => {
    const { id: guildId } = discord.guild();
    const route = Routes.applicationGuildCommands(discord.applicationId, guildId);
    const { id } = (await rest.post(route, { body: faq })) as { id: string };
    const one = Routes.applicationGuildCommand(discord.applicationId, guildId, id);
    expect(await rest.patch(one, { body: { description: 'Changed' } })).toMatchObject({ id, description: 'Changed' });
    await expect(rest.patch(one, { body: { name: 'No Good' } })).rejects.toMatchObject({ code: 50035 });
    await rest.delete(one);
    expect(discord.commands(guildId)).toEqual([]);
    await expect(rest.delete(one)).rejects.toMatchObject({ status: 404, code: 10063 });
  });

  it('answers an unknown route with 404 and a wrong token with 401', async () => {
    await expect(rest.get('/nowhere')).rejects.toMatchObject({ status: 404, code: 0 });
    const stranger = restOf(discord).setToken('wrong');
    await expect(stranger.get('/users/@me')).rejects.toMatchObject({
      status: 401,
      rawError: { message: '401: Unauthorized', code: 0 },
    });
  });
});
