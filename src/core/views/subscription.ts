import type { Answer, Button } from '../answer.ts';
import type { Caller } from '../command.ts';
import { type Block, heading, list, menu, note, paragraph, type Span, spans, strong } from '../document.ts';
import { languageNames } from '../language-names.ts';
import type { Subscription } from '../subscription.ts';
import { instantInWords } from './instants.ts';
import {
  namesOf,
  pauseInWords,
  quietInWords,
  subscriptionCall,
  titleOfPlace,
  whenInWords,
  whereOfPlace,
} from './subscription-words.ts';

/** A subscription, and when its next digest comes if one does. */
export interface ShownSubscription {
  subscription: Subscription;
  nextAt: number | undefined;
}

/** What a place gets and when, how it stands, and everything that can be done about it. */
export function subscriptionAnswer(
  shown: ShownSubscription,
  caller: Caller,
  first: Block[] = [],
  firstButtons: Button[] = [],
): Answer {
  const { subscription } = shown;
  const { t } = caller;
  return {
    document: [
      ...first,
      heading(2, t('subscription-of', { place: titleOfPlace(subscription, caller) })),
      ...standing(shown, caller),
      list(chosen(subscription, caller)),
      // A community's own news stays among its members, whom a private chat can't tell apart.
      ...(subscription.isPrivate ? [note(t('subscription-shared-only'))] : []),
    ],
    buttons: [...firstButtons, ...buttonsFor(subscription, caller)],
    call: subscriptionCall(subscription.id),
    confidential: true,
  };
}

/** Whether something is sent there, when last and when next. */
function standing({ subscription, nextAt }: ShownSubscription, { t, language }: Caller): Block[] {
  const { state, pause, deliveredAt, timeZone } = subscription;
  const time = (at: number) => instantInWords(at, timeZone, language);
  const last =
    deliveredAt === undefined ? t('subscription-never') : t('subscription-last', { date: time(deliveredAt) });
  return [
    ...(state === 'active' ? [] : [paragraph(strong(t('subscription-paused')), ` ${pauseInWords(subscription, t)}`)]),
    ...(pause ? [note(t('subscription-paused-since', { date: time(pause.at) }))] : []),
    note(nextAt === undefined ? last : `${last} ${t('subscription-next', { date: time(nextAt) })}`),
  ];
}

function chosen(subscription: Subscription, caller: Caller): Span[][] {
  const { t, catalogue } = caller;
  const { topics, parties, importance, language, timeZone, digest, silent, crosspost } = subscription;
  const { knowledge } = catalogue;
  const line = (label: string, value: string) => spans(strong(`${t(label)}: `), value);
  return [
    line('subscription-when', `${whenInWords(digest, t)} (${timeZone})`),
    line('subscription-importance', t(importanceText[importance])),
    line('field-topics', namesOf(topics, knowledge.topics, caller) || t('subscription-all-topics')),
    line('field-parties', namesOf(parties, knowledge.parties, caller) || t('subscription-all-parties')),
    line('setting-language', languageNames[language]),
    line('subscription-quiet', quietInWords(subscription, t)),
    line('subscription-sound', t(silent ? 'subscription-silent' : 'subscription-loud')),
    ...(crosspost ? [line('subscription-crosspost', t('setting-questions-on'))] : []),
  ];
}

const importanceText = { all: 'subscription-importance-all', breaking: 'subscription-importance-breaking' };

function buttonsFor({ id, state, pause }: Subscription, { t }: Caller): Button[] {
  const button = (label: string, act: string): Button => ({ label: t(label), call: subscriptionCall(id, act) });
  // Who has yet to say when should not have to look for it.
  const isUnfinished = pause?.by === 'person' && pause.reason !== '';
  const goesOn = state === 'active' ? button('subscription-pause', 'pause') : button('subscription-resume', 'resume');
  const changes = [button('subscription-change-what', 'what'), button('subscription-change-quiet', 'quiet')];
  return [
    ...(state === 'paused' && !isUnfinished ? [goesOn] : []),
    button('subscription-change-when', 'when'),
    ...changes,
    ...(state === 'paused' && !isUnfinished ? [] : [goesOn]),
    button('subscription-test', 'test'),
    button('subscription-preview', 'preview'),
    button('subscription-end', 'end'),
    { label: t('subscriptions-all'), call: { command: 'subscriptions', args: {} } },
  ];
}

/** Those that the caller may change, each to be chosen, and the ways to new ones. */
export function subscriptionsAnswer(all: readonly Subscription[], canSubscribeHere: boolean, caller: Caller): Answer {
  const { t, here } = caller;
  const place = canSubscribeHere ? here?.place : undefined;
  return {
    document: [
      heading(2, t('subscriptions-title')),
      ...(all.length > 0
        ? [
            note(t('subscriptions-choose')),
            menu(all.map((one) => ({ label: inOneLine(one, caller), call: subscriptionCall(one.id) }))),
          ]
        : [paragraph(t('subscriptions-none'))]),
    ],
    buttons: [
      ...(place ? [{ label: t('subscribe-here'), call: subscribeCall(whereOfPlace(place)) }] : []),
      ...(all.some(({ isPrivate }) => isPrivate) ? [] : [forOneself(caller)]),
    ],
    call: { command: 'subscriptions', args: {} },
    confidential: true,
  };
}

const subscribeCall = (where: string) => ({ command: 'subscribe', args: { where } });

/** The way to updates in one's own private chat. */
export const forOneself = ({ t }: Pick<Caller, 't'>): Button => ({
  label: t('subscribe-me'),
  call: subscribeCall('me'),
});

function inOneLine(subscription: Subscription, caller: Caller): string {
  const { t } = caller;
  const line = `${titleOfPlace(subscription, caller)} — ${whenInWords(subscription.digest, t)}`;
  return subscription.state === 'active' ? line : `⏸ ${line}`;
}

/** That it is over, with the way back. */
export function endedAnswer(subscription: Subscription, caller: Caller): Answer {
  const { t } = caller;
  return {
    document: [
      paragraph(t('subscription-ended', { place: titleOfPlace(subscription, caller) })),
      note(t('subscription-ended-still')),
    ],
    buttons: [
      {
        label: t('subscribe-again'),
        call: subscribeCall(subscription.isPrivate ? 'me' : whereOfPlace(subscription.place)),
      },
      { label: t('subscriptions-all'), call: { command: 'subscriptions', args: {} } },
    ],
    confidential: true,
  };
}

/** Nothing ends by one press. */
export function endingAnswer(subscription: Subscription, caller: Caller): Answer {
  const { t } = caller;
  const { id } = subscription;
  return {
    document: [paragraph(t('subscription-end-sure', { place: titleOfPlace(subscription, caller) }))],
    buttons: [
      { label: t('subscription-end-yes'), call: subscriptionCall(id, 'ended') },
      { label: t('subscription-keep'), call: subscriptionCall(id) },
    ],
    confidential: true,
  };
}
