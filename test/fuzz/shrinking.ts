import type { Failure } from './campaign.ts';
import type { Outcome } from './ground.ts';

/** Replays that one failure may cost. */
const mostTries = 40;

/** The rule that was broken. */
const ruleOf = (fault: string): string => fault.split(':')[0] ?? '';

/** Fewer plans that still break the same rule: the last alone if that does, or else ever fewer of those before it. */
export async function shrunken(failure: Failure, play: (plans: unknown[]) => Promise<Outcome>): Promise<unknown[]> {
  const rules = new Set(failure.faults.map(ruleOf));
  let tries = 0;
  const fails = async (plans: unknown[]) =>
    tries++ < mostTries && (await play(plans)).faults.some((fault) => rules.has(ruleOf(fault)));
  let plans = failure.plans;
  const last = plans.at(-1) as object;
  if (await fails([last])) plans = [last];
  else
    for (let size = Math.ceil(plans.length / 2); size >= 1 && tries < mostTries; size = Math.floor(size / 2))
      for (let at = 0; at + size < plans.length && tries < mostTries; ) {
        const fewer = [...plans.slice(0, at), ...plans.slice(at + size)];
        if (await fails(fewer)) plans = fewer;
        else at += size;
      }
  return [...plans.slice(0, -1), await simpler(last, async (one) => fails([...plans.slice(0, -1), one]))];
}

/** The plan with fewer changes and shorter words, as far as it fails all the same. */
async function simpler(plan: object, fails: (plan: object) => Promise<boolean>): Promise<object> {
  let best = plan;
  for (const candidate of candidates(plan)) {
    const merged = candidate(best);
    if (JSON.stringify(merged) !== JSON.stringify(best) && (await fails(merged))) best = merged;
  }
  return best;
}

type Change = (plan: object) => object;

function candidates(plan: object): Change[] {
  const { mutations = [] } = plan as { mutations?: unknown[] };
  const without = mutations.map(
    (one): Change =>
      (given) => ({
        ...given,
        mutations: (given as { mutations: unknown[] }).mutations.filter(
          (other) => JSON.stringify(other) !== JSON.stringify(one),
        ),
      }),
  );
  const shorter = textsIn(plan)
    .filter((text) => text.length > 12)
    .map(
      (text): Change =>
        (given) =>
          replaced(given, text, text.slice(0, Math.ceil(text.length / 4))) as object,
    );
  return [...without, ...shorter];
}

function textsIn(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? [...new Set(Object.values(value).flatMap(textsIn))] : [];
}

function replaced(value: unknown, text: string, by: string): unknown {
  if (value === text) return by;
  if (Array.isArray(value)) return value.map((one) => replaced(one, text, by));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, replaced(one, text, by)]));
}
