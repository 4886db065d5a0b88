import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { loadContent } from '../../src/content/load.ts';
import { type Command, textKey } from '../../src/core/command.ts';
import { createKnowledge } from '../../src/core/knowledge.ts';
import { commandsJson } from '../../src/platforms/discord/registration.ts';
import { createFinder } from '../../src/search/finder.ts';
// Loaded here, rather than when somebody first asks for it: meanwhile the program would seem to be at rest.
import '../../src/transfer/transfer.ts';
import { testDispatcher, texts } from '../builders/dispatcher.ts';
import { type Deed, deeds, type Things } from './deeds.ts';
import { discordActors } from './discord-actors.ts';
import { type Cell, readTable } from './table.ts';
import { telegramActors } from './telegram-actors.ts';
import { type Actor, buildTown, type Said, secret, type Town, type Way } from './town.ts';

const root = resolve(import.meta.dirname, '../..');
const t = texts.in('en');
const table = readTable('Everything that can be done');
const refusals = [
  'error-moderators-only',
  'error-not-your-community',
  'error-subscribe-moderators',
  'error-subscription-gone',
].map((key) => t(key));
const fault = /Something went wrong|That was quick/u;
const platforms = { Discord: discordActors, Telegram: telegramActors };

/** What was tried, by deed and column: a cell that nobody tries proves nothing. */
const tried = new Map<string, number>();

async function contentCommands(): Promise<readonly Command[]> {
  const { records } = await loadContent(join(root, 'content'));
  const knowledge = createKnowledge(records);
  return testDispatcher({ catalogue: { knowledge, finder: createFinder(knowledge) } }).dispatcher.commands;
}

describe('the table of permissions', () => {
  it('has a row for each deed, and none for what cannot be done', () => {
    expect(table.rows.map(({ name }) => name)).toEqual(deeds.map(({ name }) => name));
  });

  it('leaves no command out, and no act behind a button', async () => {
    const drafts = [
      'own',
      'waiting',
      'imported',
      'otherImport',
      'update',
      'pendingUpdate',
      'ownUpdate',
      'waitingUpdate',
    ];
    const ids = ['community', 'chat', 'report', 'subscription', 'subscriptionVersion', ...drafts].map((one) => [
      one,
      one,
    ]);
    const things: Things = Object.fromEntries(ids);
    const called = new Set(deeds.map((deed) => deed.call(things).command));
    expect([...called].sort()).toEqual((await contentCommands()).map(({ name }) => name).sort());
    const tried = deeds.map((deed) => deed.call(things)).map(({ command, args }) => `${command} ${args.act}`);
    const files = { draft: 'draft', gaps: 'gap', 'entry-import': 'imported', subscription: 'subscription' };
    for (const [file, command] of Object.entries(files)) {
      const source = readFileSync(join(root, 'commands', `${file}.ts`), 'utf8');
      const names = file === 'draft' ? ['draft', 'update draft'] : [command];
      const acts = [...source.matchAll(/case '([a-z]+)':/gu)].flatMap(([, act]) => names.map((one) => `${one} ${act}`));
      expect(acts.length).toBeGreaterThan(2);
      expect(acts.filter((act) => !tried.includes(act))).toEqual([]);
    }
  });
});

