import { describe, expect, it } from 'vitest';
import type { Failure } from '../../src/core/broadcast.ts';
import { createOutage } from '../../src/updates/outage.ts';
import { createOffice } from './office.ts';

const unknown: Failure = { kind: 'transient', reason: 'reset', isUnknown: true };

describe('a post that may have arrived, where two with the same key are one', () => {
  it('is sent again though the update is retracted meanwhile, and is then changed', async () => {
    const office = await createOffice();
    await office.subscribe('discord', '1');
    const update = await office.post('Talks begin');
    office.wires.discord.trouble(() => unknown);
    office.start();
    await office.clock.advance(500);
    const [begun] = office.wires.discord.requests;
    await office.stop();
    const retracted = await office.revise(update, 'Talks begin', 'retract');

    const next = await createOffice({ store: office.store });
    next.start();
    await next.clock.advance(10_000);
    const { requests } = next.wires.discord;
    expect(requests.map(({ did }) => did)).toEqual(['post', 'edit']);
    expect(requests[0]?.options?.key).toBe(begun?.options?.key);
    for (const { text } of requests) expect(text).not.toContain('go on');
    expect(await office.states(retracted)).toEqual({ sent: 1 });
  });

  it('is uncertain, rather than sent again, when nothing could be sent until too late', async () => {
    const office = await createOffice();
    await office.subscribe('discord', '1');
    const update = await office.post('Talks begin');
    office.wires.discord.trouble(() => {
      office.pacers.discord.pause(115_000);
      return unknown;
    });
    office.start();
    await office.clock.advance(200_000);
    expect(office.wires.discord.requests).toHaveLength(1);
    expect(await office.states(update)).toEqual({ uncertain: 1 });
  });
});

describe('a message that is to be published to the channels that follow', () => {
  it('is published when it is corrected, if it had not been before', async () => {
    const office = await createOffice();
    await office.subscribe('discord', '1', { crosspost: true });
    const update = await office.post('Talks begin');
    const limited: Failure = { kind: 'wait', forMs: 3_600_000, everywhere: false };
    office.wires.discord.trouble(({ did }) => (did === 'crosspost' ? limited : undefined));
    office.start();
    await office.clock.advance(3000);
    office.wires.discord.trouble(() => undefined);
    await office.revise(update, 'Talks are put off');
    office.wake();
    await office.clock.advance(3000);
    expect(office.wires.discord.requests.map(({ did }) => did)).toEqual(['post', 'crosspost', 'edit', 'crosspost']);
  });

  it('is not, once it is retracted', async () => {
    const office = await createOffice();
    await office.subscribe('discord', '1', { crosspost: true });
    const update = await office.post('Talks begin');
    const limited: Failure = { kind: 'wait', forMs: 3_600_000, everywhere: false };
    office.wires.discord.trouble(({ did }) => (did === 'crosspost' ? limited : undefined));
    office.start();
    await office.clock.advance(3000);
    office.wires.discord.trouble(() => undefined);
    await office.revise(update, 'Talks begin', 'retract');
    office.wake();
    await office.clock.advance(10_000);
    expect(office.wires.discord.requests.map(({ did }) => did)).toEqual(['post', 'crosspost', 'edit']);
  });
});

describe('a platform that fails everybody', () => {
  it('is left alone ever longer, however much was under way when it failed', () => {
    const outage = createOutage();
    const fail = (startedAt: number, now: number) =>
      Math.max(...Array.from({ length: 50 }, (_, i) => outage.note(`place ${i}`, unknown, startedAt, now)));
    expect(fail(0, 100)).toBe(2000);
    expect(fail(50, 200)).toBe(0);
    expect(fail(2100, 2200)).toBe(4000);
    expect(outage.note('place 1', { kind: 'gone', reason: 'place-gone' }, 6300, 6400)).toBe(0);
    expect(fail(6300, 6500)).toBe(2000);
  });
});
