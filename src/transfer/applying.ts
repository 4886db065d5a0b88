import type { Caller } from '../core/command.ts';
import { type Community, isSamePerson } from '../core/community.ts';
import { UserError } from '../core/errors.ts';
import type { ImportEffect, Transfer } from '../core/transfer.ts';
import { reservedNames } from '../core/writing.ts';
import { Gone, NameTaken, Stale } from '../store/failures.ts';
import type { Act, Change, StagedImport } from '../store/store.ts';
import type { News } from './news.ts';
import type { PlannedChange } from './plan.ts';
import { groundOf, planned } from './planning.ts';
import { approvalsOf, receivedBefore, type Staging, type StagingParts } from './staging.ts';

export interface ApplyingParts extends StagingParts {
  news: News;
  /** Resolves when the community is served what has changed. */
  changed(community: Pick<Community, 'id'>): Promise<void>;
}

/** What becomes of an import: done by who sent the file or, where another one has to agree, by them. */
export function createApplying(
  { kept, opened }: Staging,
  parts: ApplyingParts,
): Pick<Transfer, 'submit' | 'apply' | 'discard'> {
  const { store, news, now, changed } = parts;

  async function permitted(caller: Caller, id: string): Promise<StagedImport> {
    const staged = await kept(caller, id);
    if (isSamePerson(staged.by, caller.person) && (await approvalsOf(caller, parts)) > 0)
      throw new UserError(staged.state === 'review' ? 'error-own-import' : 'error-needs-review');
    return staged;
  }

  const actOn = ({ community, person }: Caller, { file }: StagedImport, act: string, detail?: Act['detail']): Act => ({
    community: community.id,
    by: person,
    at: now(),
    act,
    subject: file,
    ...(detail && { detail }),
  });

  /** The sender may have taken it back, or another moderator may have been first. */
  async function unlessOvertaken<T>(doing: Promise<T>): Promise<T> {
    return await doing.catch((error: unknown) => {
      throw error instanceof Gone ? new UserError('error-import-gone') : error;
    });
  }

  return {
    async submit(caller, id) {
      const staged = await kept(caller, id);
      if (!isSamePerson(staged.by, caller.person)) throw new UserError('error-import-gone');
      const ground = await groundOf(caller, parts);
      if (staged.state === 'open') {
        const act = actOn(caller, staged, 'import.submit', { texts: staged.items.length });
        await unlessOvertaken(store.imports.submit(caller.community.id, id, act));
        news.log(caller, act);
      }
      return await opened(caller, { ...staged, state: 'review' }, ground);
    },

    async apply(caller, id) {
      const staged = await permitted(caller, id);
      const ground = await groundOf(caller, parts);
      const open = await opened(caller, staged, ground);
      if (open.stale.length > 0) return { kind: 'stale', open };
      const { changes, problems } = await planned(receivedBefore(staged), ground);
      if (problems.length > 0) return { kind: 'problems', id, problems };
      const counts = countsOf(changes);
      const act = actOn(caller, staged, 'entry.import', detailOf(counts, staged, caller));
      const writes = changes.map((one) => changeOf(one, staged, caller, act.at));
      try {
        await unlessOvertaken(store.entries.change(writes, [act], { staged: id }));
      } catch (error) {
        if (error instanceof NameTaken) throw new UserError('error-name-taken', { name: error.taken, entry: error.by });
        if (!(error instanceof Stale)) throw error;
        return { kind: 'stale', open: await opened(caller, staged, await groundOf(caller, parts)) };
      }
      await changed(caller.community);
      news.log(caller, act);
      if (!open.isMine) await news.applied(caller, staged);
      return { kind: 'done', counts };
    },

    async discard(caller, id) {
      const staged = await kept(caller, id);
      const isMine = isSamePerson(staged.by, caller.person);
      const act = isMine ? undefined : actOn(caller, staged, 'import.reject');
      await unlessOvertaken(store.imports.remove(caller.community.id, id, act));
      if (!act) return 'own';
      news.log(caller, act);
      return (await news.rejected(caller, staged)) ? 'told' : 'not-told';
    },
  };
}

function changeOf(item: PlannedChange, { by }: StagedImport, caller: Caller, at: number): Change {
  const { kind, key, base, does, writing } = item;
  return {
    kind,
    key,
    community: caller.community.id,
    base,
    intent: does === 'restore' ? 'restore' : 'write',
    writing,
    names: reservedNames(item, writing),
    author: by,
    approvedBy: isSamePerson(by, caller.person) ? undefined : caller.person,
    at,
    reason: caller.t('import-reason'),
  };
}

function countsOf(changes: readonly PlannedChange[]): Record<ImportEffect, number> {
  const count = (does: ImportEffect) => changes.filter((one) => one.does === does).length;
  return { add: count('add'), change: count('change'), restore: count('restore') };
}

/** For the audit log: how many, and whose file it was. */
function detailOf(counts: Record<ImportEffect, number>, { by }: StagedImport, { person }: Caller) {
  const told = { added: counts.add, changed: counts.change, restored: counts.restore };
  const some = Object.fromEntries(Object.entries(told).filter(([, count]) => count > 0));
  return isSamePerson(by, person) ? some : { ...some, author: by.name };
}
