import fc from 'fast-check';
import { type Mutation, mutation } from '../mutations.ts';
import { code, nasty, written } from '../words.ts';

interface Entity {
  type: string;
  offset: number;
  length: number;
}

/** How a message comes, besides what it says. */
export interface Manner {
  /** Of the messages so far; a reply to it. */
  replyTo?: number | undefined;
  as: 'oneself' | 'anonymous' | 'channel';
  isInTopic: boolean;
  extra?: 'forwarded' | 'via bot' | 'automatic forward' | 'quote' | 'edited' | undefined;
  entities: Entity[];
}

/** What somebody does. Numbers are taken modulo: of people, chats, commands, messages, buttons. */
export type Deed =
  | { kind: 'text'; text: string; isNamed: boolean; manner: Manner }
  | { kind: 'command'; command: number; isAddressed: boolean; args: string; manner: Manner }
  | { kind: 'start'; payload: string }
  | { kind: 'press'; message: number; button: number; data?: string | undefined; of: 'message' | 'inline' | 'old' }
  | { kind: 'inline'; query: string; offset: string }
  | { kind: 'document'; caption?: string | undefined; name: string; size: number; mime: string; manner: Manner }
  | { kind: 'service'; what: number; text: string }
  | { kind: 'member'; isOurs: boolean; before: number; after: number }
  | { kind: 'foreign'; name: string; text: string };

export interface TelegramPlan {
  who: number;
  where: number;
  language?: string | undefined;
  deed: Deed;
  /** Changes to the update on its way; none for what Telegram itself would send. */
  mutations: Mutation[];
}

const nat = fc.nat(1000);
const maybe = <T>(arbitrary: fc.Arbitrary<T>, freq = 2) => fc.option(arbitrary, { nil: undefined, freq });
const kind = <const K extends string>(name: K) => fc.constant(name);

const entity = fc.record({
  type: fc.constantFrom('bold', 'bot_command', 'mention', 'text_link', 'text_mention', 'pre', 'code', 'spoiler', 'odd'),
  offset: fc.constantFrom(0, 1, 2, 5, -1, 4000, 2 ** 31),
  length: fc.constantFrom(0, 1, 3, 10, -5, 5000),
});

const manner: fc.Arbitrary<Manner> = fc.record({
  replyTo: maybe(nat, 1),
  as: fc.constantFrom('oneself', 'oneself', 'oneself', 'oneself', 'anonymous', 'channel'),
  isInTopic: fc.boolean(),
  extra: fc.constantFrom(
    ...([undefined, undefined, undefined, undefined, undefined, undefined, 'quote', 'edited'] as const),
    ...(['forwarded', 'via bot', 'automatic forward'] as const),
  ),
  entities: fc.oneof(
    { arbitrary: fc.constant<Entity[]>([]), weight: 3 },
    { arbitrary: fc.array(entity, { maxLength: 3 }), weight: 1 },
  ),
});

const deed: fc.Arbitrary<Deed> = fc.oneof(
  { arbitrary: fc.record({ kind: kind('text'), text: written, isNamed: fc.boolean(), manner }), weight: 6 },
  {
    arbitrary: fc.record({ kind: kind('command'), command: nat, isAddressed: fc.boolean(), args: nasty, manner }),
    weight: 8,
  },
  { arbitrary: fc.record({ kind: kind('start'), payload: code }), weight: 1 },
  {
    arbitrary: fc.record({
      kind: kind('press'),
      message: nat,
      button: nat,
      data: maybe(code),
      of: fc.constantFrom('message', 'message', 'message', 'message', 'inline', 'old'),
    }),
    weight: 6,
  },
  {
    arbitrary: fc.record({ kind: kind('inline'), query: nasty, offset: fc.constantFrom('', '1', 'x'.repeat(64)) }),
    weight: 3,
  },
  {
    arbitrary: fc.record({
      kind: kind('document'),
      caption: maybe(nasty, 3),
      name: nasty,
      size: fc.constantFrom(0, 1, 1000, 20_000_001, 2 ** 40),
      mime: fc.constantFrom('application/json', 'text/plain', ''),
      manner,
    }),
    weight: 1,
  },
  { arbitrary: fc.record({ kind: kind('service'), what: nat, text: nasty }), weight: 1 },
  { arbitrary: fc.record({ kind: kind('member'), isOurs: fc.boolean(), before: nat, after: nat }), weight: 1 },
  {
    arbitrary: fc.record({
      kind: kind('foreign'),
      name: fc.constantFrom(
        ...['edited_message', 'edited_channel_post', 'poll', 'poll_answer', 'chat_join_request', 'message_reaction'],
        ...['business_message', 'purchased_paid_media', 'shipping_query', 'chosen_inline_result', 'something_new', ''],
      ),
      text: nasty,
    }),
    weight: 1,
  },
);

export const telegramPlan: fc.Arbitrary<TelegramPlan> = fc.record({
  who: nat,
  where: nat,
  language: fc.constantFrom(undefined, 'en', 'uk', 'ru', 'de', 'pt-br', '', 'zz-top-long'),
  deed,
  mutations: fc.oneof(
    { arbitrary: fc.constant<Mutation[]>([]), weight: 3 },
    { arbitrary: fc.array(mutation, { minLength: 1, maxLength: 3 }), weight: 1 },
  ),
});
