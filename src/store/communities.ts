import { randomInt } from 'node:crypto';
import { type Chat, type Community, defaultSettings, type Settings } from '../core/community.ts';
import { record } from './acts.ts';
import { chatOf, communitiesIn, sameChat, settingsColumns, settingsOf } from './community-rows.ts';
import type { Database, InTransaction, Queries } from './database.ts';
import { Gone, Stale } from './failures.ts';
import type { CommunityStore } from './store.ts';
import { followChat, moveSubscriptions } from './subscription-moves.ts';

export function createCommunities(database: Database): CommunityStore {
  return {
    async of(chat, at) {
      const known = await database.query((db) => ofChat(db, chat));
      return known ?? (await database.write((db) => made(db, chat, at)));
    },

    byId: (id) => database.query((db) => withId(db, id)),

    change: (id, base, settings, act) =>
      database.write(async (db) => {
        const row = await lockCommunity(db, id);
        if (!isSame(settingsOf(row), base)) throw new Stale(`The settings of ${id} have changed.`);
        await db.updateTable('communities').set(settingsColumns(settings)).where('id', '=', id).execute();
        await record(db, act);
        return await existing(db, id);
      }),

    makeLink: (community, hash, until, act) =>
      database.write(async (db) => {
        await db.deleteFrom('links').where('until', '<=', act.at).execute();
        await db.insertInto('links').values({ hash, community, until }).execute();
        await record(db, act);
      }),

    useLink: (hash, chat, at, act) =>
      database.write(async (db) => {
        await db.deleteFrom('links').where('until', '<=', at).execute();
        const link = await db.deleteFrom('links').where('hash', '=', hash).returning('community').executeTakeFirst();
        if (!link) return undefined;
        const { community } = link;
        await join(db, chat, community, at);
        await followChat(db, chat, community);
        await record(db, { ...act, community });
        return await existing(db, community);
      }),

    unlink: (chat, at, act) =>
      database.write(async (db) => {
        const left = await ofChat(db, await lockChat(db, chat));
        if (!left) return await made(db, chat, at);
        if (left.chats.length < 2) return left;
        const { former } = await chatRow(db, chat);
        const community = former ?? (await make(db, chat.title));
        await db.updateTable('chats').set({ community, former: null, joined_at: at }).where(sameChat(chat)).execute();
        await followChat(db, chat, community);
        await record(db, { ...act, community: left.id }, { ...act, community });
        return await existing(db, community);
      }),

    moveChat: (from, to) => database.write((db) => move(db, from, to)),

    rename: (chat, title) =>
      database.write(async (db) => {
        const row = await db.selectFrom('chats').selectAll().where(sameChat(chat)).executeTakeFirst();
        if (!row || row.title === title) return;
        await db.updateTable('chats').set({ title }).where(sameChat(chat)).execute();
        // A community is called after the chat that it was made for.
        await db
          .updateTable('communities')
          .set({ name: title })
          .where('id', '=', row.community)
          .where('name', '=', row.title)
          .execute();
      }),

    workedFor: ({ platform, id }) =>
      database.read(async (db) => {
        const acted = await db
          .selectFrom('acts')
          .select((eb) => ['community', eb.fn.max('id').as('latest')])
          .where('by_platform', '=', platform)
          .where('by_id', '=', id)
          .groupBy('community')
          .orderBy('latest', 'desc')
          .limit(mostWorkedFor)
          .execute();
        if (acted.length === 0) return [];
        const ids = acted.map(({ community }) => community);
        const found = communitiesIn(await communityRows(db).where('communities.id', 'in', ids).execute());
        return ids.flatMap((one) => found.find((community) => community.id === one) ?? []);
      }),
  };
}

/** Enough for anybody; who acts for more works for the latest ones. */
const mostWorkedFor = 100;

/**
 * Keeps other transactions from changing the community, its entries or its drafts until this one ends; throws `Gone`
 * where there is no such community.
 */
export async function lockCommunity(db: InTransaction, id: string) {
  const row = await db
    .updateTable('communities')
    .set((eb) => ({ version: eb.ref('version') }))
    .where('id', '=', id)
    .returningAll()
    .executeTakeFirst();
  if (!row) throw new Gone(`There is no community ${id}.`);
  return row;
}

/** Communities with their chats, one row for each chat, the first that joined first. */
const communityRows = (db: Queries) =>
  db
    .selectFrom('communities')
    .leftJoin('chats', 'chats.community', 'communities.id')
    .selectAll('communities')
    .select(['chats.platform as chat_platform', 'chats.id as chat_id'])
    .orderBy('chats.joined_at')
    .orderBy('chats.platform')
    .orderBy('chats.id');

