import { setTimeout as delay } from 'node:timers/promises';
import { titleOf } from '../crash/delivery/stories.ts';
import { discordFolk, type Folk } from '../e2e/folk.ts';
import { createStory } from '../e2e/story.ts';
import type { Records } from './records.ts';
import { telegramOperator } from './telegram-operator.ts';
import type { Town } from './town.ts';

/** What a moderator was told is done. */
export interface Deed {
  kind: 'post' | 'edit' | 'retract';
  /** As the update is called from then on. */
  title: string;
  by: string;
  /** When it was begun, and when its maker was told. */
  from: number;
  at: number;
}

type Operator = Pick<Folk, 'name' | 'ask' | 'fill' | 'press' | 'sees'>;

export interface OperatingParts {
  town: Town;
  records(): Promise<Records>;
  random(): number;
  now(): number;
  isOver(): boolean;
}

/** Between two acts of one operator, in simulated ms. */
const [shortestRestMs, longestRestMs] = [12_000, 40_000];
/** So long an operator looks whether it is done. */
const lookForMs = 45_000;
const lookEveryMs = 1_000;
/** Older ones are left as they are. */
const changeable = 8;

const sources = 'https://example.org/talks | Talks to resume | Example Times | 2026-11-22';
const done = {
  post: /It is sent in|It is being sent|On its way|Discord \| \d/u,
  edit: /Done: every copy is being changed|Discord \| \d/u,
  retract: /Every copy is being replaced by a notice\.|Discord \| \d/u,
};

/** Operators on both platforms who publish, correct and retract what all communities share. */
export function createOperating({ town, records, random, now, isOver }: OperatingParts) {
  const onDiscord = ['Dora', 'Danylo'].map((name) => discordFolk(town.discord, town.chatter, name, createStory('')));
  const onTelegram = ['Orest', 'Olena'].map((name) => telegramOperator(town, name));
  const deeds: Deed[] = [];
  /** Acts of which their makers were not told that they are done, and what they saw instead. */
  const cutShort: string[] = [];
  let posted = 0;
  const busy = new Set<string>();

  async function post(who: Operator): Promise<void> {
    const title = titleOf(++posted, 1);
    await attempt(who, { kind: 'post', title }, async () => {
      await who.ask('update post');
      await who.fill({ Title: title, Text: `The mediators say so: ${title}.`, Sources: sources });
      await who.press('✅ Publish');
    });
  }

  async function change(who: Operator): Promise<void> {
    const all = (await records()).updates.filter(({ state, title }) => state === 'published' && !busy.has(title));
    const one = all.slice(-changeable)[Math.floor(random() * Math.min(changeable, all.length))];
    if (!one) return await post(who);
    busy.add(one.title);
    try {
      if (random() < 0.25) await retract(who, one.title);
      else await edit(who, one.title);
    } finally {
      busy.delete(one.title);
    }
  }

  async function edit(who: Operator, before: string): Promise<void> {
    const [, number, revision] = /t(\d+)r(\d+)/u.exec(before) ?? [];
    const title = titleOf(Number(number), Number(revision) + 1);
    await attempt(who, { kind: 'edit', title }, async () => {
      await who.ask('update edit', { update: before });
      await who.fill({
        Title: title,
        Text: `The mediators say so now: ${title}.`,
        'What was corrected': 'It was not so.',
      });
      await who.press('✅ Publish');
    });
  }

  const retract = (who: Operator, title: string) =>
    attempt(who, { kind: 'retract', title }, async () => {
      await who.ask('update retract', { update: title });
      await who.fill({ Reason: 'The mediators deny it.' });
    });

  async function attempt(who: Operator, { kind, title }: Pick<Deed, 'kind' | 'title'>, act: () => Promise<void>) {
    const from = now();
    const fault = await act().catch((error: unknown) => error);
    // What was cut short may have been done all the same, and then stands where the button was.
    const until = now() + (fault === undefined ? lookForMs : lookForMs / 3);
    for (; now() < until; await delay(lookEveryMs))
      if (done[kind].test(who.sees()) && who.sees().includes(title)) {
        deeds.push({ kind, title, by: who.name, from, at: now() });
        return;
      }
    const saw = fault === undefined ? who.sees() : String(fault);
    cutShort.push(`${who.name}, ${kind} ${title}: ${saw.replace(/\s+/gu, ' ').slice(0, 200)}`);
  }

  async function work(who: Operator): Promise<void> {
    while (!isOver()) {
      await (random() < 0.5 ? post(who) : change(who)).catch((error: unknown) => cutShort.push(String(error)));
      await delay(shortestRestMs + random() * (longestRestMs - shortestRestMs));
    }
  }

  return {
    deeds: deeds as readonly Deed[],
    cutShort: cutShort as readonly string[],
    /** As `OPERATORS` takes them. */
    names: [
      ...onDiscord.map(({ one }) => `discord:${one.id}`),
      ...onTelegram.map(({ user }) => `telegram:${user.id}`),
    ].join(),
    run: async () => void (await Promise.all([...onDiscord, ...onTelegram].map(work))),
  };
}
