import type { ExpressionBuilder } from 'kysely';
import type { Chat } from '../core/community.ts';
import type { Database } from './database.ts';
import { jsonIn, understood } from './rows.ts';
import type { Tables } from './schema.ts';
import { chatShape } from './shapes.ts';
import type { DialogueStore } from './store.ts';

/** Of a dialogue's state, as JSON. */
const mostCharacters = 64 * 1024;

export function createDialogues(database: Database): DialogueStore {
  const underWay = createUnderWay(database);
  return {
    async get(chat, person) {
      if (!(await underWay.mayHold(chat, person))) return undefined;
      const row = await database.query((db) =>
        db.selectFrom('dialogues').selectAll().where(theirs(chat, person)).executeTakeFirst(),
      );
      if (!row) return undefined;
      const place = { table: 'dialogues', id: `${row.platform}/${row.chat}/${row.person}` } as const;
      return {
        chat: understood(chatShape, { platform: row.platform, id: row.chat }, place),
        person: row.person,
        state: jsonIn(row.state, place),
        changedAt: row.changed_at,
      };
    },

    async put({ chat, person, state, changedAt }) {
      const json = JSON.stringify(state ?? null);
      if (json.length > mostCharacters) throw new RangeError(`A dialogue of ${json.length} characters is too long.`);
      const value = { state: json, changed_at: changedAt };
      await database.write((db) =>
        db
          .insertInto('dialogues')
          .values({ platform: chat.platform, chat: chat.id, person, ...value })
          .onConflict((conflict) => conflict.columns(['platform', 'chat', 'person']).doUpdateSet(value))
          .execute(),
      );
      await underWay.add(chat, person, changedAt);
    },

    async remove(chat, person) {
      await database.query((db) => db.deleteFrom('dialogues').where(theirs(chat, person)).execute());
    },

    async removeBefore(time) {
      const { numDeletedRows } = await database.query((db) =>
        db.deleteFrom('dialogues').where('changed_at', '<', time).executeTakeFirstOrThrow(),
      );
      await underWay.removeBefore(time);
      return Number(numDeletedRows);
    },
  };
}

/**
 * Who may have a dialogue in private, so that those who have none, nearly everybody, cost no query at each message. Of a
 * file, which is one process's alone; on a server another process may have begun one, and a group's moves with the group.
 * One that was removed is still asked for until it would have been too old.
 */
function createUnderWay(database: Database) {
  const isKnown = (chat: Chat, person: string): boolean => database.dialect === 'sqlite' && chat.id === person;
  const keyOf = (platform: string, person: string): string => `${platform}/${person}`;
  /** When each was last changed. */
  let changedAt: Promise<Map<string, number>> | undefined;

  async function read(): Promise<Map<string, number>> {
    const rows = await database.query((db) =>
      db.selectFrom('dialogues').select(['platform', 'person', 'changed_at']).whereRef('chat', '=', 'person').execute(),
    );
    return new Map(rows.map(({ platform, person, changed_at }) => [keyOf(platform, person), changed_at]));
  }

  function all(): Promise<Map<string, number>> {
    changedAt ??= read().catch((error: unknown) => {
      changedAt = undefined;
      throw error;
    });
    return changedAt;
  }

  return {
    mayHold: async (chat: Chat, person: string): Promise<boolean> =>
      !isKnown(chat, person) || (await all()).has(keyOf(chat.platform, person)),
    async add(chat: Chat, person: string, at: number): Promise<void> {
      if (isKnown(chat, person)) (await all()).set(keyOf(chat.platform, person), at);
    },
    async removeBefore(time: number): Promise<void> {
      const known = await changedAt;
      for (const [key, at] of known ?? []) if (at < time) known?.delete(key);
    },
  };
}

const theirs =
  ({ platform, id }: Chat, person: string) =>
  (eb: ExpressionBuilder<Tables, 'dialogues'>) =>
    eb.and({ platform, chat: id, person });
