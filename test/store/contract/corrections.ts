import { expect, it } from 'vitest';
import type { Subscription } from '../../../src/core/subscription.ts';
import type { KeptUpdate } from '../../../src/store/store.ts';
import type { Setting } from '../contract.ts';
import { at, correction } from '../things.ts';
import {
  channel,
  clear,
  communityOf,
  type Desk,
  deskOf,
  failed,
  message,
  minute,
  publish,
  rows,
  sent,
  story,
  subscribe,
  unknown,
} from './queue.ts';
import { edits, ends, following, posts } from './succession.ts';

const intents = ['edit', 'retract'] as const;

export function correctionContract(setting: Setting): void {
  const updates = () => setting.store.updates;
  const revise = (update: KeptUpdate, intent: (typeof intents)[number] = 'edit') =>
    updates().revise(correction(update, { intent }));

  /** An update and its one place. */
  async function published(chosen: Partial<Subscription> = {}): Promise<KeptUpdate> {
    const community = await communityOf(setting);
    await subscribe(setting, community, 'place001', chosen);
    return await publish(setting, community);
  }

  async function publishedFor(chosen: Partial<Subscription> = {}): Promise<{ desk: Desk; update: KeptUpdate }> {
    return { desk: await deskOf(setting.store), update: await published(chosen) };
  }

  /** What each of the cases comes to, one after the other. */
  async function outcomes<C extends { state: string }>(
    cases: readonly C[],
    work: (one: C, desk: Desk) => Promise<void>,
  ) {
    const desk = await deskOf(setting.store);
    const found: Record<string, string[]> = {};
    for (const one of cases) {
      await work(one, desk);
      found[one.state] = await story(setting);
      await clear(setting);
    }
    return found;
  }

  const expected = (cases: readonly { state: string; edited: string[]; retracted: string[] }[], intent: string) =>
    Object.fromEntries(cases.map(({ state, edited, retracted }) => [state, intent === 'edit' ? edited : retracted]));

  it.each(intents)('is owed to each place by what it has got: %s', async (intent) => {
    const found = await outcomes(posts, async ({ on, bring }, desk) => {
      const update = await published(on && channel('11'));
      await bring(desk, update, setting);
      await revise(update, intent);
    });
    expect(found).toEqual(expected(posts, intent));
  });

  it.each(intents)('takes over from the one before, whatever that has come to: %s', async (intent) => {
    const found = await outcomes(edits, async ({ bring }, desk) => {
      const update = await published();
      await desk.deal(sent('m1'));
      const second = await revise(update);
      await bring(desk, second, setting);
      await revise(second, intent);
    });
    const first = '1 post superseded m1';
    const all = Object.entries(expected(edits, intent)).map(([state, rest]) => [state, [first, ...rest]]);
    expect(found).toEqual(Object.fromEntries(all));
  });

  it.each(intents)('learns what to do when a post that was under way comes to its end: %s', async (intent) => {
    const found = await outcomes(ends, async ({ outcome }, desk) => {
      const update = await published(channel('11'));
      const flying = await desk.begin(at, 'discord');
      await revise(update, intent);
      expect(await desk.claim(9, at, 'discord')).toEqual([]);
      await desk.settle(flying, outcome);
    });
    expect(found).toEqual(expected(ends, intent));
  });

  it('learns it from one that has to be repeated first', async () => {
    const { desk, update } = await publishedFor(channel('11'));
    await desk.deal(unknown(), 'discord');
    await revise(update);
    expect(await desk.claim(9, at, 'discord')).toEqual([]);
    await setting.store.outbox.promote(at + 9 * minute, 9);
    expect(await desk.deal(sent('m1'), 'discord')).toMatchObject({ revision: 1, unknownSince: at });
    expect(await story(setting)).toEqual(['1 post superseded m1', '2 edit waiting m1']);
  });

  it('learns it from one whose dispatcher is no more', async () => {
    const { desk, update } = await publishedFor();
    await desk.begin();
    await revise(update);
    await setting.store.outbox.recover(desk.term, at + 9 * minute, ['discord']);
    expect(await story(setting)).toEqual(['1 post uncertain', '2 edit waiting']);
    expect(await desk.claim()).toMatchObject([{ revision: 2, act: 'follow', message: undefined }]);
    expect(await story(setting)).toEqual(['1 post superseded', '2 follow claimed']);
  });

  it('changes the message that followed one that could not be changed, once that is there', async () => {
    const { desk, update } = await publishedFor();
    await desk.deal(sent('m1'));
    const second = await revise(update);
    const flying = await following(desk, second, setting);
    await revise(second);
    await desk.settle(flying, sent('m2'));
    expect((await story(setting)).slice(1)).toEqual(['2 follow superseded m2', '3 edit waiting m2']);
  });

  it('follows itself where the message that was to follow did not come about', async () => {
    const { desk, update } = await publishedFor();
    await desk.deal(sent('m1'));
    const second = await revise(update);
    const flying = await following(desk, second, setting);
    await revise(second);
    await desk.settle(flying, failed);
    expect((await story(setting)).slice(1)).toEqual(['2 follow superseded m1', '3 follow waiting m1']);
  });

  it('may be made twice while the first copy is under way', async () => {
    const { desk, update } = await publishedFor();
    const flying = await desk.begin();
    await revise(await revise(update));
    expect(await story(setting)).toEqual(['1 post sending', '2 edit superseded', '3 edit waiting']);
    await desk.settle(flying, sent('m1'));
    expect(await story(setting)).toEqual(['1 post superseded m1', '2 edit superseded', '3 edit waiting m1']);
    expect(await desk.claim()).toMatchObject([{ revision: 3, act: 'edit', message: message('m1') }]);
  });

  it('may be taken back while the first copy is under way', async () => {
    const { desk, update } = await publishedFor();
    const flying = await desk.begin();
    await revise(await revise(update), 'retract');
    await desk.settle(flying, failed);
    expect(await story(setting)).toEqual(['1 post superseded', '2 edit superseded', '3 post cancelled']);
  });

  it('waits for an earlier one to the same place that is being made', async () => {
    const { desk, update } = await publishedFor();
    await desk.deal(sent('m1'));
    const second = await revise(update);
    const flying = await desk.begin();
    await revise(second);
    expect(await desk.claim()).toEqual([]);
    await desk.settle(flying, sent('m1'));
    expect(await desk.claim()).toMatchObject([{ revision: 3, message: message('m1') }]);
  });

  it('comes before what is new, but what has not been sent keeps its place in the queue', async () => {
    const community = await communityOf(setting);
    const desk = await deskOf(setting.store);
    for (const n of [1, 2, 3]) await subscribe(setting, community, `place00${n}`);
    const update = await publish(setting, community);
    await desk.deal(sent('m1'));
    await setting.store.subscriptions.pause('place003', { by: 'platform', reason: 'x', at });
    await revise(update);
    const second = (await rows(setting)).filter(({ revision }) => revision === 2);
    expect(second.map(({ act, priority, turn, created_at }) => [act, priority, turn, created_at - at])).toEqual([
      ['edit', 0, 1, minute],
      ['post', 1, 2, 0],
      ['post', 1, 3, 0],
    ]);
    expect((await desk.claim()).map(({ act }) => act)).toEqual(['edit', 'post']);
  });

  it('is not sent as it was by a dispatcher that has it in hand', async () => {
    const { desk, update } = await publishedFor();
    const [claimed] = await desk.claim();
    const id = claimed?.id ?? 0;
    await revise(update);
    expect(await setting.store.outbox.start([id], desk.term, at)).toEqual([]);
    await desk.settle({ id }, sent('never'));
    expect(await story(setting)).toEqual(['1 post superseded', '2 post waiting']);
  });
}
