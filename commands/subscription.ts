import type { Answer } from '../src/core/answer.ts';
import { type Caller, choice, command, optional, text } from '../src/core/command.ts';
import { type Block, code, note, paragraph } from '../src/core/document.ts';
import { UserError } from '../src/core/errors.ts';
import type { FormValues } from '../src/core/form.ts';
import type { Subscription } from '../src/core/subscription.ts';
import { dayChoices, whenChoices } from '../src/core/subscription-choices.ts';
import { readSubscription, type TypedSubscription } from '../src/core/subscription-values.ts';
import type { Subscriptions } from '../src/core/subscriptions.ts';
import type { Texts } from '../src/core/texts.ts';
import { endedAnswer, endingAnswer, subscriptionAnswer } from '../src/core/views/subscription.ts';
import { type SubscriptionPart, subscriptionForm } from '../src/core/views/subscription-forms.ts';
import { complaintsIn } from '../src/core/views/subscription-mending.ts';
import { previewAnswer } from '../src/core/views/subscription-preview.ts';
import { subscriptionCall } from '../src/core/views/subscription-words.ts';

/** What is done with a subscription by its buttons. */
export function subscription(service: Subscriptions, texts: Texts) {
  const card = (one: Subscription, caller: Caller, ...first: Block[]): Answer =>
    subscriptionAnswer({ subscription: one, nextAt: service.nextAt(one) }, caller, first);

  const said = (one: Subscription, key: string, caller: Caller): Answer => card(one, caller, paragraph(caller.t(key)));

  async function form(id: string, part: SubscriptionPart, typed: FormValues, caller: Caller): Promise<Answer> {
    return subscriptionForm(await service.get(caller, id), part, typed, { caller, readRule: service.readRule });
  }

  /** Changes what was typed or pressed. What will not do is said beside the ways to mend it, and nothing is changed. */
  async function change(
    id: string,
    version: number | undefined,
    typed: TypedSubscription,
    caller: Caller,
  ): Promise<Answer> {
    const before = await service.get(caller, id);
    const { choices, complaints } = readSubscription(typed, before, service.readRule);
    if (complaints.length > 0) {
      const { blocks, buttons } = complaintsIn(complaints, typed, before, caller);
      return { document: blocks, buttons: [...buttons, back(id, caller)], confidential: true, failed: true };
    }
    try {
      return said(await service.change(caller, id, version ?? before.version, choices), 'subscription-saved', caller);
    } catch (error) {
      if (!(error instanceof UserError)) throw error;
      // What was typed would stand in the way of what is there now: it is shown, to be typed again.
      if (error.key === 'error-subscription-changed')
        return card(await service.get(caller, id), caller, ...typedBlocks(error.key, typed, caller));
      return { ...problem(error, caller), buttons: [back(id, caller)], failed: true };
    }
  }

  /** Says what came of it above the subscription as it is then. */
  async function attempt(id: string, act: () => Promise<string>, caller: Caller): Promise<Answer> {
    try {
      const key = await act();
      return said(await service.get(caller, id), key, caller);
    } catch (error) {
      if (!(error instanceof UserError) || error.key === 'error-subscription-gone') throw error;
      return card(await service.get(caller, id), caller, ...problem(error, caller).document);
    }
  }

  return command({
    name: 'subscription',
    unlisted: true,
    options: {
      id: text({ maxLength: 8 }),
      act: optional(text({ maxLength: 10 })),
      version: optional(text({ maxLength: 9 })),
      when: optional(choice(() => whenChoices)),
      day: optional(choice(() => dayChoices)),
      time: optional(text({ maxLength: 100 })),
      zone: optional(text({ maxLength: 60 })),
      quiet: optional(text({ maxLength: 40 })),
    },
    async run({ id, act, version: _, ...typed }, caller): Promise<Answer> {
      switch (act) {
        case undefined:
          return card(await service.get(caller, id), caller);
        case 'what':
        case 'when':
        case 'quiet':
          return await form(id, act, given(typed), caller);
        case 'set':
          return await change(id, undefined, given(typed), caller);
        case 'pause':
          return said(await service.pause(caller, id), 'subscription-now-paused', caller);
        case 'resume':
          return await attempt(id, () => service.resume(caller, id).then(() => 'subscription-resumed'), caller);
        case 'test':
          return await attempt(id, () => service.test(caller, id).then(() => 'subscription-tested'), caller);
        case 'preview': {
          const one = await service.get(caller, id);
          const reader = { language: one.language, t: texts.in(one.language) };
          return previewAnswer(one, await service.preview(caller, id), reader, caller);
        }
        case 'end':
          return endingAnswer(await service.get(caller, id), caller);
        case 'ended':
          return endedAnswer(await service.unsubscribe(caller, id), caller);
        default:
          throw new UserError('error-old-button');
      }
    },
    async submit({ id, act, version }, values, caller): Promise<Answer> {
      switch (act) {
        case 'what':
        case 'when':
        case 'quiet':
          return await change(id, Number(version ?? 0), values, caller);
        default:
          throw new UserError('error-old-button');
      }
    },
  });
}

const given = (typed: Record<string, string | undefined>): Record<string, string> =>
  Object.fromEntries(Object.entries(typed).filter(([, value]) => value !== undefined)) as Record<string, string>;

const back = (id: string, { t }: Caller) => ({ label: t('subscription-back'), call: subscriptionCall(id) });

const problem = ({ key, values }: UserError, { t }: Caller) => ({
  document: [paragraph(t(key, values))],
  confidential: true,
});

function typedBlocks(key: string, typed: TypedSubscription, { t }: Caller): Block[] {
  const words = [typed.time, typed.zone, typed.quiet].filter((one): one is string => Boolean(one));
  return [paragraph(t(key)), ...words.map((one) => note(code(one)))];
}
