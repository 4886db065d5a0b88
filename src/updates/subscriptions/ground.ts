import type { Caller } from '../../core/command.ts';
import { type Community, isSamePerson } from '../../core/community.ts';
import { UserError } from '../../core/errors.ts';
import { chatOfPlace, type Subscription } from '../../core/subscription.ts';
import type { Act, Store } from '../../store/store.ts';
import type { SubscriptionNews } from './news.ts';
import { isOwn, moderates } from './rights.ts';

export interface GroundParts {
  store: Pick<Store, 'subscriptions'>;
  communityById(id: string): Promise<Community | undefined>;
  news: Pick<SubscriptionNews, 'log'>;
  now: () => number;
  changed(): void;
}

/** What everything that is done to subscriptions stands on: whose they are, and how it is written down. */
export function createGround({ store, communityById, news, now, changed }: GroundParts) {
  const { subscriptions } = store;

  async function may(caller: Caller, { place, community, isPrivate }: Subscription): Promise<boolean> {
    if (isPrivate) return isOwn(place, caller.person);
    const owner = community === caller.community.id ? caller.community : await communityById(community);
    return owner !== undefined && (await moderates(caller, owner, chatOfPlace(place)));
  }

  return {
    /** What is somebody else's is not there. */
    async get(caller: Caller, id: string): Promise<Subscription> {
      const found = await subscriptions.get(id);
      if (found && found.state !== 'ended') {
        if (await may(caller, found)) return found;
        refuseAbsence(found, caller);
      }
      throw new UserError('error-subscription-gone');
    },

    async list(caller: Caller): Promise<Subscription[]> {
      const { person, community } = caller;
      const inChat = await subscriptions.inChat(person);
      const others = await subscriptions.ofCommunity(community.id);
      const allowed = await Promise.all(others.map((one) => may(caller, one)));
      return [
        ...inChat.filter(({ isPrivate, place }) => isPrivate && isOwn(place, person)),
        ...others.filter((_, i) => allowed[i]),
      ];
    },

    /** What the caller does, for the audit log; nothing of what is people's own. */
    actOn(
      { person }: Caller,
      { isPrivate, community, title }: Pick<Subscription, 'isPrivate' | 'community' | 'title'>,
      done: string,
      detail: Record<string, string> = {},
    ): Act | undefined {
      if (isPrivate) return undefined;
      const act = { community, by: person, at: now(), act: `subscription.${done}`, subject: title };
      return Object.keys(detail).length > 0 ? { ...act, detail } : act;
    },

    /** Tells what was done once it is written. */
    done(subscription: Subscription, act: Act | undefined): Subscription {
      if (act) news.log(act, subscription);
      changed();
      return subscription;
    },
  };
}

/** Where the bot is not, nobody's rights can be asked for: whoever subscribed the place is told why nothing goes on. */
function refuseAbsence({ pause, by }: Subscription, { person, t }: Caller): void {
  if (pause?.reason === 'place-left' && by && isSamePerson(by, person))
    throw new UserError('error-place-unfit', { missing: t(pause.reason) });
}

export type Ground = ReturnType<typeof createGround>;
