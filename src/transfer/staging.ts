import type { ReceivedFile } from '../core/answer.ts';
import type { Caller } from '../core/command.ts';
import { isSamePerson } from '../core/community.ts';
import type { FieldDifference } from '../core/difference.ts';
import { UserError } from '../core/errors.ts';
import { type ImportLine, mostImportedItems, type OpenImport, type Staged, type Transfer } from '../core/transfer.ts';
import { typedLine } from '../core/typed-text.ts';
import { titled } from '../core/views/draft.ts';
import type { Writing } from '../core/writing.ts';
import { Gone, TooMany } from '../store/failures.ts';
import type { ListedImport, StagedImport, StagedItem, Store } from '../store/store.ts';
import { archiveLimits, tooLarge } from './archive.ts';
import { changedFields } from './changed-fields.ts';
import { importKeptMs } from './kept.ts';
import type { Plan } from './plan.ts';
import { type Ground, groundOf, type PlanningParts, planned } from './planning.ts';
import { type Received, readReceived } from './received.ts';
import type { SourceGround } from './sourcing.ts';

export interface StagingParts extends PlanningParts {
  store: Pick<Store, 'entries' | 'imports' | 'communities'>;
  now: () => number;
  /** Eight characters of a-z and 0-9. */
  newId: () => string;
  /** What one writing says differently from another, word by word. */
  differenceOf(before: Writing | undefined, after: Writing, ground: SourceGround): FieldDifference[];
}

export type Staging = Pick<Transfer, 'stage' | 'open' | 'difference' | 'again' | 'waiting'> & {
  /** An import as it is kept, for who may see it. */
  kept(caller: Caller, id: string): Promise<StagedImport>;
  /** The same as it stands against what is there now. */
  opened(caller: Caller, staged: StagedImport, ground: Ground): Promise<OpenImport>;
};

