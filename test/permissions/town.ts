import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import SqliteDatabase from 'better-sqlite3';
import type { Chat, Person } from '../../src/core/community.ts';
import { openStore } from '../../src/store/open.ts';
import type { Draft } from '../../src/store/store.ts';
import { testSubscription } from '../builders/subscription.ts';
import { startProgram } from '../e2e/program.ts';
import { act, change, correction, draft, entryWriting, newUpdate, report, updateWriting } from '../store/things.ts';
import { type Deed, gapQuestion, ownEntry, retiredEntry, type Things } from './deeds.ts';

/** What was said to whoever did something. */
export interface Said {
  /** Messages, alerts and suggestions, as they read. */
  texts: string[];
  /** Whether a form opened, or a way to where it goes on. */
  isLed: boolean;
}

/** One way in which somebody attempts a deed. */
export interface Way {
  name: string;
  /** What was there before, such as a form that was opened in time. */
  prepare?(): Promise<void>;
  attempt(): Promise<Said>;
  /** Takes away what is left of it. */
  clear?(): Promise<void>;
}

/** Somebody of the table’s columns on one platform. */
export interface Actor {
  /** As whom they act. */
  person: Person;
  /** The chat whose community’s things they act on; operators in private act on what is shared. */
  chat: Chat | undefined;
  ways(deed: Deed, things: Things): Way[];
}

/** What no reader of a shared chat may ever see. */
export const secret = 'Only moderators know of this ferry.';

const somebodyElse: Person = { platform: 'console', id: 'another-moderator', name: 'Another moderator' };
const start = Date.UTC(2026, 10, 23, 12);

