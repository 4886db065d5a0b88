import type { Document } from './document.ts';
import { fold } from './fold.ts';
import type { Localized, Multilingual } from './language.ts';

/** A date as exact as it is known: `YYYY`, `YYYY-MM` or `YYYY-MM-DD`, or openly `undated`. */
export type KnownDate = string;

/** Something with a name, which people also call otherwise. */
export interface Named {
  id: string;
  /** Two letters that stand for the id where every byte counts. */
  code: string;
  name: Localized<string>;
  aliases: Localized<string[]>;
}

export type Party = Named;

export interface Topic extends Named {
  emoji: string;
  description: Localized<string>;
}

export const sourceKinds = ['official', 'reporting', 'analysis', 'poll', 'footage', 'book'] as const;

export interface Source {
  id: string;
  title: string;
  /** `unknown` where it is not given. */
  publisher: string;
  /** `unknown` where it is not given. */
  author: string;
  kind: (typeof sourceKinds)[number];
  url?: string | undefined;
  published: KnownDate;
  /** The day on which we read it. */
  collected: KnownDate;
  note?: string | undefined;
}

/** What every sourced statement carries, whatever it says. */
export interface Sourced {
  /** Counts up with every change of the original's meaning; translations name the one they follow. */
  revision: number;
  sources: string[];
  asOf: KnownDate;
  /** The day from which readers are told that the text awaits review. */
  reviewBy: KnownDate;
}

export interface EntryText {
  question: string;
  aliases: string[];
  /** The answer in short: stands alone. */
  lead: Document;
  detail: Document;
}

/** A question with its answer. */
export interface Entry extends Sourced {
  id: string;
  topics: string[];
  parties: string[];
  related: string[];
  text: Multilingual<EntryText>;
}

export interface PositionText {
  /** At most 40 characters, for tables. */
  stance: string;
  wants: Document;
  reasons: Document;
  redLines: Document;
}

/** What one party says on one topic. */
export interface Position extends Sourced {
  party: string;
  topic: string;
  text: Multilingual<PositionText>;
}

export interface Attitude {
  party: string;
  why: string;
}

export interface PlanText {
  name: string;
  aliases: string[];
  summary: Document;
  /** By topic id. */
  terms: Map<string, Document>;
  backedBy: Attitude[];
  rejectedBy: Attitude[];
}

export interface Plan extends Sourced {
  id: string;
  text: Localized<PlanText>;
}

/** Everything that is served, as data. */
export interface Records {
  parties: Party[];
  topics: Topic[];
  sources: Source[];
  entries: Entry[];
  positions: Position[];
  plans: Plan[];
}

/** The records with the look-ups that commands need. It never changes: a reload makes another one. */
export interface Knowledge extends Records {
  party(id: string): Party | undefined;
  topic(id: string): Topic | undefined;
  source(id: string): Source | undefined;
  entry(id: string): Entry | undefined;
  plan(id: string): Plan | undefined;
  position(party: string, topic: string): Position | undefined;
  /** The entry of which `name` is the id, the question or an alias in any language, however written. */
  entryNamed(name: string): Entry | undefined;
}

export function createKnowledge(records: Records): Knowledge {
  const byId = <T extends { id: string }>(all: T[]) => {
    const map = new Map(all.map((one) => [one.id, one]));
    return (id: string) => map.get(id);
  };
  const positions = new Map(records.positions.map((position) => [`${position.party}/${position.topic}`, position]));
  const named = new Map(records.entries.flatMap((entry) => entryNames(entry).map((name) => [fold(name), entry])));
  return {
    ...records,
    party: byId(records.parties),
    topic: byId(records.topics),
    source: byId(records.sources),
    entry: byId(records.entries),
    plan: byId(records.plans),
    position: (party, topic) => positions.get(`${party}/${topic}`),
    entryNamed: (name) => named.get(fold(name)),
  };
}

/** Everything that an entry answers to. */
export function entryNames(entry: Entry): string[] {
  return [entry.id, ...Object.values(entry.text).flatMap((text) => (text ? [text.question, ...text.aliases] : []))];
}
