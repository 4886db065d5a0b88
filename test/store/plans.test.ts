import Sqlite from 'better-sqlite3';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { openStore } from '../../src/store/open.ts';
import { sqliteFile } from './databases.ts';
import { act, at, bareAct, change, draft, group, guild, ivan, olha, report, stagedImport } from './things.ts';

const asked = new Set<string>();
beforeEach(() => {
  const { prepare } = Sqlite.prototype;
  vi.spyOn(Sqlite.prototype, 'prepare').mockImplementation(function (this: Sqlite.Database, statement: string) {
    asked.add(statement);
    return prepare.call(this, statement) as never;
  });
});
afterEach(() => {
  vi.restoreAllMocks();
});

it('finds every row by an index', async () => {
  const { options, drop } = await sqliteFile();
  const store = await openStore(options);
  asked.clear();
  const { communities, people, entries, drafts, imports, dialogues, reports, gaps, votes, audit } = store;
  const { id, settings } = await communities.of(guild, at);
  await communities.of(group, at);
  await communities.change(id, settings, { ...settings, approvals: 1 }, act(id));
  await communities.makeLink(id, 'hash', at + 1, act(id));
  await communities.useLink('hash', group, at, bareAct());
  await communities.unlink(group, at, bareAct());
  await communities.rename(guild, 'Lviv talks');
  await communities.workedFor(ivan);
  await communities.moveChat(group, { platform: 'telegram', id: '-2' });
  await people.choose(ivan, { language: 'uk', worksFor: id });
  await people.choices(ivan);
  const kept = await drafts.add(draft(id, 'aaaaaaaa'), 9);
  await drafts.change({ ...kept, state: 'review' }, act(id));
  await drafts.get(id, 'aaaaaaaa');
  await drafts.list(id);
  await drafts.list(id, 'review');
  await entries.change([change(id)], [act(id)], { id: 'aaaaaaaa', version: 2 });
  await drafts.remove(id, 'aaaaaaaa', 2).catch(() => {});
  await entries.all(id);
  await entries.item(id, { kind: 'entry', key: 'ceasefire' });
  await entries.revisions(id, { kind: 'entry', key: 'ceasefire' });
  await imports.add(stagedImport(id, 'bbbbbbbb'), 9);
  await imports.submit(id, 'bbbbbbbb', act(id));
  await imports.get(id, 'bbbbbbbb');
  await imports.list(id);
  await entries.change([change(id, 'other')], [], { staged: 'bbbbbbbb' });
  await imports.removeBefore(at);
  await dialogues.put({ chat: group, person: '7', state: 1, changedAt: at });
  await dialogues.get(group, '7');
  await dialogues.remove(group, '7');
  await dialogues.removeBefore(at);
  await reports.add(report(id, 'r1'));
  await reports.open(id);
  await reports.get(id, 'r1');
  await reports.settle(id, 'r1', 'mended', act(id));
  const gap = { community: id, language: 'uk', outcome: 'none', nearest: '' } as const;
  for (const folded of ['a', 'b']) await gaps.add({ ...gap, folded, question: folded }, '2026-11-20', 1);
  await gaps.list(id);
  await gaps.remove(id, ['a'], act(id));
  await gaps.removeBefore('2026-08-20');
  await gaps.clear(id);
  await votes.cast({ community: id, entry: 'a', by: olha, helpful: true, at });
  await votes.counts(id);
  await audit.list(id, 5, 9);
  await people.kept(ivan);
  await people.erase(ivan);
  await store.close();

  const file = new Sqlite(options.file);
  const scans: string[] = [];
  for (const statement of [...asked].filter((one) => /^(select|insert|update|delete)/iu.test(one))) {
    const none = Array.from(statement.matchAll(/\?/gu), () => null);
    const plan = file.prepare(`explain query plan ${statement}`).all(...none) as { detail: string }[];
    for (const { detail } of plan) {
      if (/^SCAN (?!CONSTANT ROW|\d+-ROW VALUES)/u.test(detail)) scans.push(`${detail}: ${statement}`);
    }
  }
  file.close();
  await drop();
  expect(asked.size).toBeGreaterThan(50);
  expect(scans).toEqual([]);
});
