/** Turns of the event loop without anything new that count as rest: what goes over loopback needs two or three. */
const quietTurns = 15;
/** In ms of real time. */
const patienceMs = 20_000;

/** How much the bot has begun so far, and whether any of it is under way. */
export interface Stir {
  begun: number;
  isBusy: boolean;
}

/** Resolves to true once the bot has come to rest, to false where it doesn't within 20 s. */
export async function atRest(look: () => Stir): Promise<boolean> {
  const until = performance.now() + patienceMs;
  let before = look().begun;
  for (let quiet = 0; quiet < quietTurns; quiet++) {
    await new Promise((resolve) => setImmediate(resolve));
    const { begun, isBusy } = look();
    if (!isBusy && begun === before) continue;
    if (performance.now() > until) return false;
    quiet = -1;
    before = begun;
  }
  return true;
}
