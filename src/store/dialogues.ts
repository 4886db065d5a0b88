import type { CompiledQuery, ExpressionBuilder } from 'kysely';
import type { Chat } from '../core/community.ts';
import type { Database, Queries } from './database.ts';
import { jsonIn, understood } from './rows.ts';
import type { Tables } from './schema.ts';
import { chatShape } from './shapes.ts';
import type { DialogueStore } from './store.ts';

/** Of a dialogue's state, as JSON. */
const mostCharacters = 64 * 1024;

export function createDialogues(database: Database): DialogueStore {
  let prepared: CompiledQuery<Tables['dialogues']> | undefined;

  /** Asked at each message in private: it is put together once, which takes longer than to carry it out. */
  function selection(db: Queries, { platform, id }: Chat, person: string): CompiledQuery<Tables['dialogues']> {
    prepared ??= db
      .selectFrom('dialogues')
      .selectAll()
      .where('platform', '=', platform)
      .where('chat', '=', id)
      .where('person', '=', person)
      .compile();
    return { ...prepared, parameters: [platform, id, person] };
  }

  return {
    async get(chat, person) {
      const { rows } = await database.query((db) => db.executeQuery(selection(db, chat, person)));
      const [row] = rows;
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
    },

    async remove(chat, person) {
      await database.query((db) => db.deleteFrom('dialogues').where(theirs(chat, person)).execute());
    },

    async removeBefore(time) {
      const { numDeletedRows } = await database.query((db) =>
        db.deleteFrom('dialogues').where('changed_at', '<', time).executeTakeFirstOrThrow(),
      );
      return Number(numDeletedRows);
    },
  };
}

const theirs =
  ({ platform, id }: Chat, person: string) =>
  (eb: ExpressionBuilder<Tables, 'dialogues'>) =>
    eb.and({ platform, chat: id, person });
