import { describe, expect, it } from 'vitest';
import { createOffice } from './office.ts';

const hourMs = 3_600_000;

describe('a fan-out', () => {
  it('reaches every place on both platforms once, each with the text in its language', async () => {
    const office = await createOffice();
    await office.subscribe('discord', '1');
    await office.subscribe('telegram', '-2', { language: 'uk' });
    await office.subscribe('telegram', '3', { topics: ['nato'] });
    const update = await office.post('Talks begin');
    office.start();
    await office.clock.advance(3000);
    const all = [...office.wires.discord.requests, ...office.wires.telegram.requests];
    expect(all.map(({ did, place }) => `${did} ${place}`)).toEqual(['post 1', 'post -2']);
    for (const { text } of all) expect(text).toContain('Talks begin');
    expect(await office.states(update)).toEqual({ sent: 2 });
    expect(office.faults).toEqual([]);
  });

  it('goes at the pace of each platform, and finishes', async () => {
    const office = await createOffice();
    for (let i = 1; i <= 300; i++) await office.subscribe(i % 2 ? 'discord' : 'telegram', String(i));
    const update = await office.post('Talks begin');
    office.start();
    await office.clock.advance(12_000);
    expect(await office.states(update)).toEqual({ sent: 300 });
    const { requests } = office.wires.telegram;
    const within = (from: number) => requests.filter(({ at }) => at >= from && at < from + 1000).length;
    expect(Math.max(...requests.map(({ at }) => within(at)))).toBe(30);
  });

  it('sends breaking news before what is routine, however much of that waits', async () => {
    const office = await createOffice();
    for (let i = 1; i <= 200; i++) await office.subscribe('telegram', String(i));
    await office.post('Routine');
    office.start();
    await office.clock.advance(1500);
    const before = office.wires.telegram.requests.length;
    await office.post('Breaking', { importance: 'breaking' });
    office.wake();
    await office.clock.advance(9000);
    const after = office.wires.telegram.requests.slice(before);
    const firstBreaking = after.findIndex(({ text }) => text.includes('Breaking'));
    expect(firstBreaking).toBeLessThan(70);
    const between = after.slice(firstBreaking, firstBreaking + 200).filter(({ text }) => text.includes('Routine'));
    // Only while the chats that are next have just had a message, and must wait for their second.
    expect(between.length).toBeLessThan(5);
  });

  it('lets communities take turns', async () => {
    const office = await createOffice();
    const big = await office.store.communities.of({ platform: 'telegram', id: '-1', title: 'Big' }, 0);
    const small = await office.store.communities.of({ platform: 'telegram', id: '-2', title: 'Small' }, 0);
    for (let i = 1; i <= 300; i++) await office.subscribe('telegram', `-10${i}`, { community: big.id });
    await office.subscribe('telegram', '-2', { community: small.id });
    await office.post('For all');
    office.start();
    await office.clock.advance(1000);
    expect(office.wires.telegram.requests.slice(0, 3).map(({ place }) => place)).toContain('-2');
  });

  it('is taken up where it was left when the process is stopped and started again', async () => {
    const office = await createOffice();
    for (let i = 1; i <= 100; i++) await office.subscribe('telegram', String(i));
    const update = await office.post('Talks begin');
    office.start();
    await office.clock.advance(1200);
    await office.stop();
    const soFar = office.wires.telegram.requests.length;
    expect(soFar).toBeGreaterThan(10);
    expect(soFar).toBeLessThan(100);
    office.start();
    await office.clock.advance(6000);
    expect(office.wires.telegram.requests.map(({ place }) => place).toSorted()).toEqual(
      Array.from({ length: 100 }, (_, i) => String(i + 1)).toSorted(),
    );
    expect(await office.states(update)).toEqual({ sent: 100 });
  });
});

