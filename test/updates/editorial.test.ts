import { describe, expect, it } from 'vitest';
import type { UpdateWriting } from '../../src/core/update.ts';
import type { Settlement } from '../../src/store/store.ts';
import { testSubscription } from '../builders/subscription.ts';
import { elsewhere, guild, newsroom, nextTalks, talksResume } from '../editing/newsroom.ts';

const fresh = { update: undefined, language: undefined };

/** A newsroom in which moderators are known as the dispatcher sees them. */
async function staffed() {
  const room = await newsroom();
  for (const id of ['anna', 'boris']) room.moderator(id);
  room.moderator('eve', elsewhere);
  const [anna, boris, eve] = [
    await room.caller('anna'),
    await room.caller('boris'),
    await room.caller('eve', elsewhere),
  ];
  return { ...room, anna, boris, eve };
}

type Room = Awaited<ReturnType<typeof staffed>>;

async function posted({ updates, anna, pass }: Room, values: Record<string, string> = {}): Promise<string> {
  const draft = await updates.begin(anna, fresh, 0, { ...talksResume, ...values });
  const outcome = await updates.publish(anna, draft.id, draft.version);
  await pass(60);
  return outcome.kind === 'done' ? outcome.update.id : '';
}

type Ending = Settlement extends infer S ? (S extends unknown ? Omit<S, 'id' | 'at'> : never) : never;

/** Lets the dispatcher deal with everything in its queue: the first is settled by the first of `outcomes`, and so on. */
async function deliver({ store, clock }: Room, outcomes: Ending[]) {
  const leadership = await store.outbox.lead(1000);
  const term = leadership?.term ?? 0;
  const at = clock.now;
  const claimed = await Promise.all(
    (['discord', 'telegram'] as const).map((platform) =>
      store.outbox.claim({ platform, term, most: 100, now: at, leaseUntil: at + 60_000 }),
    ),
  );
  const all = claimed.flat().sort((a, z) => a.destination.localeCompare(z.destination));
  await store.outbox.start(
    all.map(({ id }) => id),
    term,
    at,
  );
  const settlements = all.slice(0, outcomes.length).map(({ id }, i) => ({ id, at, ...outcomes[i] }) as Settlement);
  await store.outbox.settle(term, settlements);
  await leadership?.resign();
}

const sent = (id: string) => ({ state: 'sent', message: { channel: 'c', id } }) as const;

