import type { Caller } from '../../core/command.ts';
import type { Chat, Platform } from '../../core/community.ts';
import { UserError } from '../../core/errors.ts';
import { chatOfPlace, type Subscription } from '../../core/subscription.ts';
import type { Store } from '../../store/store.ts';
import type { Ground } from './ground.ts';
import { whereOf } from './places.ts';
import { moderates } from './rights.ts';
import type { Where } from './where.ts';

export interface EndingParts {
  store: { subscriptions: Pick<Store['subscriptions'], 'get' | 'end'> };
  ground: Ground;
  chatNamed(platform: Platform, name: string): Promise<Chat | undefined>;
  now: () => number;
}

/** Takes subscriptions back, those of places that the platform no longer has as well. */
export function createEnding({ store, ground, chatNamed, now }: EndingParts) {
  async function named(caller: Caller, where: string | undefined): Promise<Subscription> {
    const isId = where !== undefined && /^[a-z\d]{8}$/u.test(where);
    if (isId && (await store.subscriptions.get(where))) return await ground.get(caller, where);
    const meant = await withId(whereOf(caller, where), caller);
    const found = (await ground.list(caller)).find((one) => isMeant(one, meant, caller));
    if (found) return found;
    const here = caller.here && chatOfPlace(caller.here.place);
    if (meant.kind === 'here' && here && !(await moderates(caller, caller.community, here)))
      throw new UserError('error-subscribe-moderators');
    throw new UserError('error-not-subscribed');
  }

  async function withId(where: Where, { person, community }: Caller): Promise<Where> {
    if (where.kind !== 'name') return where;
    // Nobody learns of names by asking: only in communities with a chat there can anything be meant.
    const isAnywhere = community.chats.some(({ platform }) => platform === person.platform);
    const chat = isAnywhere ? await chatNamed(person.platform, where.name) : undefined;
    return { kind: 'chat', chat: chat?.id ?? '', thread: where.thread };
  }

  return async (caller: Caller, where: string | undefined): Promise<Subscription> => {
    const before = await named(caller, where);
    const act = ground.actOn(caller, before, 'end');
    const ended = await store.subscriptions.end(before.id, now(), act);
    if (!ended) throw new UserError('error-subscription-gone');
    return ground.done(ended, act);
  };
}

function isMeant({ place, isPrivate }: Subscription, where: Where, { here }: Caller): boolean {
  switch (where.kind) {
    case 'me':
      return isPrivate;
    case 'here':
      return here !== undefined && place.channel === here.place.channel && place.thread === here.place.thread;
    case 'channel':
      return place.channel === where.channel;
    case 'chat':
      return !isPrivate && place.chat === where.chat && place.thread === where.thread;
    case 'name':
      return false;
  }
}
