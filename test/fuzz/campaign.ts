import { setTimeout as sleep } from 'node:timers/promises';
import fc from 'fast-check';
import type { Outcome, Stage } from './ground.ts';
import { shrunken } from './shrinking.ts';

/** Cases that share a Parley, its database and what was said there. */
export const casesPerStage = 1000;

export interface Play<Plan> {
  plans: fc.Arbitrary<Plan>;
  /** With pictures drawn, or without. */
  open(draws: boolean): Promise<Stage<Plan>>;
}

/** A case that went wrong, as it is printed, kept and replayed. */
export interface Failure {
  platform: string;
  seed: number;
  /** Its number within the campaign, from 0. */
  case: number;
  faults: string[];
  sent: unknown;
  draws: boolean;
  /** What has to be played for it, on a stage of its own: the last one fails. */
  plans: unknown[];
}

export interface CampaignParts<Plan> extends Play<Plan> {
  seed: number;
  /** The first case, a multiple of `casesPerStage`, and how many. */
  from: number;
  cases: number;
  /** Faults after which to stop. */
  most?: number;
  onCase?(kind: string): void;
  /** Told of each at once: making one smaller takes a while. */
  onFailure?(failure: Omit<Failure, 'plans'>): void;
}

/** How long a stage may take to close, in ms. */
const closingMs = 30_000;

/** One stage in twenty draws its pictures: they take longer than all the rest. */
const drawsIn = (part: number): boolean => part % 20 === 19;

/** What the process itself finds wrong. */
function watchProcess() {
  let crashes: string[] = [];
  const note = (kind: string) => (error: unknown) =>
    void crashes.push(`crash: ${kind}: ${error instanceof Error ? error.stack : String(error)}`);
  const [rejection, exception] = [note('unhandled rejection'), note('uncaught exception')];
  process.on('unhandledRejection', rejection);
  process.on('uncaughtException', exception);
  return {
    take() {
      const taken = crashes;
      crashes = [];
      return taken;
    },
    stop() {
      process.off('unhandledRejection', rejection);
      process.off('uncaughtException', exception);
    },
  };
}

/** What the stage itself could not play, such as for a bot that has lost its connection. */
const thrown = (error: unknown): Outcome => ({ faults: [`stage: ${error}`], sent: undefined, kind: 'thrown' });

/** Plays plans on a stage of their own; what is wrong with the last one. */
export async function replay<Plan>(play: Play<Plan>, plans: readonly Plan[], draws: boolean): Promise<Outcome> {
  const process = watchProcess();
  const stage = await play.open(draws);
  let last: Outcome = { faults: [], sent: undefined, kind: 'none' };
  try {
    for (const plan of plans) {
      process.take();
      const { faults, ...rest } = await stage.play(plan).catch(thrown);
      last = { ...rest, faults: [...faults, ...process.take()] };
    }
  } finally {
    await stage.close();
    process.stop();
  }
  return last;
}

/** Plays as many cases; those of a stage follow from the seed and the stage's number alone. */
export async function campaign<Plan>(parts: CampaignParts<Plan>): Promise<{ played: number; failures: Failure[] }> {
  const { plans: arbitrary, seed, from, cases, most = 10, onCase, onFailure } = parts;
  const process = watchProcess();
  const failures: Failure[] = [];
  let played = 0;
  for (let part = from / casesPerStage; played < cases && failures.length < most; part++) {
    const numRuns = Math.min(casesPerStage, cases - played);
    const plans = fc.sample(arbitrary, { seed: (Math.imul(seed, 1_000_003) + part) | 0, numRuns });
    const draws = drawsIn(part);
    const stage = await parts.open(draws);
    for (const [i, plan] of plans.entries()) {
      const { faults, sent, kind } = await stage.play(plan).catch(thrown);
      const all = [...faults, ...process.take()];
      played++;
      onCase?.(kind);
      if (all.length === 0) continue;
      const fault = { platform: stage.platform, seed, case: part * casesPerStage + i, faults: all, sent, draws };
      onFailure?.(fault);
      failures.push({ ...fault, plans: plans.slice(0, i + 1) });
      if (failures.length >= most) break;
    }
    const isClosed = await Promise.race([stage.close().then(() => true), sleep(closingMs, false, { ref: false })]);
    if (isClosed) continue;
    const fault = { seed, case: part * casesPerStage + numRuns - 1, faults: ['hang: the bot does not stop'], draws };
    onFailure?.({ platform: stage.platform, sent: undefined, ...fault });
    return { played, failures: [...failures, { platform: stage.platform, sent: undefined, ...fault, plans }] };
  }
  process.stop();
  for (const failure of failures.slice(0, 3))
    failure.plans = await shrunken(failure, (plans) => replay(parts, plans as Plan[], failure.draws));
  return { played, failures };
}