/** A database that two processes share, the program on it, and things to act on. */
export async function buildTown() {
  const folder = mkdtempSync(join(tmpdir(), 'parley-matrix-'));
  const file = join(folder, 'parley.db');
  const store = await openStore({ file });
  const reader = new SqliteDatabase(file, { readonly: true });
  const clock = { now: start };
  let ids = 0;
  let program: ReturnType<typeof startProgram> | undefined;

  const updates = new Map<string, { update: string; pendingUpdate: string }>();

  const newId = () => `m${String(++ids).padStart(7, '0')}`;

  async function settle(chat: (Chat & { title: string }) | undefined): Promise<string> {
    const community = chat ? (await store.communities.of(chat, start)).id : 'shared';
    const first = change(community, ownEntry, {
      writing: entryWriting('When does the ferry leave?'),
      names: ['when does the ferry leave'],
    });
    await store.entries.change([first], []);
    await store.entries.change([{ ...first, base: 1, reason: 'again' }], []);
    const old = change(community, retiredEntry, {
      writing: entryWriting('Where is the old lighthouse?'),
      names: ['where is the old lighthouse'],
    });
    await store.entries.change([old], []);
    await store.entries.change([{ ...old, base: 1, intent: 'retire', names: [] }], []);
    return community;
  }

  async function addDraft(community: string, author: Person, state: Draft['state']): Promise<string> {
    const values = {
      question: 'When does the night ferry leave?',
      answer: `At ten. ${secret}`,
      sources: 'https://example.org/ferry | Timetable | Port | 2026-11-01',
      asof: '2026-11-01',
      language: 'en',
    };
    const id = newId();
    await store.drafts.add(draft(community, id, { key: '', values, state, author }), 1000);
    return id;
  }

  async function addImport(community: string, by: Person, state: 'open' | 'review'): Promise<string> {
    const id = newId();
    const writing = { ...entryWriting(`When does ferry ${id} leave?`), topics: [], parties: [], sources: ['own-1'] };
    const items = [{ kind: 'entry' as const, key: `ferry-${id}`, base: 0, writing }];
    const at = clock.now;
    await store.imports.add({ id, community, by, file: 'texts.json', items, unchanged: 0, state, at }, 1000);
    return id;
  }

  /** Of the chat or, where there is none, of the person: the only one, and paused, so that nothing is sent meanwhile. */
  async function addSubscription(community: string, person: Person, chat: Chat | undefined) {
    const { platform, id } = chat ?? person;
    const old = reader.prepare("select id from subscriptions where state <> 'ended'").all() as { id: string }[];
    for (const one of old) await store.subscriptions.end(one.id, clock.now);
    const { subscription: one } = await store.subscriptions.put({
      ...testSubscription(newId(), { community, isPrivate: chat === undefined, by: somebodyElse }),
      place: { platform, chat: id, channel: id },
      state: 'paused',
      pause: { by: 'person', reason: '', at: clock.now },
    });
    return { subscription: one.id, subscriptionVersion: String(one.version) };
  }

  async function addUpdateDraft(community: string, author: Person, state: Draft['state']): Promise<string> {
    const values = {
      title: 'The night ferry is back',
      text: 'It leaves at ten.',
      sources: 'https://example.org/ferry | Timetable | Port | 2026-11-01',
      importance: 'routine',
      language: 'en',
    };
    const id = newId();
    const said = { reason: secret, comment: secret };
    const made = { ...draft(community, id), kind: 'update' as const, key: '', values, state, author, ...said };
    await store.updateDrafts.add(made, 1000);
    return id;
  }

  /** Takes back what was published by the attempt before, wherever that was: nothing is sent while others attempt. */
  async function takeBack(): Promise<void> {
    for (const [community, { pendingUpdate }] of updates) {
      for (const { id } of await store.updates.list([community], { states: ['pending'], most: 100 })) {
        if (id === pendingUpdate) continue;
        const back = { ...draft(community, newId()), kind: 'update' as const, key: '', author: somebodyElse };
        await store.updates.undo(community, id, 0, back, act(community));
      }
    }
  }

  /** The community's updates, as far as they are not there any more as they were. */
  async function layUpdates(community: string) {
    await takeBack();
    const { update = '', pendingUpdate = '' } = updates.get(community) ?? {};
    for (const old of await store.updateDrafts.list(community))
      await store.updateDrafts.remove(community, old.id, old.version);
    const isThere = (await store.updates.outdated(community)).some((one) => one.update === update);
    const isPending = (await store.updates.get(pendingUpdate)) !== undefined;
    const laid = {
      update: isThere ? update : await keepUpdate(community),
      pendingUpdate: isPending ? pendingUpdate : (await store.updates.post(ferryUpdate(community, start * 2))).id,
    };
    updates.set(community, laid);
    return laid;
  }

  /** A correction goes to whoever had a copy, which is nobody; what it makes outdated is noted all the same. */
  async function keepUpdate(community: string): Promise<string> {
    const kept = await store.updates.keep(ferryUpdate(community, start));
    await store.updates.revise(correction(kept));
    return kept.id;
  }

  const ferryUpdate = (community: string, publishAt: number) =>
    newUpdate(community, newId(), {
      writing: updateWriting({ outdates: [ownEntry], topics: [], parties: [] }),
      publishAt,
    });

  async function lay(actor: Pick<Actor, 'person'>, community: string, chat: Chat | undefined): Promise<Things> {
    for (const old of await store.drafts.list(community)) await store.drafts.remove(community, old.id, old.version);
    for (const old of await store.imports.list(community)) await store.imports.remove(community, old.id);
    const id = newId();
    await store.reports.add(
      report(community, id, { by: { platform: 'console', id, name: 'A member' }, text: `${secret} says a member` }),
    );
    const asked = store.gaps.add(
      {
        community,
        folded: gapQuestion.toLowerCase().replace('?', ''),
        question: gapQuestion,
        language: 'en',
        outcome: 'none',
        nearest: '',
      },
      '2026-11-22',
      100,
    );
    // Who asks for them has them written at once, rather than soon.
    await Promise.all([asked, store.gaps.list(community)]);
    return {
      community,
      chat: chat ? `${chat.platform}:${chat.id}` : 'discord:1',
      own: await addDraft(community, actor.person, 'editing'),
      waiting: await addDraft(community, somebodyElse, 'review'),
      report: id,
      imported: await addImport(community, actor.person, 'open'),
      otherImport: await addImport(community, somebodyElse, 'review'),
      ...(await addSubscription(community, actor.person, chat)),
      ...(await layUpdates(community)),
      ownUpdate: await addUpdateDraft(community, actor.person, 'editing'),
      waitingUpdate: await addUpdateDraft(community, somebodyElse, 'review'),
    };
  }

  /** Everything that is kept, as text, but for who leads the delivery, which the program writes down by itself. */
  function dump(): string {
    const tables = reader
      .prepare("select name from sqlite_master where type = 'table' and name <> 'terms' order by name")
      .all();
    return JSON.stringify(
      (tables as { name: string }[]).map(({ name }) => [name, reader.prepare(`select * from "${name}"`).all()]),
    );
  }

  return {
    store,
    settle,
    lay,
    dump,
    /** Long enough for every limit on how much may be asked. */
    wait: () => {
      clock.now += 3 * 60_000;
    },
    boot(environment: Record<string, string>) {
      program = startProgram({ environment: { ...environment, DATA_DIR: folder }, now: () => new Date(clock.now) });
      return program;
    },
    async close() {
      await program?.stop();
      reader.close();
      await store.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

export type Town = Awaited<ReturnType<typeof buildTown>>;