describe('what goes wrong', () => {
  it('is tried again, ever later, and given up in the end with its reason', async () => {
    const office = await createOffice();
    await office.subscribe('discord', '1');
    office.wires.discord.trouble(() => ({ kind: 'transient', reason: 'HTTP 500', isUnknown: false }));
    const update = await office.post('Talks begin');
    office.start();
    await office.clock.advance(3 * hourMs);
    const waits = office.wires.discord.requests.map(({ at }, i, all) => at - (all[i - 1]?.at ?? at));
    expect(waits).toHaveLength(12);
    expect(waits.toSorted((a, z) => a - z)).toEqual(waits);
    expect(await office.store.updates.counts(update.id)).toMatchObject([
      { state: 'failed', reason: 'HTTP 500', count: 1 },
    ]);
  });

  it('with everybody is tried by one message at a time, and uses up nobody’s attempts', async () => {
    const office = await createOffice();
    for (let i = 1; i <= 60; i++) await office.subscribe('discord', String(i));
    const { broadcaster } = office.wires.discord;
    let [isOut, underWay, most] = [true, 0, 0];
    const { post } = broadcaster;
    broadcaster.post = async (...asked) => {
      if (!isOut) return await post(...asked);
      most = Math.max(most, ++underWay);
      await office.clock.sleep(3000);
      underWay--;
      return { kind: 'transient', reason: 'HTTP 503', isUnknown: false };
    };
    const update = await office.post('Talks begin');
    office.start();
    await office.clock.advance(20_000);
    most = 0;
    await office.clock.advance(2 * hourMs);
    expect(most).toBe(1);
    isOut = false;
    await office.clock.advance(hourMs);
    expect(await office.states(update)).toEqual({ sent: 60 });
  });

  it('on our own side is never sent twice: what threw while it was sent is uncertain', async () => {
    const office = await createOffice();
    await office.subscribe('telegram', '1');
    office.wires.telegram.broadcaster.post = () => Promise.reject(new Error('a fault of ours'));
    const update = await office.post('Talks begin');
    office.start();
    await office.clock.advance(hourMs);
    expect(await office.states(update)).toEqual({ uncertain: 1 });
    expect(office.faults).toHaveLength(1);
  });

  it('on our own side before anything is sent is given up in the end', async () => {
    const office = await createOffice();
    await office.subscribe('telegram', '1');
    office.wires.telegram.broadcaster.render = () => {
      throw new Error('a fault of ours');
    };
    const update = await office.post('Talks begin');
    office.start();
    await office.clock.advance(hourMs);
    expect(await office.store.updates.counts(update.id)).toMatchObject([{ state: 'failed', reason: 'fault' }]);
  });

  it('of a kind that nobody knows is repeated under the same key where the platform makes one of it', async () => {
    const office = await createOffice();
    await office.subscribe('discord', '1');
    let failures = 2;
    office.wires.discord.trouble(() =>
      failures-- > 0 ? { kind: 'transient', reason: 'reset', isUnknown: true } : undefined,
    );
    const update = await office.post('Talks begin');
    office.start();
    await office.clock.advance(60_000);
    expect(new Set(office.wires.discord.requests.map(({ options }) => options?.key)).size).toBe(1);
    expect(office.wires.discord.requests).toHaveLength(3);
    expect(await office.states(update)).toEqual({ sent: 1 });
  });

  it('of that kind is uncertain where it does not, and sent again by somebody’s choice alone', async () => {
    const office = await createOffice();
    await office.subscribe('telegram', '1');
    office.wires.telegram.trouble(() => ({ kind: 'transient', reason: 'reset', isUnknown: true }));
    const update = await office.post('Talks begin');
    office.start();
    await office.clock.advance(2 * hourMs);
    expect(office.wires.telegram.requests).toHaveLength(1);
    expect(await office.states(update)).toEqual({ uncertain: 1 });
    office.wires.telegram.trouble(() => undefined);
    expect(await office.store.updates.resend(update.id, 'uncertain', office.clock.now())).toBe(1);
    office.wake();
    await office.clock.advance(3000);
    expect(await office.states(update)).toEqual({ sent: 1 });
  });

  it('for one place for hours holds up no other', { timeout: 60_000 }, async () => {
    const office = await createOffice();
    for (let i = 1; i <= 50; i++) await office.subscribe('telegram', String(i));
    office.wires.telegram.trouble(({ place }) =>
      place === '7' && office.clock.now() < start + 3 * hourMs
        ? { kind: 'wait', forMs: 3 * hourMs, everywhere: false }
        : undefined,
    );
    const start = office.clock.now();
    const update = await office.post('Talks begin');
    office.start();
    await office.clock.advance(5000);
    expect(await office.states(update)).toEqual({ sent: 49, later: 1 });
    await office.clock.advance(3 * hourMs);
    expect(await office.states(update)).toEqual({ sent: 50 });
    expect(office.wires.telegram.requests.filter(({ place }) => place === '7')).toHaveLength(2);
  });

  it('everywhere stops everything for as long as the platform says', async () => {
    const office = await createOffice();
    for (let i = 1; i <= 40; i++) await office.subscribe('telegram', String(i));
    let isFirst = true;
    office.wires.telegram.trouble(() => {
      if (!isFirst) return undefined;
      isFirst = false;
      return { kind: 'wait', forMs: 600_000, everywhere: true };
    });
    const update = await office.post('Talks begin');
    office.start();
    await office.clock.advance(300_000);
    const early = office.wires.telegram.requests.length;
    // What was under way when the platform said so.
    expect(early).toBeLessThan(15);
    await office.clock.advance(600_000);
    expect(await office.states(update)).toEqual({ sent: 40 });
  });

  it('because the bot was thrown out pauses the subscription and keeps what it is owed until it is resumed', async () => {
    const office = await createOffice();
    const { id } = await office.subscribe('telegram', '-1');
    let isOut = true;
    office.wires.telegram.trouble(() => (isOut ? { kind: 'gone', reason: 'right-kicked' } : undefined));
    const update = await office.post('Talks begin');
    office.start();
    await office.clock.advance(3000);
    expect(office.gone).toEqual([id]);
    expect(await office.store.subscriptions.get(id)).toMatchObject({
      state: 'paused',
      pause: { reason: 'right-kicked' },
    });
    const second = await office.post('Talks go on');
    await office.clock.advance(3000);
    expect(await office.states(second)).toEqual({ held: 1 });
    isOut = false;
    await office.store.subscriptions.resume(id, office.clock.now(), office.clock.now() - 24 * hourMs);
    office.wake();
    await office.clock.advance(5000);
    expect([await office.states(update), await office.states(second)]).toEqual([{ sent: 1 }, { sent: 1 }]);
  });

  it('with one message is that message’s alone', async () => {
    const office = await createOffice();
    await office.subscribe('telegram', '1');
    await office.subscribe('telegram', '2');
    office.wires.telegram.trouble(({ place }) =>
      place === '1' ? { kind: 'content', reason: 'can’t parse' } : undefined,
    );
    const update = await office.post('Talks begin');
    office.start();
    await office.clock.advance(hourMs);
    expect(await office.states(update)).toEqual({ failed: 1, sent: 1 });
    expect((await office.store.subscriptions.inChat({ platform: 'telegram', id: '1' }))[0]?.state).toBe('active');
  });

  it('because the group has become a supergroup is mended by its new id', async () => {
    const office = await createOffice();
    const { id } = await office.subscribe('telegram', '-5');
    office.wires.telegram.trouble(({ place }) => (place === '-5' ? { kind: 'moved', to: '-1005' } : undefined));
    const update = await office.post('Talks begin');
    office.start();
    await office.clock.advance(5000);
    expect(office.wires.telegram.requests.map(({ place }) => place)).toEqual(['-5', '-1005']);
    expect((await office.store.subscriptions.get(id))?.place).toMatchObject({ chat: '-1005', channel: '-1005' });
    expect(await office.states(update)).toEqual({ sent: 1 });
  });
});

