import type { Answer } from './answer.ts';
import type { Platform } from './community.ts';

/** What came of what a person asked: `refused` is for them to mend, or not for them; `failed` is our fault or the network's. */
export type Outcome = 'answered' | 'refused' | 'failed';

/** What operators may know of what a person asked. Whoever answers it fills it in. */
export interface Asked {
  /** A command's name, or the kind of what came in; unset where nothing was asked of us. */
  command?: string;
  outcome: Outcome;
}

/** Told how answering goes, for whoever runs the bot: never in whose words, nor for whom. */
export interface Watch {
  /** Has something answered that has just come in, until the platform has the answer. */
  answering(platform: Platform, answer: (asked: Asked) => Promise<void>): Promise<void>;
  /** Has one request sent to a platform. */
  request<T>(platform: Platform, send: () => Promise<T>): Promise<T>;
  /** The platform's limits hold something up for so long. */
  limited(platform: Platform, forMs: number): void;
}

/** Where nobody watches. */
export const unwatched: Watch = {
  answering: (_, answer) => answer({ outcome: 'answered' }),
  request: (_, send) => send(),
  limited() {},
};

/** What an answer of the dispatcher's means for operators. */
export function outcomeOf({ incident, failed }: Answer): Outcome {
  if (incident !== undefined) return 'failed';
  return failed ? 'refused' : 'answered';
}

/** `gone` is a shard that does not come back by itself. */
export type ShardState = 'ready' | 'connecting' | 'gone';

/** Told how the connections to Discord's gateway are, for whoever runs the bot. */
export interface GatewayWatch {
  shard(id: number, state: ShardState): void;
  /** The shard is no longer this process's. */
  forget(id: number): void;
  /** A session went on where it broke off. */
  resumed(): void;
  /** A connection was made anew, which stood while nothing came. */
  restarted(reason: 'silent'): void;
}

/** Where nobody watches. */
export const unwatchedGateway: GatewayWatch = {
  shard() {},
  forget() {},
  resumed() {},
  restarted() {},
};
