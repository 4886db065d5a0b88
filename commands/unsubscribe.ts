import type { Answer } from '../src/core/answer.ts';
import { command, optional, text } from '../src/core/command.ts';
import type { Subscriptions } from '../src/core/subscriptions.ts';
import { endedAnswer } from '../src/core/views/subscription.ts';

/** Takes a subscription back; a button brings it back as it was. */
export const unsubscribe = (subscriptions: Subscriptions) =>
  command({
    name: 'unsubscribe',
    options: { where: optional(text({ maxLength: 200 })) },
    async run({ where }, caller): Promise<Answer> {
      return endedAnswer(await subscriptions.unsubscribe(caller, where), caller);
    },
  });
