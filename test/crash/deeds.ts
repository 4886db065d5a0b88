import { openStore, type StoreOptions } from '../../src/store/open.ts';
import type { Act, Change, Store } from '../../src/store/store.ts';
import { change, draft, guild, ivan, olha, stagedImport } from '../store/things.ts';

/** What an import brings at once. */
export const importSize = 20;

/**
 * What a moderator may do. Each deed has an id: its act's subject, and the reason of every revision that it makes.
 * In the act's detail, `draft` and `staged` say what it takes away, and `count` how many revisions it makes.
 */
interface Desk {
  store: Store;
  community: string;
  at: number;
  /** An id that no other deed has. */
  next(): string;
  /** Tells the outside that a deed is done. */
  acknowledge(deed: string): void;
  random(): number;
}

/** Does one thing after another until the process ends. */
export async function work(
  options: StoreOptions,
  { run, acknowledge, random }: { run: string; acknowledge(deed: string): void; random(): number },
): Promise<never> {
  const store = await openStore(options);
  acknowledge('ready');
  let count = 0;
  const next = (): string => `${run}-${count++}`;
  const loop = async (chat: string): Promise<never> => {
    const { id: community } = await store.communities.of({ ...guild, id: chat }, 0);
    for (let at = 0; ; at++) {
      const desk: Desk = { store, community, at, next, acknowledge, random };
      const deed = [publish, publish, edited, reviewed, reviewed, imported][Math.floor(random() * 6)];
      await deed?.(desk);
    }
  };
  return await Promise.race([loop('1'), loop('2'), loop('2')]);
}

const act = ({ community, at }: Desk, deed: string, detail: Act['detail'] = {}): Act => ({
  community,
  by: ivan,
  at,
  act: 'entry.publish',
  subject: deed,
  detail: { count: 1, ...detail },
});

const named = ({ community, at }: Desk, key: string, deed: string, made: Partial<Change> = {}): Change =>
  change(community, key, { names: [key, `also ${key}`], reason: deed, at, ...made });

async function publish(desk: Desk): Promise<string> {
  const deed = desk.next();
  await desk.store.entries.change([named(desk, `entry-${deed}`, deed)], [act(desk, deed)]);
  desk.acknowledge(deed);
  return `entry-${deed}`;
}

/** Published, changed, and half of the time retired. */
async function edited(desk: Desk): Promise<void> {
  const key = await publish(desk);
  const deed = desk.next();
  const intent = desk.random() < 0.5 ? 'write' : 'retire';
  await desk.store.entries.change([named(desk, key, deed, { base: 1, intent })], [act(desk, deed)]);
  desk.acknowledge(deed);
}

/** Typed, sent for review, and approved by another moderator. */
async function reviewed(desk: Desk): Promise<void> {
  const { store, community } = desk;
  const id = randomId(desk);
  const typed = await store.drafts.add(draft(community, id), 10_000);
  desk.acknowledge(`draft ${id}`);
  const sent = desk.next();
  const waiting = await store.drafts.change(
    { ...typed, state: 'review' },
    { ...act(desk, sent, { count: 0 }), act: 'draft.send' },
  );
  desk.acknowledge(sent);
  const deed = desk.next();
  const approved = named(desk, `entry-${deed}`, deed, { author: ivan, approvedBy: olha });
  await store.entries.change([approved], [act(desk, deed, { draft: id })], waiting);
  desk.acknowledge(deed);
}

/** Read from a file, shown, and then made as a whole. */
async function imported(desk: Desk): Promise<void> {
  const { store, community } = desk;
  const id = randomId(desk);
  await store.imports.add(stagedImport(community, id, { state: 'review' }), 10_000);
  desk.acknowledge(`staged ${id}`);
  const deed = desk.next();
  const changes = Array.from({ length: importSize }, (_, i) => named(desk, `entry-${deed}-${i}`, deed));
  await store.entries.change(changes, [act(desk, deed, { count: importSize, staged: id })], { staged: id });
  desk.acknowledge(deed);
}

const randomId = ({ random }: Desk): string =>
  Math.floor(random() * 36 ** 8)
    .toString(36)
    .padStart(8, '0');
