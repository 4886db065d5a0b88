import type { Claimed, KeptUpdate } from '../../../src/store/store.ts';
import type { Setting } from '../contract.ts';
import { at } from '../things.ts';
import { type Desk, failed, limited, minute, type Outcome, sent, uncertain, unknown } from './queue.ts';

/** How a delivery comes into a state, and what a correction and a retraction then make of it. */
export interface Case {
  state: string;
  on?: 'discord';
  bring(desk: Desk, update: KeptUpdate, setting: Setting): Promise<unknown>;
  edited: string[];
  retracted: string[];
}

export const held: Outcome = { state: 'held', reason: 'right-send' };
const notEditable: Outcome = { state: 'later', dueAt: at, reason: 'too-old', isAttempt: false, act: 'follow' };
const crossposting = sent('m1', 'crosspost');

const both = (expected: string[]) => ({ edited: expected, retracted: expected });

/** Of a first revision. */
export const posts: Case[] = [
  {
    state: 'waiting',
    bring: async () => {},
    edited: ['1 post superseded', '2 post waiting'],
    retracted: ['1 post cancelled'],
  },
  {
    state: 'put off',
    bring: (desk) => desk.deal(limited()),
    edited: ['1 post superseded', '2 post later'],
    retracted: ['1 post cancelled'],
  },
  {
    state: 'held',
    bring: (_desk, _update, { store }) => store.subscriptions.pause('place001', { by: 'person', reason: '', at }),
    edited: ['1 post superseded', '2 post held'],
    retracted: ['1 post cancelled'],
  },
  {
    state: 'claimed',
    bring: (desk) => desk.claim(),
    edited: ['1 post superseded', '2 post waiting'],
    retracted: ['1 post cancelled'],
  },
  {
    state: 'failed',
    bring: (desk) => desk.deal(failed),
    edited: ['1 post superseded', '2 post waiting'],
    retracted: ['1 post cancelled'],
  },
  {
    state: 'cancelled',
    bring: (_desk, _update, { store }) => store.subscriptions.end('place001', at),
    ...both(['1 post cancelled']),
  },
  { state: 'being sent', bring: (desk) => desk.begin(), ...both(['1 post sending', '2 edit waiting']) },
  {
    state: 'sent',
    bring: (desk) => desk.deal(sent('m1')),
    ...both(['1 post superseded m1', '2 edit waiting m1']),
  },
  { state: 'uncertain', bring: (desk) => desk.deal(uncertain), ...both(['1 post superseded', '2 follow waiting']) },
  {
    state: 'to be repeated, for it may have arrived',
    on: 'discord',
    bring: (desk) => desk.deal(unknown(), 'discord'),
    ...both(['1 post later', '2 edit waiting']),
  },
  {
    state: 'refused after it may have arrived',
    on: 'discord',
    async bring(desk, _update, { store }) {
      await desk.deal(unknown(), 'discord');
      await store.outbox.promote(at + 9 * minute, 9);
      await desk.deal(failed, 'discord');
    },
    ...both(['1 post superseded', '2 follow waiting']),
  },
  {
    state: 'sent, to be published to other channels',
    on: 'discord',
    bring: (desk) => desk.deal(crossposting, 'discord'),
    ...both(['1 crosspost superseded m1', '2 edit waiting m1']),
  },
  {
    state: 'being published to other channels',
    on: 'discord',
    async bring(desk) {
      await desk.deal(crossposting, 'discord');
      await desk.begin(at, 'discord');
    },
    ...both(['1 crosspost sending m1', '2 edit waiting m1']),
  },
];

/** Of a second revision that is to change the message `m1`. */
export const edits: Case[] = [
  { state: 'waiting', bring: async () => {}, ...both(['2 edit superseded m1', '3 edit waiting m1']) },
  { state: 'being made', bring: (desk) => desk.begin(), ...both(['2 edit sending m1', '3 edit waiting m1']) },
  { state: 'made', bring: (desk) => desk.deal(sent('m1')), ...both(['2 edit superseded m1', '3 edit waiting m1']) },
  { state: 'given up', bring: (desk) => desk.deal(failed), ...both(['2 edit superseded m1', '3 edit waiting m1']) },
  { state: 'held', bring: (desk) => desk.deal(held), ...both(['2 edit superseded m1', '3 edit held m1']) },
  {
    state: 'impossible, so that a message is to follow',
    bring: (desk) => desk.deal(notEditable),
    ...both(['2 follow superseded m1', '3 follow waiting m1']),
  },
  {
    state: 'impossible, while a message follows',
    bring: following,
    ...both(['2 follow sending m1', '3 edit waiting']),
  },
  {
    state: 'impossible, and followed by a message',
    bring: async (desk, ...rest) => desk.settle(await following(desk, ...rest), sent('m2')),
    ...both(['2 follow superseded m2', '3 edit waiting m2']),
  },
  {
    state: 'impossible, and perhaps followed by a message',
    bring: async (desk, ...rest) => desk.settle(await following(desk, ...rest), uncertain),
    ...both(['2 follow superseded m1', '3 follow waiting m1']),
  },
];

/** What a post that was under way when the second revision came may come to. */
export const ends: { state: string; outcome: Outcome; edited: string[]; retracted: string[] }[] = [
  { state: 'sent', outcome: sent('m1'), ...both(['1 post superseded m1', '2 edit waiting m1']) },
  {
    state: 'sent, to be published to other channels',
    outcome: crossposting,
    ...both(['1 crosspost superseded m1', '2 edit waiting m1']),
  },
  {
    state: 'failed',
    outcome: failed,
    edited: ['1 post superseded', '2 post waiting'],
    retracted: ['1 post superseded', '2 post cancelled'],
  },
  {
    state: 'put off',
    outcome: limited(),
    edited: ['1 post superseded', '2 post later'],
    retracted: ['1 post superseded', '2 post cancelled'],
  },
  {
    state: 'held',
    outcome: held,
    edited: ['1 post superseded', '2 post held'],
    retracted: ['1 post superseded', '2 post cancelled'],
  },
  {
    state: 'cancelled',
    outcome: { state: 'cancelled', reason: '' },
    ...both(['1 post cancelled', '2 post cancelled']),
  },
  { state: 'uncertain', outcome: uncertain, ...both(['1 post superseded', '2 follow waiting']) },
  { state: 'to be repeated', outcome: unknown(), ...both(['1 post later', '2 edit waiting']) },
];

/** The copy of `m1` can't be changed: a message that follows it is being sent. */
export async function following(desk: Desk, _update: KeptUpdate, { store }: Setting): Promise<Claimed> {
  await desk.deal(notEditable);
  await store.outbox.promote(at + minute, 9);
  return await desk.begin();
}