/** In one community. */
const mostImports = 5;
/** What all texts of an import take as JSON, in bytes. */
const mostBytes = 5_000_000;
/** Files on their way in: from what was sent to what waits for a word. */
export function createStaging(parts: StagingParts): Staging {
  const { store, now, newId } = parts;
  /** Communities of which a file is being read: one at a time keeps nobody else waiting. */
  const reading = new Set<string>();

  const isKept = (staged: Pick<ListedImport, 'state' | 'by' | 'at'>, caller: Caller): boolean =>
    staged.at >= now() - importKeptMs && (staged.state === 'review' || isSamePerson(staged.by, caller.person));

  async function kept(caller: Caller, id: string): Promise<StagedImport> {
    const staged = await store.imports.get(caller.community.id, id);
    if (!staged || !isKept(staged, caller)) throw new UserError('error-import-gone');
    return staged;
  }

  async function opened(caller: Caller, staged: StagedImport, { thereOf }: Ground): Promise<OpenImport> {
    const { id, file, by, state, unchanged, items } = staged;
    const lines = items.map((item) => lineOf(item, thereOf(item), caller));
    return {
      id,
      file,
      by,
      isMine: isSamePerson(by, caller.person),
      state,
      needsReview: (await approvalsOf(caller, parts)) > 0,
      lines,
      unchanged,
      stale: lines.filter((_, i) => thereOf(items[i] as StagedItem).revision !== items[i]?.base),
    };
  }

  /** Keeps what would be changed, if anything; in place of `replaces`. */
  async function keep(
    caller: Caller,
    { changes, unchanged }: Plan,
    ground: Ground,
    about: Pick<StagedImport, 'by' | 'file' | 'state'>,
    replaces?: string,
  ): Promise<Staged> {
    const community = caller.community.id;
    if (changes.length === 0) {
      if (replaces !== undefined) await store.imports.remove(community, replaces).catch(isGone);
      return { kind: 'nothing', unchanged };
    }
    const items = changes.map(({ kind, key, base, writing }): StagedItem => ({ kind, key, base, writing }));
    if (Buffer.byteLength(JSON.stringify(items)) > mostBytes) throw tooLarge();
    const staged: StagedImport = { ...about, id: newId(), community, items, unchanged, at: now() };
    await store.imports.removeBefore(now() - importKeptMs);
    await store.imports.add(staged, mostImports, replaces).catch((error: unknown) => {
      if (error instanceof Gone) throw new UserError('error-import-gone');
      throw error instanceof TooMany ? new UserError('error-imports-many', { limit: mostImports }) : error;
    });
    return { kind: 'staged', open: await opened(caller, staged, ground) };
  }

  async function read(caller: Caller, file: ReceivedFile): Promise<Staged> {
    const name = typedLine(file.name).slice(0, 80);
    const received = await readReceived(name, await file.read(archiveLimits.size));
    if (received.items.length > mostImportedItems)
      throw new UserError('import-too-many', { count: received.items.length, limit: mostImportedItems });
    if (received.items.length + received.problems.length === 0) throw new UserError('import-unknown');
    const ground = await groundOf(caller, parts);
    const plan = await planned(received, ground);
    const problems = [...received.problems, ...plan.problems];
    if (problems.length > 0) return { kind: 'problems', problems };
    return await keep(caller, plan, ground, { by: caller.person, file: name, state: 'open' });
  }

  return {
    kept,
    opened,

    async stage(caller, file) {
      const { id } = caller.community;
      if (reading.has(id)) throw new UserError('error-import-busy');
      reading.add(id);
      return await read(caller, file).finally(() => reading.delete(id));
    },

    async open(caller, id) {
      return await opened(caller, await kept(caller, id), await groundOf(caller, parts));
    },

    async difference(caller, id, number) {
      const staged = await kept(caller, id);
      const item = staged.items[number - 1];
      if (!item) throw new UserError('error-old-button');
      const ground = await groundOf(caller, parts);
      const there = ground.thereOf(item);
      const difference = parts.differenceOf(there.writing, item.writing, ground);
      return { line: lineOf(item, there, caller), difference };
    },

    async again(caller, id) {
      const staged = await kept(caller, id);
      const ground = await groundOf(caller, parts);
      const plan = await planned(receivedBefore(staged), ground);
      if (plan.problems.length > 0) return { kind: 'problems', problems: plan.problems };
      const unchanged = staged.unchanged + plan.unchanged;
      return await keep(caller, { ...plan, unchanged }, ground, staged, id);
    },

    async waiting(caller) {
      const all = await store.imports.list(caller.community.id);
      return all
        .filter((one) => isKept(one, caller))
        .map(({ id, file, by, state, count }) => {
          return { id, file, by, isMine: isSamePerson(by, caller.person), state, count };
        });
    },
  };
}

/** How many others have to agree, as the community has it now. */
export async function approvalsOf(
  { community }: Caller,
  { store }: { store: Pick<Store, 'communities'> },
): Promise<0 | 1> {
  const current = await store.communities.byId(community.id);
  return (current ?? community).settings.approvals;
}

/** What is kept of a file, to be looked at again: its texts are named by what they are. */
export const receivedBefore = ({ items }: StagedImport): Omit<Received, 'problems'> => ({
  items: items.map(({ kind, key, writing }) => ({ kind, key, writing })),
  entries: new Set(items.filter(({ kind }) => kind === 'entry').map(({ key }) => key)),
  fileOf: ({ key }) => key,
  isTidy: true,
});

function lineOf(item: StagedItem, { state, writing }: ReturnType<Ground['thereOf']>, caller: Caller): ImportLine {
  const does = state === 'none' ? 'add' : state === 'retired' ? 'restore' : 'change';
  const { kind, key } = item;
  const title = titled(item, titleOf(item, caller), caller);
  return { kind, key, title, does, fields: does === 'change' ? changedFields(writing, item.writing) : [] };
}

function titleOf({ key, writing }: StagedItem, { language }: Caller): string {
  if (writing.kind !== 'entry') return key;
  return (writing.text[language] ?? writing.text[writing.original])?.question ?? key;
}

/** Somebody else has removed it: that was wanted. */
function isGone(error: unknown): void {
  if (!(error instanceof Gone)) throw error;
}
