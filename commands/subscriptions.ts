import type { Answer } from '../src/core/answer.ts';
import { type Caller, command } from '../src/core/command.ts';
import type { Subscription } from '../src/core/subscription.ts';
import type { Subscriptions } from '../src/core/subscriptions.ts';
import { subscriptionsAnswer } from '../src/core/views/subscription.ts';

/** Where updates are sent that the caller may change. */
export const subscriptions = (service: Subscriptions) =>
  command({
    name: 'subscriptions',
    options: {},
    async run(_, caller): Promise<Answer> {
      const all = await service.list(caller);
      return subscriptionsAnswer(all, await canSubscribeHere(all, caller), caller);
    },
  });

async function canSubscribeHere(all: readonly Subscription[], caller: Caller): Promise<boolean> {
  const { here, person } = caller;
  if (!here || here.place.chat === person.id) return false;
  const isThere = all.some(({ place }) => place.channel === here.place.channel && place.thread === here.place.thread);
  return !isThere && (await caller.role()) === 'moderator';
}
