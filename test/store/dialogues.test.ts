import { expect, it } from 'vitest';
import { createDialogues } from '../../src/store/dialogues.ts';
import { migrate } from '../../src/store/migrate.ts';
import { openSqlite } from '../../src/store/sqlite.ts';

it('a form is found where the file does not tell whether others have written', async () => {
  const database = await openSqlite(':memory:');
  await migrate(database);
  let isLocked = false;
  const dialogues = createDialogues({
    ...database,
    writtenElsewhere() {
      if (isLocked) throw Object.assign(new Error('database is locked'), { code: 'SQLITE_BUSY' });
      return 1;
    },
  });
  const chat = { platform: 'telegram', id: '7' } as const;
  expect(await dialogues.get(chat, '7')).toBeUndefined();
  isLocked = true;
  await dialogues.put({ chat, person: '7', state: 'kept', changedAt: 1 });
  expect(await dialogues.get(chat, '7')).toMatchObject({ state: 'kept' });
  expect(await dialogues.get({ ...chat, id: '8' }, '8')).toBeUndefined();
  await database.close();
});
