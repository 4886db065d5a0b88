import type { Button, Call } from '../answer.ts';
import { telegramDataLimit } from '../call-codec.ts';
import type { Caller } from '../command.ts';
import { type Block, code, list, note, spans, strong } from '../document.ts';
import type { Subscription } from '../subscription.ts';
import type { Complaint, SubscriptionField, TypedSubscription } from '../subscription-values.ts';
import type { Translate } from '../texts.ts';
import { zonesLike } from '../time-zones.ts';
import { labelOf, subscriptionParts } from './subscription-forms.ts';
import { subscriptionCall } from './subscription-words.ts';

type Known = Pick<Subscription, 'id'>;

/** What will not do, beside what was typed, and what can be pressed to mend it. */
export function complaintsIn(
  complaints: readonly Complaint[],
  typed: TypedSubscription,
  subscription: Known,
  { t }: Pick<Caller, 't'>,
): { blocks: Block[]; buttons: Button[] } {
  const fields = [...new Set(complaints.map(({ field }) => field))];
  const lines = complaints.map(({ field, key, values }) => spans(strong(`⚠ ${labelOf(field, t)}: `), t(key, values)));
  const shown = fields.flatMap((field) => (typed[field] ? [note(`${labelOf(field, t)}: `, code(typed[field]))] : []));
  return { blocks: [list(lines), ...shown], buttons: mendings(fields, typed, subscription, t) };
}

/** Times of day that can be pressed rather than typed. */
const offeredTimes = ['08:00', '12:00', '18:00', '21:00'];
const mostZones = 4;

function mendings(
  fields: readonly SubscriptionField[],
  typed: TypedSubscription,
  subscription: Known,
  t: Translate,
): Button[] {
  const [only] = fields.length === 1 ? fields : [];
  const offered = (name: 'time' | 'zone', values: readonly string[]): Button[] =>
    values.flatMap((value) => {
      const call = typedCall(subscription, 'set', { ...typed, [name]: value });
      return call ? [{ label: value, call }] : [];
    });
  return [
    ...(only === 'time' && typed.when !== 'custom' ? offered('time', offeredTimes) : []),
    ...(only === 'zone' ? offered('zone', zonesLike(typed.zone ?? '', mostZones)) : []),
    ...(['when', 'quiet'] as const)
      .filter((part) => fields.some((field) => subscriptionParts[part].fields.includes(field)))
      .map((part) => ({
        label: t(part === 'when' ? 'subscription-mend-when' : 'subscription-mend-quiet'),
        call: typedCall(subscription, part, typed) ?? subscriptionCall(subscription.id, part),
      })),
  ];
}

/** What buttons carry of what was typed, to a form or to be set at once; the rest is chosen from lists, and never wrong. */
const carried = {
  when: ['when', 'day', 'time', 'zone'],
  quiet: ['quiet'],
  set: ['when', 'day', 'time', 'zone', 'quiet'],
} as const;

/** The call with what was typed; undefined where that is too long for a button, and has to be typed again. */
function typedCall({ id }: Known, act: keyof typeof carried, typed: TypedSubscription): Call | undefined {
  const values = carried[act].flatMap((field) => (typed[field] ? [[field, typed[field]] as const] : []));
  const written = values.map(([field, value]) => (field === 'when' || field === 'day' ? 1 : lengthIn(value)));
  const length = written.reduce((sum, one) => sum + one, lengthIn(`subscription${id}${act}`) + mostSeparators);
  return length > telegramDataLimit ? undefined : subscriptionCallWith(id, act, Object.fromEntries(values));
}

const subscriptionCallWith = (id: string, act: string, args: Record<string, string>): Call => ({
  command: 'subscription',
  args: { id, act, ...args },
});

/** One before each option, and the mark of what is confidential. */
const mostSeparators = 9;

/** In bytes, as packed. */
const lengthIn = (value: string): number => encodeURIComponent(value).replace(/[_.!~*'()]/gu, '%00').length;
