import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { commandComplaints } from '../../../src/loopback/discord/command-rules.ts';
import { createDiscordFake, type DiscordFake } from '../../../src/loopback/discord/index.ts';
import type { CommandBody } from '../../../src/loopback/discord/payloads.ts';
import { commandsJson } from '../../../src/platforms/discord/registration.ts';
import { testDispatcher, texts } from '../../builders/dispatcher.ts';
import { memoTexts, startBot } from './bot.ts';
import { createMemos } from './memos.ts';

const registered = commandsJson(createMemos().commands, memoTexts) as CommandBody[];
const named = (name: string) => registered.find((one) => one.name === name);

describe('commands of two words on Discord', () => {
  it('are one command with an action each, as Discord takes it', () => {
    expect(registered.flatMap((one) => commandComplaints(one))).toEqual([]);
    expect(named('memo')?.options?.map(({ type, name }) => [type, name])).toEqual([
      [1, 'add'],
      [1, 'list'],
      [1, 'load'],
      [1, 'dump'],
    ]);
  });

  it('are described in every language, the group by a text of its own', () => {
    expect(named('memo')).toMatchObject({
      description: 'Memos of the moderators',
      description_localizations: { uk: 'Memos of the moderators' },
    });
    expect(named('memo')?.options?.[0]).toMatchObject({
      description: 'Memo-add.description in en',
      description_localizations: { uk: 'Memo-add.description in uk', ru: 'Memo-add.description in ru' },
      options: [
        { name: 'id', description: 'Memo-add.id in en', autocomplete: true },
        { name: 'about', max_length: 4000 },
      ],
    });
  });

  it('take files, and required options first', () => {
    const load = named('memo')?.options?.find(({ name }) => name === 'load');
    expect(load?.options).toMatchObject([
      { type: 11, name: 'file', required: true },
      { type: 3, name: 'label', required: false },
    ]);
  });

  it('that buttons alone lead to are not registered', () => {
    expect(JSON.stringify(registered)).not.toContain('purge');
  });
});

describe('who is offered a command on Discord', () => {
  it('is who may manage the server, where all of it is for moderators, and in no chat with strangers', () => {
    expect(named('memo')).toMatchObject({
      default_member_permissions: '32',
      contexts: [0, 1],
      integration_types: [0],
    });
    expect(registered.find(({ type }) => type === 3)).toMatchObject({
      name: 'Add as memo',
      default_member_permissions: '32',
      contexts: [0, 1],
      integration_types: [0],
    });
  });

  it('is everybody where some of it is for everybody', () => {
    expect(named('box')?.default_member_permissions).toBeUndefined();
    expect(named('box')?.contexts).toEqual([0, 1, 2]);
  });

  it('chooses privacy only where an answer could be public', () => {
    const options = (name: string) =>
      named('box')
        ?.options?.find((one) => one.name === name)
        ?.options?.map((one) => one.name);
    expect(options('look')).toEqual(['private']);
    expect(options('fill')).toEqual([]);
  });
});

describe('the product’s commands', () => {
  const product = commandsJson(testDispatcher().dispatcher.commands, texts) as CommandBody[];

  it('keep to what Discord takes', () => {
    expect(product.flatMap((one) => commandComplaints(one))).toEqual([]);
    expect(product.filter(({ type }) => type === 3).length).toBeLessThanOrEqual(5);
  });
});

describe('registration', () => {
  let discord: DiscordFake;
  beforeEach(async () => {
    discord = await createDiscordFake();
  });
  afterEach(() => discord.close());

  it('is left alone where nothing has changed, permissions and actions included', async () => {
    for (let times = 0; times < 2; times++) await (await startBot(discord)).bot.stop();
    const puts = () => discord.requests.filter(({ method }) => method === 'PUT');
    expect(puts()).toHaveLength(1);
    const memo = discord.commands().find(({ name }) => name === 'memo');
    if (memo) memo.default_member_permissions = null;
    await (await startBot(discord)).bot.stop();
    expect(puts()).toHaveLength(2);
  });
});
