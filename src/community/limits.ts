import type { Call } from '../core/answer.ts';
import type { Caller, Command } from '../core/command.ts';
import { UserError } from '../core/errors.ts';
import { createBoundedMap } from './bounded-map.ts';
import { createBuckets } from './buckets.ts';

export interface LimitsParts {
  now: () => number;
  /** Calls in a minute, of one person anywhere. */
  perMember?: number;
  /** Calls in a minute, of everybody in one chat. */
  perChat?: number;
  /** Calls in a minute, of one moderator, once a member's are used up: against a client that has run wild. */
  perModerator?: number;
}

/** Throws `UserError` for who asks too much, or resolves to that where the platform must be asked who they are. */
export type Throttle = (caller: Caller, command: Command, call: Call) => void | Promise<void>;

/** What asks something; the rest is finding one's way about. */
const questions = new Set(['faq', 'position', 'compare', 'plans']);

/**
 * Keeps members from flooding a chat, and never a moderator from working: the role is asked for only where a limit is
 * hit. In memory, for the latest 50 000 people and as many chats.
 */
export function createLimits({ now, perMember = 20, perChat = 120, perModerator = 60 }: LimitsParts): Throttle {
  const members = createBuckets({ perMinute: perMember, most: 50_000, now });
  const chats = createBuckets({ perMinute: perChat, most: 50_000, now });
  const moderators = createBuckets({ perMinute: perModerator, most: 50_000, now });
  /** When members last asked, by community and person. */
  const lastAsked = createBoundedMap<string, number>(50_000);

  /** Milliseconds until this question may be asked; notes it where it may. */
  function cooldownMs({ community }: Caller, person: string): number {
    const leastMs = community.settings.cooldownSeconds * 1000;
    if (leastMs === 0) return 0;
    const key = `${community.id}:${person}`;
    const waitMs = (lastAsked.get(key) ?? Number.NEGATIVE_INFINITY) + leastMs - now();
    if (waitMs > 0) return waitMs;
    lastAsked.set(key, now());
    return 0;
  }

  return (caller, command, call) => {
    const person = `${caller.person.platform}:${caller.person.id}`;
    const waits = [
      members.takeMs(person),
      // What moderators do is not a chat's traffic.
      command.audience || !caller.chat ? 0 : chats.takeMs(`${caller.chat.platform}:${caller.chat.id}`),
      isQuestion(command, call, caller) ? cooldownMs(caller, person) : 0,
    ];
    const waitMs = Math.max(...waits);
    if (waitMs === 0) return;
    return refuse(caller, person, waitMs);
  };

  async function refuse(caller: Caller, person: string, waitMs: number): Promise<void> {
    const isModerator = (await caller.role()) === 'moderator';
    const left = isModerator ? moderators.takeMs(person) : waitMs;
    if (left > 0) throw new UserError('error-too-fast', { seconds: Math.ceil(left / 1000) });
  }
}

/** Turning a page or choosing a “did you mean” goes on with a question that was asked. */
function isQuestion({ name }: Command, { args, page }: Call, { catalogue }: Caller): boolean {
  if (!questions.has(name) || page !== undefined) return false;
  if (name !== 'faq') return Object.keys(args).length > 0;
  return args.question !== undefined && catalogue.knowledge.entry(args.question) === undefined;
}
