import { join } from 'node:path';
import { pino } from 'pino';
import type { Library } from '../../src/content/library.ts';
import type { Caller } from '../../src/core/command.ts';
import type { Person, Platform } from '../../src/core/community.ts';
import type { Dispatcher } from '../../src/core/dispatch.ts';
import type { Texts } from '../../src/core/texts.ts';
import { loadTexts } from '../../src/locales/index.ts';
import { createParley, newIncidentId, type Parley } from '../../src/parley.ts';
import { openLibrary, type ServedContent } from '../../src/served-content.ts';
import { openStore } from '../../src/store/open.ts';
import type { Store } from '../../src/store/store.ts';

const begin = Date.parse('2026-11-23T12:00:00Z');
const today = () => '2026-11-23';

/** What is read once and served by every Parley of a process. */
export interface Shelf {
  texts: Texts;
  library: Library<ServedContent>;
  /** Whether pictures are drawn, which takes longer than all the rest. */
  draws: boolean;
}

/** The real content and texts under this folder. */
export async function openShelf(root: string): Promise<Shelf> {
  const library = openLibrary(join(root, 'content'), today, pino({ level: 'silent' }));
  await library.reload();
  return { texts: loadTexts(join(root, 'src/locales')), library, draws: false };
}

export interface Ground extends Shelf {
  parley: Parley;
  store: Store;
  /** What the platforms get in place of the Parley's own: it counts what is under way. */
  dispatcher: Dispatcher;
  /** How many calls are being carried out. */
  underWay(): number;
  now(): number;
  /** Lets time go by, in ms. */
  pass(ms: number): void;
  /** The program's log; its errors are handed over once. */
  log: pino.Logger;
  takeErrors(): string[];
  newIncidentId(): string;
  /** Real promises that wait for nothing but the end. */
  delay(ms: number, signal: AbortSignal): Promise<void>;
  close(): Promise<void>;
}

/** A whole Parley on a database in memory, with a clock that only moves when told; it is connected to nothing yet. */
export async function breakGround(shelf: Shelf, operators: Pick<Person, 'platform' | 'id'>[]): Promise<Ground> {
  const shown = (caller: Caller): Caller => (shelf.draws ? caller : { ...caller, pictures: 'never' });
  let now = begin;
  let underWay = 0;
  let errors: string[] = [];
  const log = pino({ level: 'error' }, { write: (line: string) => void errors.push(line) });
  const store = await openStore({ file: ':memory:' });
  const parley = createParley({
    ...shelf,
    store,
    log,
    operators,
    now: () => now,
    version: '0.0.0',
    homepage: undefined,
  });
  const counted = async <T>(work: Promise<T>): Promise<T> => {
    underWay++;
    try {
      return await work;
    } finally {
      underWay--;
    }
  };
  const { commands, answer, submit, suggest } = parley.dispatcher;
  return {
    ...shelf,
    parley,
    store,
    dispatcher: {
      commands,
      answer: (call, caller) => counted(answer(call, shown(caller))),
      submit: (call, values, caller) => counted(submit(call, values, shown(caller))),
      suggest: (...given) => counted(suggest(...given)),
    },
    underWay: () => underWay,
    now: () => now,
    pass(ms) {
      now += ms;
    },
    log,
    takeErrors() {
      const taken = errors;
      errors = [];
      return taken;
    },
    newIncidentId,
    delay: (_ms, signal) =>
      new Promise((_resolve, reject) => signal.addEventListener('abort', () => reject(signal.reason), { once: true })),
    async close() {
      await parley.flush();
      await store.close();
    },
  };
}

/** A platform as the fuzz plays it: it takes a plan, and says what was wrong with what came of it. */
export interface Stage<Plan> {
  platform: Platform;
  /** Plays one plan, waits until the bot is at rest, and gives what is wrong, in words that begin with the rule. */
  play(plan: Plan): Promise<Outcome>;
  close(): Promise<void>;
}

export interface Outcome {
  faults: string[];
  /** What went to the bot. */
  sent: unknown;
  /** Whether it had to be answered, and what was answered, for the counts. */
  kind: string;
}
