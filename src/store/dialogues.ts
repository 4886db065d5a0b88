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
  const open = database.writtenElsewhere && createOpenForms(database, database.writtenElsewhere);
  let prepared: CompiledQuery<Tables['dialogues']> | undefined;

  /** Put together once, which takes longer than to carry it out. */
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
      if (open && chat.id === person && !(await open.may(chat))) return undefined;
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
      open?.begun(chat);
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

/**
 * Who has a form open in private, which nearly nobody has and each message there asks. A private chat moves nowhere, so
 * that forms begin there by `put` alone, or in another program; those that have ended meanwhile are asked for in vain.
 */
function createOpenForms(database: Database, writtenElsewhere: () => number) {
  let known: { asOf: number; people: Set<string> } | undefined;
  let begun = 0;

  function version(): number | undefined {
    try {
      return writtenElsewhere();
    } catch {
      return undefined;
    }
  }

  async function load(asOf: number): Promise<Set<string>> {
    const before = begun;
    const rows = await database.query((db) =>
      db.selectFrom('dialogues').select(['platform', 'person']).whereRef('chat', '=', 'person').execute(),
    );
    const people = new Set(rows.map(keyOf));
    // One that began meanwhile may be missing.
    if (begun === before) known = { asOf, people };
    return people;
  }

  return {
    /** Whether the person with that private chat may have one. */
    async may({ platform, id }: Chat): Promise<boolean> {
      const asOf = version();
      // What is in the way will be in that of the query, which says so.
      if (asOf === undefined) return true;
      const people = known?.asOf === asOf ? known.people : await load(asOf);
      return people.has(keyOf({ platform, person: id }));
    },
    begun({ platform, id }: Chat): void {
      begun++;
      known?.people.add(keyOf({ platform, person: id }));
    },
  };
}

const keyOf = ({ platform, person }: { platform: string; person: string }): string => `${platform}/${person}`;

const theirs =
  ({ platform, id }: Chat, person: string) =>
  (eb: ExpressionBuilder<Tables, 'dialogues'>) =>
    eb.and({ platform, chat: id, person });