describe('a correction', () => {
  it('changes every copy that was sent, and is what those get who had not got theirs', async () => {
    const office = await createOffice();
    for (let i = 1; i <= 60; i++) await office.subscribe('telegram', String(i));
    const update = await office.post('Talks begin');
    office.start();
    await office.clock.advance(1000);
    const before = office.wires.telegram.requests.length;
    expect(before).toBeGreaterThan(25);
    expect(before).toBeLessThan(60);
    const corrected = await office.revise(update, 'Talks are put off');
    office.wake();
    await office.clock.advance(8000);
    const shown = new Map(office.wires.telegram.requests.map(({ place, text }) => [place, text]));
    expect(shown.size).toBe(60);
    for (const text of shown.values()) expect(text).toContain('Talks are put off');
    const posts = office.wires.telegram.requests.filter(({ did }) => did === 'post');
    expect(posts).toHaveLength(60);
    expect(await office.states(corrected)).toEqual({ sent: 60 });
  });

  it('follows where the copy can’t be changed', async () => {
    const office = await createOffice();
    await office.subscribe('telegram', '1');
    const update = await office.post('Talks begin');
    office.start();
    await office.clock.advance(3000);
    office.wires.telegram.trouble(({ did }) =>
      did === 'edit' ? { kind: 'not-editable', reason: 'too old' } : undefined,
    );
    await office.revise(update, 'Talks are put off');
    office.wake();
    await office.clock.advance(5000);
    const last = office.wires.telegram.requests.at(-1);
    expect(last).toMatchObject({ did: 'post', options: { replyTo: { id: 'm1' } } });
    expect(last?.text).toContain('Talks are put off');
    expect(await office.states(update)).toEqual({ sent: 1 });
  });

  it('changes what followed when it is corrected once more', async () => {
    const office = await createOffice();
    await office.subscribe('telegram', '1');
    const update = await office.post('Talks begin');
    office.start();
    await office.clock.advance(3000);
    office.wires.telegram.trouble(({ message }) =>
      message?.id === 'm1' ? { kind: 'not-editable', reason: 'too old' } : undefined,
    );
    const second = await office.revise(update, 'Talks are put off');
    office.wake();
    await office.clock.advance(5000);
    await office.revise(second, 'Talks are off');
    office.wake();
    await office.clock.advance(5000);
    expect(office.wires.telegram.requests.at(-1)).toMatchObject({ did: 'edit', message: { id: 'm2' } });
  });

  it('made while the first message is under way waits for it, and then changes it', async () => {
    const office = await createOffice();
    await office.subscribe('discord', '1');
    let release = () => {};
    const held = new Promise<void>((resolve) => {
      release = resolve;
    });
    const { broadcaster } = office.wires.discord;
    const { post } = broadcaster;
    broadcaster.post = async (...asked) => {
      await held;
      return await post(...asked);
    };
    const update = await office.post('Talks begin');
    office.start();
    await office.clock.advance(1000);
    await office.revise(update, 'Talks are put off');
    office.wake();
    await office.clock.advance(3000);
    expect(office.wires.discord.requests).toEqual([]);
    release();
    await office.clock.advance(5000);
    expect(office.wires.discord.requests.map(({ did }) => did)).toEqual(['post', 'edit']);
    expect(office.wires.discord.requests[1]?.text).toContain('put off');
    expect(await office.states(update)).toEqual({ sent: 1 });
  });

  it('of an uncertain copy is sent after it', async () => {
    const office = await createOffice();
    await office.subscribe('telegram', '1');
    office.wires.telegram.trouble(() => ({ kind: 'transient', reason: 'reset', isUnknown: true }));
    const update = await office.post('Talks begin');
    office.start();
    await office.clock.advance(2000);
    office.wires.telegram.trouble(() => undefined);
    await office.revise(update, 'Talks are put off');
    office.wake();
    await office.clock.advance(3000);
    expect(office.wires.telegram.requests.map(({ did }) => did)).toEqual(['post', 'post']);
    expect(office.wires.telegram.requests[1]?.text).toContain('put off');
  });
});