const withId = async (db: Queries, id: string): Promise<Community | undefined> =>
  communitiesIn(await communityRows(db).where('communities.id', '=', id).execute())[0];

async function ofChat(db: Queries, chat: Chat): Promise<Community | undefined> {
  const its = db.selectFrom('chats').select('community').where(sameChat(chat));
  return communitiesIn(await communityRows(db).where('communities.id', '=', its).execute())[0];
}

async function existing(db: Queries, id: string): Promise<Community> {
  const community = await withId(db, id);
  if (!community) throw new Gone(`There is no community ${id}.`);
  return community;
}

/** The chat's community, made unless another process has made it meanwhile. */
async function made(db: InTransaction, chat: Chat & { title: string }, at: number): Promise<Community> {
  const { platform, id, title } = chat;
  const community = await make(db, title);
  const { numInsertedOrUpdatedRows } = await db
    .insertInto('chats')
    .values({ platform, id, title, community, former: null, joined_at: at })
    .onConflict((conflict) => conflict.columns(['platform', 'id']).doNothing())
    .executeTakeFirstOrThrow();
  if (!numInsertedOrUpdatedRows) await db.deleteFrom('communities').where('id', '=', community).execute();
  const found = await ofChat(db, chat);
  if (!found) throw new Gone(`The chat ${platform}:${id} has just moved.`);
  return found;
}

/** Ten characters of a-z and 0-9, so that buttons can hold it. */
const newId = (): string => Array.from({ length: 10 }, () => randomInt(36).toString(36)).join('');

async function make(db: InTransaction, name: string): Promise<string> {
  const id = newId();
  await db
    .insertInto('communities')
    .values({ id, name, version: 0, ...settingsColumns(defaultSettings) })
    .execute();
  return id;
}

/** Moves a chat into another community, and keeps in mind which one was its own. */
async function join(db: InTransaction, chat: Chat, community: string, at: number): Promise<void> {
  const { platform, id } = chat;
  await db
    .insertInto('chats')
    .values({ platform, id, title: '', community, former: null, joined_at: at })
    .onConflict((conflict) =>
      conflict
        .columns(['platform', 'id'])
        .doUpdateSet((eb) => ({
          community,
          former: eb.fn.coalesce('chats.former', 'chats.community'),
          joined_at: at,
        }))
        .where('chats.community', '!=', community),
    )
    .execute();
}

async function lockChat(db: InTransaction, chat: Chat): Promise<Chat> {
  await db
    .updateTable('chats')
    .set((eb) => ({ title: eb.ref('title') }))
    .where(sameChat(chat))
    .execute();
  return chat;
}

const chatRow = (db: Queries, chat: Chat) =>
  db.selectFrom('chats').selectAll().where(sameChat(chat)).executeTakeFirstOrThrow();

/**
 * The old chat's community goes on in the new one. Where the new one has a community already, that is kept as the one
 * it goes back to when unlinked: nothing that was written there is lost.
 */
async function move(db: InTransaction, from: Chat, to: Chat): Promise<void> {
  await db
    .updateTable('communities')
    .set({ log_platform: to.platform, log_id: to.id })
    .where('log_platform', '=', from.platform)
    .where('log_id', '=', from.id)
    .execute();
  await moveDialogues(db, from, to);
  await moveSubscriptions(db, from, to);
  const old = await db.deleteFrom('chats').where(sameChat(from)).returningAll().executeTakeFirst();
  if (!old) return;
  await db
    .insertInto('chats')
    .values({ ...old, ...chatOf(to) })
    .onConflict((conflict) =>
      conflict
        .columns(['platform', 'id'])
        .doUpdateSet((eb) => ({
          community: old.community,
          former: old.former ?? eb.ref('chats.community'),
          joined_at: old.joined_at,
        }))
        .where('chats.community', '!=', old.community),
    )
    .execute();
  await followChat(db, to, old.community);
}

async function moveDialogues(db: InTransaction, from: Chat, to: Chat): Promise<void> {
  const there = db
    .selectFrom('dialogues')
    .select('person')
    .where('platform', '=', to.platform)
    .where('chat', '=', to.id);
  await db
    .updateTable('dialogues')
    .set({ platform: to.platform, chat: to.id })
    .where('platform', '=', from.platform)
    .where('chat', '=', from.id)
    .where('person', 'not in', there)
    .execute();
  await db.deleteFrom('dialogues').where('platform', '=', from.platform).where('chat', '=', from.id).execute();
}

const isSame = (a: Settings, z: Settings): boolean =>
  JSON.stringify(settingsColumns(a)) === JSON.stringify(settingsColumns(z));