describe('acts on updates', () => {
  it('are written down, and told in the log channel with the way to what they are about', async () => {
    const room = await staffed();
    const { updates, anna, boris, store, settle, caller } = room;
    await settle(guild, { logChat: { platform: 'discord', id: 'log' } });
    const logged = { ...anna, community: (await caller('anna')).community };
    const id = await posted({ ...room, anna: logged });
    const begin = async (text: string) =>
      await updates.begin(logged, { update: id, language: undefined }, 1, { text, correction: 'The fourth.' });
    const edit = await begin('On 4 March.');
    await updates.publish(logged, edit.id, edit.version);
    const taken = await updates.begin(logged, fresh, 0, { ...talksResume, title: 'Too soon' });
    const done = await updates.publish(logged, taken.id, taken.version);
    await updates.undo(logged, done.kind === 'done' ? done.update.id : '');
    await settle(guild, { approvals: 1 });
    for (const act of ['giveBack', 'reject'] as const) {
      const draft = await updates.begin(logged, fresh, 0, { ...talksResume, title: act });
      await updates.submit(logged, draft.id, draft.version);
      await updates[act](boris, draft.id, 2, 'No.');
    }
    const waiting = await updates.begin(logged, fresh, 0, { ...talksResume, title: 'Agreed' });
    await updates.submit(logged, waiting.id, waiting.version);
    await updates.approve({ ...boris, community: logged.community }, waiting.id, 2);
    await updates.retract(logged, id, 'A hoax.');

    const acts = await store.audit.list(anna.community.id, 20);
    const ours = acts.filter(({ act }) => act.startsWith('update.')).reverse();
    expect(ours.map(({ act, by, subject, detail }) => [act, by?.id, subject, detail])).toEqual([
      ['update.post', 'anna', talksResume.title, undefined],
      ['update.edit', 'anna', talksResume.title, { revision: 2, reason: 'The fourth.' }],
      ['update.post', 'anna', 'Too soon', undefined],
      ['update.undo', 'anna', 'Too soon', undefined],
      ['update.submit', 'anna', 'giveBack', undefined],
      ['update.return', 'boris', 'giveBack', { reason: 'No.' }],
      ['update.submit', 'anna', 'reject', undefined],
      ['update.reject', 'boris', 'reject', { reason: 'No.' }],
      ['update.submit', 'anna', 'Agreed', undefined],
      ['update.approve', 'boris', 'Agreed', undefined],
      ['update.retract', 'anna', talksResume.title, { reason: 'A hoax.' }],
    ]);
    expect(room.posted.map(({ text }) => text.split(' — ')[2])).toEqual([
      'posted the update “Talks resume in Istanbul”',
      'corrected the update “Talks resume in Istanbul” (revision: 2, reason: The fourth.)',
      'posted the update “Too soon”',
      'took back the update “Too soon” before it was sent',
      'sent the update “giveBack” for review',
      'sent the update “reject” for review',
      'sent the update “Agreed” for review',
      'approved and published the update “Agreed”',
      'retracted the update “Talks resume in Istanbul” (reason: A hoax.)',
    ]);
    expect(room.posted.map(({ answer }) => answer.buttons?.[0]).map((one) => one && 'call' in one && one.call)).toEqual(
      [
        { command: 'update status', args: { update: id } },
        { command: 'news', args: { id } },
        { command: 'update status', args: { update: expect.any(String) } },
        ...Array.from({ length: 4 }, () => undefined),
        { command: 'update status', args: { update: expect.any(String) } },
        { command: 'news', args: { id } },
      ],
    );
  });

  it('tell the dispatcher that there is something to do', async () => {
    const room = await staffed();
    const { updates, anna, wakings } = room;
    const id = await posted(room);
    expect(wakings()).toBe(1);
    const edit = await updates.begin(anna, { update: id, language: 'uk' }, 1, { title: 'Переговори', text: 'Так.' });
    await updates.publish(anna, edit.id, edit.version);
    await updates.retract(anna, id, 'A hoax.');
    expect(wakings()).toBe(3);
  });

  it('leave a draft as it is where the database gives way', async () => {
    const room = await staffed();
    const { updates, anna, store, wakings } = room;
    const draft = await updates.begin(anna, fresh, 0, talksResume);
    const { post } = store.updates;
    Object.assign(store.updates, { post: () => Promise.reject(new Error('The disk is full.')) });
    await expect(updates.publish(anna, draft.id, draft.version)).rejects.toThrow('The disk is full.');
    Object.assign(store.updates, { post });
    expect(await updates.draft(anna, draft.id)).toMatchObject({ version: draft.version, title: talksResume.title });
    expect(wakings()).toBe(0);
  });
});

describe('a retraction', () => {
  it('comes through while somebody corrects the update', async () => {
    const room = await staffed();
    const { updates, anna, boris, store } = room;
    const id = await posted(room);
    const { revise } = store.updates;
    const edit = await updates.begin(boris, { update: id, language: undefined }, 1, { text: 'No.', correction: 'No.' });
    Object.assign(store.updates, {
      async revise(...given: Parameters<typeof revise>) {
        Object.assign(store.updates, { revise });
        await updates.publish(boris, edit.id, edit.version);
        return await revise(...given);
      },
    });
    await updates.retract(anna, id, 'A hoax.');
    const revisions = await store.updates.revisions(id);
    expect(revisions.map(({ intent }) => intent)).toEqual(['retract', 'edit', 'post']);
  });

  it('is refused for what is still within its undo window', async () => {
    const { updates, anna } = await staffed();
    const draft = await updates.begin(anna, fresh, 0, talksResume);
    const outcome = await updates.publish(anna, draft.id, draft.version);
    const id = outcome.kind === 'done' ? outcome.update.id : '';
    await expect(updates.retract(anna, id, 'A hoax.')).rejects.toMatchObject({ key: 'error-update-unsent' });
  });
});