describe.each(Object.entries(platforms))('on %s', (_, enter) => {
  let town: Town;
  let place: Awaited<ReturnType<typeof enter>>;

  beforeAll(async () => {
    town = await buildTown();
    place = await enter(town, await contentCommands());
  }, 60_000);
  afterAll(async () => {
    await town.close();
    await place.close();
  });

  it.each(deeds.map((deed) => [deed.name, deed] as const))('%s', async (name, deed) => {
    const cells = table.rows.find((row) => row.name === name)?.cells ?? {};
    const wrong: string[] = [];
    const columns = Object.keys(place.actors).sort((a, z) => order(cells[a]) - order(cells[z]));
    for (const column of columns) {
      for (const actor of place.actors[column] ?? []) {
        const problems = await attempts(deed, column, actor, cells[column]);
        wrong.push(...problems);
      }
    }
    expect(wrong).toEqual([]);
  });

  it('what is for moderators alone was seen by nobody else', () => {
    expect(place.publicTexts().filter((text) => text.includes(secret))).toEqual([]);
  });

  async function attempts(deed: Deed, column: string, actor: Actor, cell: Cell | undefined): Promise<string[]> {
    const community = actor.chat ? (await town.store.communities.of({ ...actor.chat, title: '' }, 0)).id : 'shared';
    const wrong: string[] = [];
    for (let i = 0, of = 1; i < of; i++) {
      town.wait();
      const ways = actor.ways(deed, await town.lay(actor, community, actor.chat));
      of = ways.length;
      if (of === 0) break;
      const { name: way, prepare, attempt, clear } = ways[i] as Way;
      await prepare?.();
      const before = cell === 'no' ? town.dump() : '';
      const said = await attempt();
      const isChanged = cell === 'no' && town.dump() !== before;
      await clear?.();
      const problem = judge(cell, column, deed, said, isChanged);
      if (problem) wrong.push(`${column}, ${way}: should be ${cell}, ${problem}: ${JSON.stringify(said)}`);
      const key = `${deed.name} / ${column}`;
      tried.set(key, (tried.get(key) ?? 0) + 1);
    }
    return wrong;
  }
});

describe('what Discord itself shows to members', () => {
  it('is no command that is for moderators alone', async () => {
    const manageGuild = '32';
    const commands = (await contentCommands()).filter(({ unlisted }) => !unlisted);
    for (const json of commandsJson(commands, texts)) {
      const named = commands.filter((one) =>
        json.type === 3
          ? one.messageMenu && t(`${textKey(one)}.menu`) === json.name
          : one.name.split(' ')[0] === json.name,
      );
      expect(named.length, json.name).toBeGreaterThan(0);
      const isForModerators = named.every(({ audience }) => audience === 'moderators');
      expect(json.default_member_permissions ?? undefined, json.name).toBe(isForModerators ? manageGuild : undefined);
      expect(new Set(named.map(({ audience }) => audience)).size, `${json.name} is for all or for moderators`).toBe(1);
    }
  });
});

describe('every cell', () => {
  it('was tried on one platform at least', () => {
    const all = table.rows.flatMap(({ name, cells }) =>
      Object.entries(cells).flatMap(([column, cell]) => (cell === 'none' ? [] : [`${name} / ${column}`])),
    );
    expect(all.filter((key) => !tried.has(key))).toEqual([]);
    const attempts = [...tried.values()].reduce((sum, one) => sum + one, 0);
    process.stdout.write(`Permissions: ${all.length} cells, ${attempts} attempts.\n`);
  });
});

/** Refused first, while everything is still there to be taken. */
const order = (cell: Cell | undefined): number => (cell === 'no' ? 0 : 1);

function judge(cell: Cell | undefined, column: string, deed: Deed, { texts: said, isLed }: Said, isChanged: boolean) {
  const isRefused = said.some(
    (text) =>
      refusals.some((one) => text === one || text.endsWith(`\n${one}`)) ||
      (deed.isUnknown && text.startsWith('No entry is called')),
  );
  switch (cell) {
    case 'no': {
      if (isChanged) return 'but something was changed';
      if (column === 'Bot') return said.length > 0 || isLed ? 'but a bot was answered' : undefined;
      if (deed.suggests) return said.length > 0 ? 'but something was suggested' : undefined;
      return !isRefused || said.length > 1 ? 'but was not refused' : undefined;
    }
    case 'yes': {
      if (isRefused) return 'but was refused';
      if (said.some((text) => fault.test(text))) return 'but failed';
      return said.length === 0 && !isLed ? 'but nothing was said' : undefined;
    }
    case 'none':
      return said.length === 1 && said[0] === t('error-only-in-chats') ? undefined : 'where it does not exist';
    default:
      return 'and the table does not say';
  }
}
