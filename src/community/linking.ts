import type { Caller } from '../core/command.ts';
import { type Chat, isShared } from '../core/community.ts';
import { UserError } from '../core/errors.ts';
import { isHost, isSameChat, type Linking, linkMinutes } from '../core/linking.ts';
import type { Store } from '../store/store.ts';
import { actOf } from './acting.ts';
import { createAttempts } from './attempts.ts';
import { createBoundedMap } from './bounded-map.ts';
import { hashOfLinkCode } from './link-code.ts';
import { type Registry, unreachableCommunity } from './registry.ts';

export interface LinkingParts {
  store: Pick<Store, 'communities'>;
  registry: Registry;
  now: () => number;
  /** A code that nobody can guess. */
  newCode: () => string;
}

const linkMs = linkMinutes * 60_000;
/** Wrong codes of one person, or in one chat, within `linkMs`. */
const mostWrong = 5;

export function createLinking({ store, registry, now, newCode }: LinkingParts): Linking {
  /** By a code's hash, the chat that it was first written in, and when. */
  const claims = createBoundedMap<string, { chat: string; at: number }>(1000);
  const wrong = createAttempts({ most: mostWrong, windowMs: linkMs, now });

  function refuseGuessing(keys: readonly string[]): void {
    const wait = Math.max(...keys.map((key) => wrong.waitMs(key)));
    if (wait > 0) throw new UserError('error-link-attempts', { minutes: Math.ceil(wait / 60_000) });
  }

  /** What somebody wants to join with; throws for who has tried too many. */
  function attempt(caller: Caller, typed: string) {
    const chat = chatOf(caller);
    const keys = [`person:${keyOf(caller.person)}`, `chat:${keyOf(chat)}`];
    refuseGuessing(keys);
    return { chat, keys, hash: hashOfLinkCode(typed) };
  }

  /** Who reads a code in the chat that it is written in can't be faster with it in another one. */
  function claimedElsewhere(hash: string, chat: Chat): boolean {
    const claim = claims.get(hash);
    return claim !== undefined && claim.at > now() - linkMs && claim.chat !== keyOf(chat);
  }

  return {
    async makeCode(caller) {
      chatOf(caller);
      const code = newCode();
      const hash = hashOfLinkCode(code);
      if (hash === undefined) throw new Error('A code was made that is none.');
      const act = actOf(caller, now(), 'link.code', caller.community.name);
      await store.communities.makeLink(caller.community.id, hash, now() + linkMs, act);
      return code;
    },

    claim(caller, typed) {
      const { chat, hash } = attempt(caller, typed);
      if (hash !== undefined && !claimedElsewhere(hash, chat)) claims.set(hash, { chat: keyOf(chat), at: now() });
    },

    async join(caller, typed) {
      const { chat, keys, hash } = attempt(caller, typed);
      // Counted before the look-up: who sends many guesses at once gets no more of them.
      for (const key of keys) wrong.failed(key);
      if (hash === undefined || claimedElsewhere(hash, chat)) throw new UserError('error-link-code');
      const { community: _, ...act } = actOf(caller, now(), 'link.join', chat.title);
      const joined = await store.communities.useLink(hash, bare(chat), now(), act);
      if (!joined) throw new UserError('error-link-code');
      forget(caller, chat);
      registry.keep(joined);
      return joined;
    },

    async leave(caller, leaving) {
      const chat = chatOf(caller);
      const { chats } = caller.community;
      if (chats.length < 2) throw new UserError('error-not-linked');
      const isOwn = isSameChat(chat, leaving);
      if (isOwn === isHost(caller) || !chats.some((one) => isSameChat(one, leaving)))
        throw new UserError('error-old-button');
      const title = isOwn ? chat.title : leaving.id;
      const { community: _, ...act } = actOf(caller, now(), 'link.leave', title);
      const own = await store.communities.unlink({ ...bare(leaving), title }, now(), act);
      forget(caller, leaving);
      registry.keep(own);
      return own;
    },
  };

  function forget({ community }: Caller, chat: Chat): void {
    registry.forget(community.id);
    registry.forgetChat(chat);
  }
}

function chatOf({ chat, community }: Caller): Chat & { title: string } {
  if (!chat || isShared(community) || community.id === unreachableCommunity) throw new UserError('error-only-in-chats');
  return chat;
}

const keyOf = ({ platform, id }: Pick<Chat, 'platform' | 'id'>): string => `${platform}:${id}`;

const bare = ({ platform, id }: Chat): Chat => ({ platform, id });
