import { sql } from 'kysely';
import { expect, it } from 'vitest';
import { OperatorError } from '../../../src/core/errors.ts';
import { migrate } from '../../../src/store/migrate.ts';
import { migrations } from '../../../src/store/migrations/index.ts';
import { openDatabase, openStore } from '../../../src/store/open.ts';
import { tables } from '../../../src/store/schema.ts';
import type { Setting } from '../contract.ts';
import { act, at, change, guild } from '../things.ts';

export function schemaContract(setting: Setting): void {
  /** Past the store, as a careless administrator would. */
  async function inDatabase(statement: string): Promise<void> {
    const database = await openDatabase(setting.options);
    await database.write((db) => sql.raw(statement).execute(db));
    await database.close();
  }

  it('says that the database answers', async () => {
    await setting.store.ping();
  });

  it('refuses a database that a newer program has used, and leaves it alone', async () => {
    await inDatabase(`insert into migrations (number) values (${migrations.length + 1})`);
    const refused = openStore(setting.options);
    await expect(refused).rejects.toThrow(OperatorError);
    await expect(refused).rejects.toThrow(/newer Parley .*start that version/u);
  });

  it('takes the steps that are missing, all or none', async () => {
    const database = await openDatabase(setting.options);
    const ran: string[] = [];
    const step = (name: string) => async () => {
      ran.push(name);
    };
    const broken = [...migrations, step('second'), () => Promise.reject(new Error('broken'))];
    await expect(migrate(database, broken)).rejects.toThrow('broken');
    await migrate(database, [...migrations, step('second'), step('third')]);
    await migrate(database, [...migrations, step('second'), step('third')]);
    expect(ran).toEqual(['second', 'second', 'third']);
    await database.close();
  });

  it('is made once by many who start together', async () => {
    for (const table of [...tables.toReversed().map(({ name }) => name), 'migrations']) {
      await inDatabase(`drop table ${table}`);
    }
    const stores = await Promise.all([1, 2, 3, 4, 5].map(() => setting.another()));
    const made = await Promise.all(stores.map((store) => store.communities.of(guild, at)));
    expect(new Set(made.map(({ id }) => id)).size).toBe(1);
  });

  it('says which row can’t be understood', async () => {
    const { id } = await setting.store.communities.of(guild, at);
    await setting.store.entries.change([change(id, 'one'), change(id, 'two')], [act(id)]);
    await inDatabase(`update revisions set writing = '{"kind":"entry"}' where key = 'two'`);
    await expect(setting.store.entries.all(id)).rejects.toThrow(
      new RegExp(`“${id}/entry/two/1” of the table revisions can't be understood \\(writing\\.original`, 'u'),
    );
    expect(await setting.store.entries.item(id, { kind: 'entry', key: 'one' })).toBeDefined();
    await inDatabase(`update communities set settings = '{' where id = '${id}'`);
    await expect(setting.store.communities.byId(id)).rejects.toThrow(/table communities can't be understood/u);
  });

  it('gives a setting that came later than the row its default', async () => {
    const { id } = await setting.store.communities.of(guild, at);
    await inDatabase(`update communities set settings = '{"language":"uk"}' where id = '${id}'`);
    expect((await setting.store.communities.byId(id))?.settings).toMatchObject({ language: 'uk', approvals: 0 });
  });
}
