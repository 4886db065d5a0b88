import fc from 'fast-check';
import { type Mutation, mutation } from '../mutations.ts';
import { code, nasty, written } from '../words.ts';

/** What is entered into one option: text, or the number of one of the things that there are to choose from. */
interface Entered {
  text: string;
  pick: number;
  isLeftOut: boolean;
}

/** What somebody does. Numbers are taken modulo: of people, places, commands, messages, buttons. */
export type Deed =
  | { kind: 'slash' | 'typing'; command: number; action: number; entered: Entered[] }
  | { kind: 'message menu'; command: number; content: string }
  | { kind: 'press'; message: number; button: number; code?: string | undefined }
  | { kind: 'choose'; message: number; menu: number; values: string[]; picks: number[] }
  | { kind: 'submit'; form: number; entered: Entered[]; code?: string | undefined }
  | { kind: 'foreign'; type: number; inner: number; code: string }
  | { kind: 'event'; event: string; what: number };

export interface DiscordPlan {
  who: number;
  where: number;
  locale: string;
  deed: Deed;
  /** Changes to the frame on its way; none for what Discord itself would send. */
  mutations: Mutation[];
}

const nat = fc.nat(1000);
const entered = (text: fc.Arbitrary<string>) =>
  fc.array(fc.record({ text, pick: nat, isLeftOut: fc.boolean() }), { minLength: 1, maxLength: 6 });
const strangeCode = fc.option(code, { nil: undefined, freq: 3 });
const kind = <const K extends string>(name: K) => fc.constant(name);

const deed: fc.Arbitrary<Deed> = fc.oneof(
  { arbitrary: fc.record({ kind: kind('slash'), command: nat, action: nat, entered: entered(nasty) }), weight: 8 },
  { arbitrary: fc.record({ kind: kind('typing'), command: nat, action: nat, entered: entered(nasty) }), weight: 3 },
  { arbitrary: fc.record({ kind: kind('message menu'), command: nat, content: nasty }), weight: 2 },
  { arbitrary: fc.record({ kind: kind('press'), message: nat, button: nat, code: strangeCode }), weight: 6 },
  {
    arbitrary: fc.record({
      kind: kind('choose'),
      message: nat,
      menu: nat,
      values: fc.array(code, { maxLength: 3 }),
      picks: fc.array(nat, { maxLength: 3 }),
    }),
    weight: 2,
  },
  {
    arbitrary: fc.record({ kind: kind('submit'), form: nat, entered: entered(written), code: strangeCode }),
    weight: 4,
  },
  { arbitrary: fc.record({ kind: kind('foreign'), type: fc.nat(12), inner: fc.nat(30), code }), weight: 1 },
  {
    arbitrary: fc.record({
      kind: kind('event'),
      event: fc.constantFrom(
        ...['GUILD_UPDATE', 'GUILD_ROLE_UPDATE', 'CHANNEL_UPDATE', 'THREAD_UPDATE', 'GUILD_MEMBER_UPDATE', 'NEWS'],
        ...['GUILD_CREATE', 'MESSAGE_CREATE', 'TYPING_START', 'INTERACTION_SOMETHING'],
      ),
      what: nat,
    }),
    weight: 1,
  },
);

const locale = fc.constantFrom(...['en-US', 'uk', 'ru', 'de', 'en-US', 'uk', 'pt-BR', 'zh-CN', 'xx', '', 'uk-UA-x']);

export const discordPlan: fc.Arbitrary<DiscordPlan> = fc.record({
  who: nat,
  where: nat,
  locale,
  deed,
  mutations: fc.oneof(
    { arbitrary: fc.constant<Mutation[]>([]), weight: 3 },
    { arbitrary: fc.array(mutation, { minLength: 1, maxLength: 3 }), weight: 1 },
  ),
});