describe('a retraction', () => {
  it('takes the text out of every copy, and is sent to nobody who never had it', async () => {
    const office = await createOffice();
    for (let i = 1; i <= 60; i++) await office.subscribe('telegram', String(i));
    const update = await office.post('Talks begin');
    office.start();
    await office.clock.advance(1000);
    const reached = office.wires.telegram.requests.length;
    await office.revise(update, 'Talks begin', 'retract');
    office.wake();
    await office.clock.advance(8000);
    const posts = office.wires.telegram.requests.filter(({ did }) => did === 'post');
    const edits = office.wires.telegram.requests.filter(({ did }) => did === 'edit');
    expect(posts.length).toBeLessThan(60);
    expect(posts.length - reached).toBeLessThanOrEqual(2);
    expect(edits.map(({ place }) => place).toSorted()).toEqual(posts.map(({ place }) => place).toSorted());
    for (const { text } of edits) expect(text).not.toContain('go on');
    expect(await office.states(update)).toEqual({ sent: posts.length });
  });
});

describe('a place', () => {
  it('is left alone in its quiet hours, but for breaking news where that may pass', async () => {
    const office = await createOffice();
    const quiet = { from: '11:00', to: '14:00' };
    await office.subscribe('telegram', '1', { quiet: { ...quiet, breakingPasses: false } });
    await office.subscribe('telegram', '2', { quiet: { ...quiet, breakingPasses: true } });
    await office.post('Breaking', { importance: 'breaking' });
    await office.post('Routine');
    office.start();
    await office.clock.advance(5000);
    expect(office.wires.telegram.requests.map(({ place }) => place)).toEqual(['2']);
    await office.clock.advance(2 * hourMs);
    expect(office.wires.telegram.requests.map(({ place }) => place).toSorted()).toEqual(['1', '1', '2', '2']);
    expect(office.wires.telegram.requests.slice(1).every(({ at }) => at >= office.clock.now() - 5000 - 60_000)).toBe(
      true,
    );
  });

  it('of an announcement channel has it published to those who follow, once it is there', async () => {
    const office = await createOffice();
    await office.subscribe('discord', '1', { crosspost: true });
    const update = await office.post('Talks begin');
    office.start();
    await office.clock.advance(5000);
    expect(office.wires.discord.requests.map(({ did }) => did)).toEqual(['post', 'crosspost']);
    expect(await office.states(update)).toEqual({ sent: 1 });
  });
});