describe('a draft', () => {
  it('says how many places would get it', async () => {
    const room = await staffed();
    const { updates, anna, eve, store } = room;
    const own = { community: anna.community.id };
    await store.subscriptions.put(testSubscription('s0000001', own));
    await store.subscriptions.put(testSubscription('s0000002', { ...own, topics: ['nato'] }));
    await store.subscriptions.put(testSubscription('s0000003', { ...own, importance: 'breaking' }));
    await store.subscriptions.put(testSubscription('s0000004', { community: eve.community.id }));
    const draft = await updates.begin(anna, fresh, 0, talksResume);
    expect(draft.audience).toBe(1);
    expect((await updates.save(anna, draft.id, { importance: 'breaking' })).audience).toBe(2);
    expect((await updates.save(anna, draft.id, { topics: 'nato, territory' })).audience).toBe(3);
  });

  it('keeps what was named and is no longer there', async () => {
    const room = await staffed();
    const { updates, anna, store } = room;
    const id = await posted(room);
    const kept = await store.updates.get(id);
    const writing: UpdateWriting = { ...(kept?.writing as UpdateWriting), outdates: ['gone-entry'], topics: ['gone'] };
    const change = { id, community: anna.community.id, base: 1, intent: 'edit', writing, author: anna.person } as const;
    await store.updates.revise({ ...change, at: 0, reason: '', isSilent: true });
    const draft = await updates.begin(anna, { update: id, language: undefined }, 2, { correction: 'The place.' });
    expect(draft.problems).toEqual([]);
    expect(draft.preview?.writing).toMatchObject({ outdates: ['gone-entry'], topics: [] });
  });

  it('is one of at most 20, and no form is opened for one more', async () => {
    const { updates, anna } = await staffed();
    for (let i = 0; i < 20; i++) await updates.begin(anna, fresh, 0, talksResume);
    const tooMany = { key: 'error-drafts-many', values: { limit: 20 } };
    await expect(updates.open(anna, fresh)).rejects.toMatchObject(tooMany);
    await expect(updates.begin(anna, fresh, 0, talksResume)).rejects.toMatchObject(tooMany);
  });

  it.each([
    ['stars', '*'.repeat(3000)],
    ['strong beginnings', '**a '.repeat(700)],
    ['brackets', '['.repeat(3000)],
    ['emphasis', `${'*a '.repeat(400)}${' a*'.repeat(400)}`],
    ['many small lines', 'a\n\n'.repeat(900)],
    ['half a surrogate', 'a\ud800b'],
  ])('of odd text is told what is wrong, or is shown: %s', async (_, text) => {
    const { updates, anna } = await staffed();
    const draft = await updates.begin(anna, fresh, 0, { ...talksResume, text });
    expect(draft.problems.length > 0).toBe(draft.preview === undefined);
  });

  it('made with a button of another revision is not taken', async () => {
    const room = await staffed();
    const { updates, anna } = room;
    const id = await posted(room);
    for (const base of [0, 2, 1.5, Number.NaN])
      await expect(updates.begin(anna, { update: id, language: undefined }, base, {})).rejects.toMatchObject({
        key: 'error-old-button',
      });
    await expect(updates.begin(anna, fresh, 1, talksResume)).rejects.toMatchObject({ key: 'error-old-button' });
  });
});

