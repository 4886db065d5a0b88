import { syncBuiltinESMExports } from 'node:module';
import timers from 'node:timers';
import timersPromises from 'node:timers/promises';
import { promisify } from 'node:util';

/** From which moment on, in ms since the epoch, time runs how many times as fast, and what it then is. */
export interface Hurry {
  speed: number;
  realMs: number;
  simulatedMs: number;
}

/** Node.js’ own timers, for what has to wait in real time. */
const real = {
  now: Date.now.bind(Date),
  setTimeout: globalThis.setTimeout,
  setInterval: globalThis.setInterval,
  delay: timersPromises.setTimeout,
  steady: performance.now.bind(performance),
};

export const realNow = (): number => real.now();
export const realDelay = (ms: number): Promise<void> => real.delay(ms);

/**
 * Has the whole process live faster: its clocks, and every timer that is asked for from now on, also by the libraries that
 * are imported later. Processes that are handed the same beginning agree on the time.
 */
export function hurry({ speed, realMs, simulatedMs }: Hurry): void {
  const now = () => Math.floor(simulatedMs + (real.now() - realMs) * speed);
  globalThis.Date = new Proxy(Date, {
    construct: (target, args, newTarget) => Reflect.construct(target, args.length > 0 ? args : [now()], newTarget),
    get: (target, key, receiver) => (key === 'now' ? now : Reflect.get(target, key, receiver)),
  });
  performance.now = () => real.steady() * speed;

  const shortened = <F extends typeof setTimeout | typeof setInterval>(timer: F): F =>
    ((callback: (...args: unknown[]) => void, ms = 0, ...args: unknown[]) =>
      (timer as typeof setTimeout)(callback, ms / speed, ...args)) as unknown as F;
  const delay = <T>(ms = 0, value?: T, options?: Parameters<typeof real.delay>[2]) =>
    real.delay(ms / speed, value as T, options);
  const quickTimeout = Object.assign(shortened(real.setTimeout), { [promisify.custom]: delay });
  Object.assign(timers, { setTimeout: quickTimeout, setInterval: shortened(real.setInterval) });
  Object.assign(globalThis, { setTimeout: timers.setTimeout, setInterval: timers.setInterval });
  Object.assign(timersPromises, { setTimeout: delay });
  AbortSignal.timeout = (ms) => {
    const controller = new AbortController();
    const expire = () => controller.abort(new DOMException('The operation was aborted due to timeout', 'TimeoutError'));
    real.setTimeout(expire, ms / speed).unref();
    return controller.signal;
  };
  syncBuiltinESMExports();
}

/** In real ms: how often it looks, and in simulated ms what is told. */
const lookEveryMs = 25;
const toldFromMs = 500;

/** Tells when the process could do nothing for longer than a timer may be late: time that runs fast forgives little. */
export function onStall(speed: number, tell: (simulatedMs: number) => void): void {
  let last = real.steady();
  const look = () => {
    const stalledMs = (real.steady() - last - lookEveryMs) * speed;
    last = real.steady();
    if (stalledMs > toldFromMs) tell(stalledMs);
  };
  real.setInterval(look, lookEveryMs).unref();
}