describe('a process that is killed', () => {
  it('leaves what it was sending to the next one: repeated on Discord, uncertain on Telegram', async () => {
    const office = await createOffice();
    await office.subscribe('discord', '1');
    await office.subscribe('telegram', '2');
    const update = await office.post('Talks begin');
    await office.store.updates.publishDue(office.clock.now());
    const { term } = (await office.store.outbox.lead(6000)) ?? { term: 0 };
    const now = office.clock.now();
    for (const platform of ['discord', 'telegram'] as const) {
      const claimed = await office.store.outbox.claim({ platform, term, most: 10, now, leaseUntil: now + 60_000 });
      await office.store.outbox.start(
        claimed.map(({ id }) => id),
        term,
        now,
      );
    }
    office.start();
    await office.clock.advance(5000);
    expect(office.wires.discord.requests).toHaveLength(1);
    expect(office.wires.telegram.requests).toHaveLength(0);
    expect(await office.states(update)).toEqual({ sent: 1, uncertain: 1 });
  });

  it('and comes back after another has taken over begins nothing', async () => {
    const office = await createOffice();
    await office.subscribe('telegram', '1');
    await office.post('Talks begin');
    await office.store.updates.publishDue(office.clock.now());
    const old = (await office.store.outbox.lead(6000)) ?? { term: 0 };
    const now = office.clock.now();
    const claimed = await office.store.outbox.claim({
      platform: 'telegram',
      term: old.term,
      most: 10,
      now,
      leaseUntil: now + 60_000,
    });
    office.start();
    await office.clock.advance(3000);
    const ids = claimed.map(({ id }) => id);
    expect(ids).toHaveLength(1);
    expect(await office.store.outbox.start(ids, old.term, office.clock.now())).toEqual([]);
    expect(office.wires.telegram.requests).toHaveLength(1);
  });
});
