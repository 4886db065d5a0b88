import type { Answer, Call } from '../src/core/answer.ts';
import { telegramDataLimit } from '../src/core/call-codec.ts';
import type { Catalogue } from '../src/core/catalogue.ts';
import { type Caller, choice, choices, command, optional, type Suggestion, text } from '../src/core/command.ts';
import { paragraph } from '../src/core/document.ts';
import { UserError } from '../src/core/errors.ts';
import { languageChoices, switches } from '../src/core/setting-values.ts';
import type { Subscription } from '../src/core/subscription.ts';
import { dayChoices, importanceChoices, whenChoices } from '../src/core/subscription-choices.ts';
import { readLine } from '../src/core/subscription-line.ts';
import {
  type Complaint,
  type ReadSubscription,
  readSubscription,
  type TypedSubscription,
} from '../src/core/subscription-values.ts';
import type { Subscriptions } from '../src/core/subscriptions.ts';
import { zonesLike } from '../src/core/time-zones.ts';
import { namedChoices } from '../src/core/views/names.ts';
import { forOneself, subscriptionAnswer } from '../src/core/views/subscription.ts';
import { complaintsIn } from '../src/core/views/subscription-mending.ts';
import { whereOfPlace } from '../src/core/views/subscription-words.ts';

const mostSuggested = 25;

/** Has updates sent to the place in which somebody asks, or to another one of theirs; then everything about it can be set. */
export function subscribe(subscriptions: Subscriptions, catalogue: () => Catalogue) {
  const topics = () => namedChoices(catalogue().knowledge.topics);
  const parties = () => namedChoices(catalogue().knowledge.parties);

  /** Subscribes with what is understood. What is missing of its times is asked for before anything is sent. */
  async function subscribed(where: string | undefined, typed: TypedSubscription, caller: Caller): Promise<Answer> {
    const read = readSubscription(typed, undefined, subscriptions.readRule);
    const { subscription, isOld } = await subscriptions.subscribe(caller, where, read.choices, mustWait(read));
    if (read.complaints.length === 0)
      return shown(
        subscription,
        isOld ? (isEmpty(typed) ? 'subscribe-already' : 'subscribe-changed') : 'subscribed',
        caller,
      );
    const again = isOld ? readSubscription(typed, subscription, subscriptions.readRule) : read;
    if (again.complaints.length > 0) return mended(again.complaints, typed, subscription, isOld, caller);
    const { id, version } = subscription;
    return shown(await subscriptions.change(caller, id, version, again.choices), 'subscribe-changed', caller);
  }

  const shown = (subscription: Subscription, said: string, caller: Caller): Answer =>
    subscriptionAnswer({ subscription, nextAt: subscriptions.nextAt(subscription) }, caller, [
      paragraph(caller.t(said)),
    ]);

  function mended(
    complaints: readonly Complaint[],
    typed: TypedSubscription,
    subscription: Subscription,
    isOld: boolean,
    caller: Caller,
  ): Answer {
    const { blocks, buttons } = complaintsIn(complaints, typed, subscription, caller);
    const said = isOld ? 'subscribe-partly' : subscription.state === 'paused' ? 'subscribe-waits' : 'subscribe-but';
    return subscriptionAnswer(
      { subscription, nextAt: subscriptions.nextAt(subscription) },
      caller,
      [paragraph(caller.t(said)), ...blocks],
      buttons,
    );
  }

  return command({
    name: 'subscribe',
    options: {
      where: optional(text({ maxLength: 200, suggest: suggestedPlaces })),
      topics: optional(choices(topics)),
      parties: optional(choices(parties)),
      importance: optional(choice(() => importanceChoices)),
      when: optional(choice(() => whenChoices)),
      time: optional(text({ maxLength: 100 })),
      day: optional(choice(() => dayChoices)),
      zone: optional(text({ maxLength: 60, suggest: suggestedZones })),
      language: optional(choice(() => languageChoices)),
      quiet: optional(text({ maxLength: 40 })),
      silent: optional(choice(() => switches)),
      crosspost: optional(choice(() => switches)),
    },
    async run({ where: line, topics: chosenTopics, parties: chosenParties, ...chosen }, caller): Promise<Answer> {
      const { where, typed: said } = readLine(line, { topics: topics(), parties: parties() });
      const given = { ...chosen, topics: chosenTopics?.join(','), parties: chosenParties?.join(',') };
      const typed: TypedSubscription = { ...said, ...withoutGaps(given) };
      try {
        return await subscribed(where, typed, caller);
      } catch (error) {
        if (!(error instanceof UserError)) throw error;
        return refused(error, where, withoutGaps(typed), caller);
      }
    },
  });
}

/** Whether it would be sent at other times than are meant: a digest's that could not be read, or in another zone. */
const mustWait = ({ choices: { digest }, complaints }: ReadSubscription): boolean =>
  complaints.some(({ field }) => field === 'time' || (field === 'zone' && digest !== undefined));

/** What can be done about it, if anything: the same again once it is mended, or updates for oneself. */
function refused({ key, values }: UserError, where: string | undefined, typed: Call['args'], caller: Caller): Answer {
  const said: Answer = { document: [paragraph(caller.t(key, values))], private: true, failed: true };
  if (key === 'error-subscribe-moderators') return { ...said, buttons: [forOneself(caller)] };
  const call = { command: 'subscribe', args: { where: where ?? placeOf(caller), ...typed } };
  const isMendable = ['error-place-unfit', 'error-place-silent', 'error-private-unfit'].includes(key);
  if (!isMendable) return said;
  const buttons = fitsButton(call) ? [{ label: caller.t('try-again'), call }] : [];
  if (key !== 'error-private-unfit') return { ...said, buttons };
  // A person who has not yet opened the private chat is shown the way there, where it is tried again.
  return {
    document: said.document,
    buttons,
    call: { command: 'subscribe', args: { where: 'me' } },
    confidential: true,
  };
}

const placeOf = ({ here, person }: Caller): string =>
  here === undefined || here.place.chat === person.id ? 'me' : whereOfPlace(here.place);

/** Room is left for options that are left out. */
const fitsButton = ({ command: name, args }: Call): boolean =>
  encodeURIComponent([name, ...Object.values(args)].join('_')).length + 12 <= telegramDataLimit;

const isEmpty = (typed: TypedSubscription): boolean => Object.keys(typed).length === 0;

const withoutGaps = (typed: TypedSubscription): Record<string, string> =>
  Object.fromEntries(Object.entries(typed).filter(([, value]) => value !== undefined)) as Record<string, string>;

const suggestedZones = (typed: string): Suggestion[] =>
  zonesLike(typed, mostSuggested).map((zone) => ({ name: zone, value: zone }));

function suggestedPlaces(typed: string, { t }: Caller): Suggestion[] {
  const all = [
    { name: t('where-here'), value: 'here' },
    { name: t('where-me'), value: 'me' },
  ];
  const found = all.filter(({ name, value }) => `${value} ${name}`.toLowerCase().includes(typed.toLowerCase()));
  return typed === '' || found.length > 0 ? found : [];
}