describe('how far an update has come', () => {
  async function underWay() {
    const room = await staffed();
    const { store, anna } = room;
    const own = { community: anna.community.id };
    const telegram = { platform: 'telegram', chat: '-1001', channel: '-1001' } as const;
    for (let i = 1; i <= 5; i++) await store.subscriptions.put(testSubscription(`s000000${i}`, own));
    await store.subscriptions.put(testSubscription('s0000006', { ...own, place: telegram }));
    return { ...room, id: await posted(room) };
  }

  it('is told by platform, with the reasons in words and the next try', async () => {
    const room = await underWay();
    const { updates, anna, id, clock } = room;
    expect(await updates.status(anna, id)).toMatchObject({
      platforms: [
        { platform: 'discord', counts: { delivered: 0, waiting: 5, held: 0, failed: 0, uncertain: 0 } },
        { platform: 'telegram', counts: { waiting: 1 } },
      ],
      reasons: [],
      nextAt: undefined,
      isOver: false,
    });
    const dueAt = clock.now + 30_000;
    await deliver(room, [
      sent('1'),
      { state: 'later', dueAt, reason: 'rate-limit', isAttempt: false },
      { state: 'failed', reason: 'Discord 50035' },
      { state: 'failed', reason: 'Discord 50035' },
      { state: 'held', reason: 'right-send-messages' },
      { state: 'uncertain', reason: 'interrupted' },
    ]);
    const status = await updates.status(anna, id);
    expect(status.platforms).toEqual([
      { platform: 'discord', counts: { delivered: 1, waiting: 1, held: 1, failed: 2, uncertain: 0 } },
      { platform: 'telegram', counts: { delivered: 0, waiting: 0, held: 0, failed: 0, uncertain: 1 } },
    ]);
    expect(status.reasons[0]).toEqual({ outcome: 'failed', reason: 'Discord 50035', count: 2 });
    expect(status.reasons).toContainEqual({ outcome: 'waiting', reason: 'the platform wants a pause', count: 1 });
    expect(status.reasons).toContainEqual({
      outcome: 'uncertain',
      reason: 'Parley was stopped while it was being sent',
      count: 1,
    });
    expect(status.reasons.find(({ outcome }) => outcome === 'held')?.reason).toContain('Send Messages');
    expect([status.nextAt, status.isOver]).toEqual([dueAt, false]);
  });

  it('brings itself up to date until nothing more will happen', async () => {
    const room = await underWay();
    const { updates, anna, id, moderator, clock } = room;
    const reader = moderator('anna');
    const said = await reader.send({ command: 'update status', args: { update: id } });
    expect(said).toContain('On its way…\n · delivered · waiting\nDiscord · 0 · 5\nTelegram · 0 · 1');
    expect(reader.answer.refreshAfterMs).toBe(5000);
    const later = { state: 'later', dueAt: clock.now + 30_000, reason: 'quiet-hours', isAttempt: false } as const;
    await deliver(room, [sent('1'), sent('2'), sent('3'), sent('4'), sent('5'), later]);
    const next = await reader.send({ command: 'update status', args: { update: id } });
    expect(next).toContain('Discord · 5 · 0\nTelegram · 0 · 1\nWhy\n1 × waiting: quiet hours there');
    expect(next).toContain('Next try: 1 Mar 2026, 12:01');
    await room.pass(30);
    await room.store.outbox.promote(clock.now, 10);
    await deliver(room, [sent('6')]);
    expect((await updates.status(anna, id)).isOver).toBe(true);
    await reader.send({ command: 'update status', args: { update: id } });
    expect(reader.answer.refreshAfterMs).toBeUndefined();
  });

  it('may be mended: what failed, or is uncertain, is sent again by a press', async () => {
    const room = await underWay();
    const { updates, anna, id, moderator, wakings, store } = room;
    const failed = { state: 'failed', reason: 'Discord 50035' } as const;
    await deliver(room, [failed, failed, sent('3'), sent('4'), sent('5'), { state: 'uncertain', reason: 'network' }]);
    const reader = moderator('boris');
    await reader.send({ command: 'update status', args: { update: id } });
    expect(reader.labels).toEqual([
      'Show it',
      '🔁 Send failed ones again',
      '🔁 Send uncertain ones again',
      '✏️ Correct it',
      '✖ Retract it',
      'Updates',
    ]);
    const before = wakings();
    expect(await reader.press('🔁 Send failed ones again')).toContain('2 are sent again.');
    expect(wakings()).toBe(before + 1);
    expect(reader.labels).not.toContain('🔁 Send failed ones again');
    expect(await reader.press('🔁 Send uncertain ones again')).toContain('1 is sent again.');
    expect(await updates.resend(anna, id, 'failed')).toBe(0);
    const acts = await store.audit.list(anna.community.id, 2);
    expect(acts.map(({ act, detail }) => [act, detail])).toEqual([
      ['update.resend', { which: 'uncertain' }],
      ['update.resend', { which: 'failed' }],
    ]);
    await expect(updates.resend(room.eve, id, 'failed')).rejects.toMatchObject({ key: 'error-no-update' });
  });
});

describe('an announcement', () => {
  it('stays within what an update takes, however much has changed', async () => {
    const { updates, editing, anna } = await staffed();
    const subject = { kind: 'entry', key: '', language: 'en' } as const;
    const long = (word: string) => `${word} * _ `.repeat(330).trim();
    const first = await editing.begin(anna, subject, 0, { ...nextTalks, answer: long('before') });
    const outcome = await editing.publish(anna, first.id, first.version);
    if (outcome.kind !== 'done') throw new Error('The entry is not published.');
    const again = await editing.begin(anna, { ...outcome.item, language: 'en' }, 1, { answer: long('after') });
    await editing.publish(anna, again.id, again.version);
    const opened = await updates.openAnnouncement(anna, outcome.item);
    expect(opened.values.text?.length).toBeGreaterThan(1500);
    expect(opened.read(opened.values).problems).toEqual([]);
  });
});

describe('what readers may see', () => {
  it('holds neither who wrote it nor where it comes from', async () => {
    const room = await staffed();
    const { updates, anna, eve } = room;
    const id = await posted(room);
    const shown = await updates.shown(anna, id);
    expect(shown).toMatchObject({ id, state: 'published' });
    expect(JSON.stringify([shown, await updates.latest(anna, undefined)])).not.toMatch(/"anna"|contentId|"author":\{/u);
    expect(await updates.shown(eve, id)).toBeUndefined();
    expect(await updates.latest(eve, undefined)).toEqual([]);
  });
});
