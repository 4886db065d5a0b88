import { ApiError, type ErrorParameters, tooManyRequests } from './api-error.ts';
import type { Payload } from './payload.ts';

/** What goes wrong with a call. Every kind but `after` keeps the call from having any effect. */
export type Fault =
  | { kind: 'error'; code: number; description: string; parameters?: ErrorParameters }
  | { kind: 'hang' }
  | { kind: 'reset'; when: 'before' | 'after' }
  | { kind: 'bad-gateway' }
  | { kind: 'slow'; delayMs: number };

/** A call before anything has come of it. */
export interface Attempt {
  method: string;
  /** The `chat_id`, where it is a number. */
  chat: number | undefined;
  payload: Payload;
}

/** Asked for every call: what goes wrong with it, if anything does. */
export type Disruption = (attempt: Attempt) => Fault | undefined;

export interface FaultOptions {
  /** The method it befalls; every method but getUpdates where it is left out. */
  method?: string;
  /** How many calls it befalls; 1 unless told otherwise. */
  times?: number;
}

/** A fault that was ordered: how often it struck, and the end of it (a hanging call is then carried out). */
export interface FaultHandle {
  readonly struck: number;
  release(): void;
}

interface Ordered {
  choose: Disruption;
  left: number;
  struck: number;
  released: Promise<void>;
  release: () => void;
}

/** A fault together with the promise of its release. */
export interface Strike {
  fault: Fault;
  released: Promise<void>;
}

export interface Faults {
  order(fault: Fault, options?: FaultOptions): FaultHandle;
  /** Has a function decide, until it has chosen `times` faults. */
  disrupt(choose: Disruption, times?: number): FaultHandle;
  /** The fault that befalls this call, if any; uses one of its times up. */
  strike(method: string, payload?: Payload): Strike | undefined;
  close(): void;
}

/** A list of ordered faults, struck first come first served. */
export function createFaults(): Faults {
  const ordered: Ordered[] = [];
  return {
    order(fault, { method, times = 1 } = {}) {
      const befallen = method?.toLowerCase();
      const isBefallen = (name: string) => (befallen === undefined ? name !== 'getupdates' : name === befallen);
      return this.disrupt((attempt) => (isBefallen(attempt.method.toLowerCase()) ? fault : undefined), times);
    },
    disrupt(choose, times = Number.POSITIVE_INFINITY) {
      let release = () => {};
      const released = new Promise<void>((resolve) => {
        release = resolve;
      });
      const entry: Ordered = { choose, left: times, struck: 0, released, release };
      ordered.push(entry);
      return {
        get struck() {
          return entry.struck;
        },
        release() {
          entry.left = 0;
          entry.release();
        },
      };
    },
    strike(method, payload = {}) {
      const id = Number(payload.chat_id ?? Number.NaN);
      const attempt: Attempt = { method, chat: Number.isFinite(id) ? id : undefined, payload };
      for (const entry of ordered) {
        const fault = entry.left > 0 ? entry.choose(attempt) : undefined;
        if (!fault) continue;
        entry.left--;
        entry.struck++;
        return { fault, released: entry.released };
      }
      return undefined;
    },
    close() {
      for (const entry of ordered) {
        entry.left = 0;
        entry.release();
      }
    },
  };
}

/** The refusal that an `error` fault stands for. */
export function faultError(fault: Fault & { kind: 'error' }): ApiError {
  return new ApiError(fault.code, fault.description, fault.parameters);
}

/** A fault that answers 429 and asks for `seconds` of patience. */
export function rateLimitFault(seconds: number): Fault {
  const error = tooManyRequests(seconds);
  return { kind: 'error', code: error.code, description: error.message, parameters: { retry_after: seconds } };
}
