import Sqlite from 'better-sqlite3';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { openStore } from '../../src/store/open.ts';
import type { Leadership, Store } from '../../src/store/store.ts';
import { sqliteFile } from './databases.ts';
import {
  act,
  at,
  bareAct,
  change,
  correction,
  draft,
  group,
  guild,
  ivan,
  newUpdate,
  olha,
  report,
  stagedImport,
  subscription,
  updateDraft,
  updateWriting,
} from './things.ts';

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

/** The scans in the plans of all that was asked, each with its statement. */
async function scans(work: (store: Store) => Promise<void>): Promise<string[]> {
  const { options, drop } = await sqliteFile();
  const store = await openStore(options);
  asked.clear();
  await work(store);
  await store.close();
  const file = new Sqlite(options.file);
  const found: string[] = [];
  for (const statement of [...asked].filter((one) => /^\s*(select|insert|update|delete|with)/iu.test(one))) {
    const none = Array.from(statement.matchAll(/\?/gu), () => null);
    const plan = file.prepare(`explain query plan ${statement}`).all(...none) as { detail: string }[];
    for (const { detail } of plan) {
      if (/^SCAN (?!CONSTANT ROW|\d+-ROW VALUES)/u.test(detail))
        found.push(`${detail}: ${statement.trim().replace(/\s+/gu, ' ')}`);
    }
  }
  file.close();
  await drop();
  return found;
}

it('finds every row by an index', async () => {
  const found = await scans(async (store) => {
    const { communities, people, entries, drafts, imports, dialogues, reports, gaps, votes, stats, audit } = store;
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
    await stats.add([{ community: id, day: '2026-11-20', kind: 'shown', entry: 'a', count: 1 }]);
    await stats.list(id, '2026-11-01', '2026-11-30');
    await stats.deliveries(id, at);
    await stats.removeBefore('2025-11-20');
    await audit.list(id, 5, 9);
    await people.kept(ivan);
    await people.erase(ivan);
  });
  expect(asked.size).toBeGreaterThan(50);
  expect(found).toEqual([]);
});

/** What is only as long as what waits, is in hand or was just found, however much was delivered before. */
const short =
  /^SCAN (\w+ USING (COVERING )?INDEX (deliveries_(ready|later|held|in_hand|uncertain)|subscriptions_(digest|paused))|next|fit|due|unbegun|begun|found|queued)\b|^SCAN \(subquery/u;

it('finds what is owed to whom by an index, and reads all subscriptions only where an update may be for each', async () => {
  const found = await scans(async ({ communities, people, entries, updates, updateDrafts, subscriptions, outbox }) => {
    const { id } = await communities.of(guild, at);
    const digest = '0 9 * * *';
    const { version } = await updateDrafts.add(updateDraft(id, 'draft001'), 9);
    const made = await subscriptions.put(subscription(id, 'place001'), act(id));
    await subscriptions.put(subscription(id, 'other001', { place: made.subscription.place }));
    for (const one of ['place002', 'place003', 'place004']) await subscriptions.put(subscription(id, one));
    await subscriptions.put(subscription(id, 'digest01', { digest }));
    await subscriptions.get('place001');
    await subscriptions.at(made.subscription.place);
    await subscriptions.ofCommunity(id);
    await subscriptions.inChat(guild);
    await subscriptions.change({ ...made.subscription, version: 2 }, act(id));
    await subscriptions.pause('place002', { by: 'platform', reason: 'x', at }, act(id));
    await subscriptions.pausedChats(9);
    await subscriptions.resume('place002', at, at, act(id));
    await subscriptions.end('place004', at, act(id));
    await subscriptions.wait('place001', at);
    await subscriptions.schedules();
    await subscriptions.due({ rule: digest, timeZone: 'Europe/Kyiv' }, at + 1, '', 9);

    const writing = updateWriting({ outdates: ['ceasefire'], topics: ['nato', 'ceasefire'] });
    await updates.post(newUpdate(id, 'update01', { writing }), act(id), { id: 'draft001', version });
    await updates.post(newUpdate(id, 'update02', { publishAt: at + 1 }));
    await updates.undo(id, 'update02', at, updateDraft(id, 'draft002'), act(id));
    await updates.keep(newUpdate('shared', 'update03', { contentId: 'first-answers' }));
    await updates.publishDue(at);
    await updates.post(newUpdate('shared', 'update04'));
    await updates.publishDue(at);
    await updates.get('update01');
    await updates.ofIds(['update01', 'update03']);
    await updates.list([id, 'shared'], { states: ['published'], topic: 'nato', most: 9 });
    await updates.since([id, 'shared'], at - 1, at + 1);
    await updates.ofContent();
    await updates.revisions('update01');
    await updates.outdated(id);
    await updates.settleOutdated(id, { kind: 'entry', key: 'ceasefire' }, act(id));
    await updates.audience(id, writing);
    await updates.mark('content', at);

    const { term, beat } = (await outbox.lead(1)) as Leadership;
    await beat();
    await outbox.enqueueDigests(
      [{ subscription: 'digest01', slotAt: at + 1, updates: ['update01', 'update04'], digestedUntil: at }],
      at,
    );
    await outbox.digest('digest01.1');
    const claim = () => outbox.claim({ platform: 'telegram', term, most: 3, now: at, leaseUntil: at + 1 });
    const claimed = await claim();
    const ids = claimed.map((one) => one.id);
    await outbox.start(ids, term, at);
    const [sent, later, failed] = ids.map((one) => ({ id: one, at }));
    await outbox.settle(term, [
      { id: 0, ...sent, at, state: 'sent', message: { channel: '1', id: 'm1' } },
      { id: 0, ...later, at, state: 'later', dueAt: at, reason: '', isAttempt: false, unknownSince: at },
      { id: 0, ...failed, at, state: 'failed', reason: 'x' },
    ]);
    await claim();
    await outbox.promote(at, 9);
    await outbox.recover(term, at + 1, ['discord']);
    await outbox.cancelHeld(at, at);
    await outbox.resendUncertain(at, at);
    await outbox.depth();
    const update = await updates.get('update01');
    if (update) await updates.revise(correction(update, { intent: 'retract' }), act(id));
    await claim();
    await updates.counts('update01');
    await updates.resend('update01', 'failed', at, act(id));
    await entries.change([change(id)], []);
    await communities.moveChat(group, { platform: 'telegram', id: '-2' });
    await people.kept(olha);
    await people.erase(olha);
    await subscriptions.count();
  });
  expect(asked.size).toBeGreaterThan(100);
  const long = found.filter((one) => !short.test(one)).map((one) => /^SCAN (\w+: \w+ \w+)/u.exec(one)?.[1] ?? one);
  expect([...new Set(long)].sort()).toEqual([
    's: insert into',
    's: update subscriptions',
    'subscriptions: select count',
  ]);
});
