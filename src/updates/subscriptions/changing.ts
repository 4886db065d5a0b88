import type { Caller } from '../../core/command.ts';
import { UserError } from '../../core/errors.ts';
import type { Subscription, SubscriptionChoices } from '../../core/subscription.ts';
import type { Subscribed } from '../../core/subscriptions.ts';
import { Stale } from '../../store/failures.ts';
import type { Store } from '../../store/store.ts';
import { changesIn, choicesOf, defaultsFor, withChoices } from './choosing.ts';
import type { Ground } from './ground.ts';
import { heldSince } from './holding.ts';
import type { FitPlace, Places } from './places.ts';
import { isPersonal } from './rights.ts';
import type { Wanted } from './wanted.ts';

export interface ChangingParts {
  store: Pick<Store, 'subscriptions' | 'outbox'>;
  ground: Ground;
  places: Places;
  wanted: Wanted;
  now: () => number;
  newId: () => string;
}

/** Why one that was made with times that could not be read is paused. */
const unfinished = 'subscription-unfinished';

type Chosen = Partial<SubscriptionChoices>;

/** How subscriptions come about, change and go on. */
export function createChanging({ store, ground, places, wanted, now, newId }: ChangingParts) {
  const { subscriptions } = store;
  const { get, actOn, done } = ground;

  async function subscribe(
    caller: Caller,
    where: string | undefined,
    chosen: Chosen,
    waits = false,
  ): Promise<Subscribed> {
    const at = await places.fitPlace(caller, where);
    if (chosen.crosspost && !at.canCrosspost) throw new UserError('error-no-crosspost');
    const known = await subscriptions.at(at.place);
    if (!known || known.state === 'ended') return await add(caller, at, known, chosen, waits);
    const own = await signed(known, caller);
    const written = await write(caller, { ...own, title: at.title }, chosen);
    const isHeld = waits || written.state !== 'paused' || written.pause?.reason === unfinished;
    return { subscription: isHeld ? written : await goOn(caller, written), isOld: own === known };
  }

  /** What was subscribed in a chat's name is theirs who goes on with it, so that there is somebody who can be told of it. */
  async function signed(known: Subscription, { person }: Caller): Promise<Subscription> {
    if (!known.by || isPersonal(known.by) || !isPersonal(person)) return known;
    return (await subscriptions.put({ ...known, by: person })).subscription;
  }

  async function add(
    caller: Caller,
    at: FitPlace,
    known: Subscription | undefined,
    chosen: Chosen,
    waits: boolean,
  ): Promise<Subscribed> {
    const { place, title, isPrivate, community, canCrosspost } = at;
    const start = now();
    const choices = { ...(known ? choicesOf(known) : defaultsFor(caller, isPrivate)), ...chosen };
    const fresh: Omit<Subscription, 'version'> = {
      ...choices,
      crosspost: choices.crosspost && canCrosspost,
      id: newId(),
      community,
      place,
      title,
      isPrivate,
      state: waits ? 'paused' : 'active',
      pause: waits ? { by: 'person', reason: unfinished, at: start } : undefined,
      by: caller.person,
      createdAt: start,
      deliveredAt: known?.deliveredAt,
      digestedUntil: start,
      slotAt: start,
      waitUntil: 0,
    };
    const act = actOn(caller, fresh, 'add', { digest: fresh.digest ?? 'instant' });
    const made = await subscriptions.put(fresh, act);
    done(made.subscription, act);
    return made;
  }

  /** Writes what was chosen. One that waited for its times goes on once they are. */
  async function write(caller: Caller, before: Subscription, chosen: Chosen): Promise<Subscription> {
    const at = now();
    const goesOn = before.pause?.reason === unfinished && 'digest' in chosen;
    const changed = withChoices(before, { ...choicesOf(before), ...chosen }, at);
    const after: Subscription = goesOn ? { ...changed, state: 'active', pause: undefined } : changed;
    const detail = changesIn(before, after);
    const isChanged = goesOn || Object.keys(detail).length > 0;
    if (!isChanged) return before;
    const act = actOn(caller, after, 'change', detail);
    const written = await subscriptions.change(after, act).catch((error: unknown) => {
      throw error instanceof Stale ? new UserError('error-subscription-changed') : error;
    });
    if (before.digest !== undefined && written.digest === undefined) await sendGathered(written, at);
    return done(written, act);
  }

  /** Where updates come at once from now on, what would have been in the next digest comes now. */
  async function sendGathered(subscription: Subscription, at: number): Promise<void> {
    const { id, digestedUntil, state } = subscription;
    const updates = state === 'active' ? await wanted(subscription, digestedUntil, at) : [];
    if (updates.length === 0) return;
    const digest = { subscription: id, slotAt: at, updates: updates.map((one) => one.id), digestedUntil: at };
    await store.outbox.enqueueDigests([digest], at);
  }

  async function goOn(caller: Caller, subscription: Subscription): Promise<Subscription> {
    const act = actOn(caller, subscription, 'resume');
    const resumed = await subscriptions.resume(subscription.id, now(), heldSince(now()), act);
    return resumed ? done(resumed, act) : await get(caller, subscription.id);
  }

  return {
    subscribe,

    async change(caller: Caller, id: string, version: number, chosen: Chosen): Promise<Subscription> {
      const before = await get(caller, id);
      if (before.version !== version) throw new UserError('error-subscription-changed');
      if (chosen.crosspost && !before.crosspost && !(await places.inspected(before, caller)).canCrosspost)
        throw new UserError('error-no-crosspost');
      return await write(caller, before, chosen);
    },

    async pause(caller: Caller, id: string): Promise<Subscription> {
      const before = await get(caller, id);
      const act = actOn(caller, before, 'pause');
      const paused = await subscriptions.pause(id, { by: 'person', reason: '', at: now() }, act);
      return paused ? done(paused, act) : before;
    },

    async resume(caller: Caller, id: string): Promise<Subscription> {
      const before = await get(caller, id);
      if (before.state === 'active') return before;
      await places.inspected(before, caller);
      return await goOn(caller, before);
    },
  };
}
