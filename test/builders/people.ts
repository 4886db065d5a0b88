import type { Answer, Call } from '../../src/core/answer.ts';
import { packCall, telegramDataLimit, unpackCall } from '../../src/core/call-codec.ts';
import type { Caller, Here } from '../../src/core/command.ts';
import { readCall } from '../../src/core/command-line.ts';
import type { Chat, Person } from '../../src/core/community.ts';
import type { Dispatcher } from '../../src/core/dispatch.ts';
import { documentText } from '../../src/core/document.ts';
import type { FormValues } from '../../src/core/form.ts';
import type { Reception } from '../../src/core/reception.ts';

/** Somebody in a chat, or in private, who writes lines, presses buttons and fills forms in. */
export interface Somebody {
  /** What is answered to a line such as `/faq nato`, as plain text. */
  say(line: string): Promise<string>;
  /** Presses a button or menu item of the latest answer by its label, through its packed data. */
  press(label: string): Promise<string>;
  /** Makes a call as a client that has run wild would. */
  send(call: Call): Promise<string>;
  /** Sends the latest answer's form. */
  fill(values: FormValues): Promise<string>;
  /** The latest answer. */
  readonly answer: Answer;
  /** What can be pressed under it. */
  readonly labels: string[];
  readonly person: Person;
}

export interface SomebodyParts {
  dispatcher: Dispatcher;
  reception: Reception;
  person: Person;
  /** Absent for a private chat. */
  chat?: (Chat & { title: string }) | undefined;
  /** The channel or topic that they ask in; the chat itself, or their private chat, unless told. */
  here?: Here | undefined;
  languageTag?: string;
  /** Not at all unless told. */
  pictures?: Caller['pictures'];
  /** Whether the person moderates that chat now. */
  moderates(chat: Chat, person: Person): boolean;
}

export function somebody(parts: SomebodyParts): Somebody {
  const { dispatcher, reception, person, chat, languageTag, pictures, moderates } = parts;
  const { here = hereIn(chat ?? { ...person, title: '' }) } = parts;
  let answer: Answer = { document: [] };
  const caller = () =>
    reception({
      person,
      place: chat ? 'shared' : 'private',
      chat,
      here,
      languageTag,
      pictures,
      moderates: async (one) => moderates(one, person),
    });

  async function send(call: Call): Promise<string> {
    answer = await dispatcher.answer(call, await caller());
    return documentText(answer.document);
  }

  const pressable = (): { label: string; call: Call }[] => [
    ...answer.document.flatMap((block) => (block.kind === 'menu' ? block.items : [])),
    ...(answer.buttons ?? []).flatMap((button) => ('call' in button ? [button] : [])),
  ];

  return {
    person,
    get answer() {
      return answer;
    },
    get labels() {
      return pressable().map(({ label }) => label);
    },
    send,
    say(line) {
      const [, word = '', rest = ''] = /^\/(\w+)\s*([\s\S]*)$/u.exec(line) ?? [];
      return send(readCall(dispatcher.commands, word, rest));
    },
    press(label) {
      const found = pressable().find((one) => one.label === label);
      if (!found)
        throw new Error(
          `There is no “${label}”, only: ${pressable()
            .map((one) => one.label)
            .join(', ')}`,
        );
      const command = dispatcher.commands.find(({ name }) => name === found.call.command);
      if (!command) throw new Error(`“${label}” calls /${found.call.command}, which there is not.`);
      const call = unpackCall(dispatcher.commands, packCall(command, found.call, telegramDataLimit));
      if (!call) throw new Error(`“${label}” can't be read again.`);
      return send(call);
    },
    async fill(values) {
      if (!answer.form) throw new Error('There is no form to fill in.');
      answer = await dispatcher.submit(answer.form.submit, values, await caller());
      return documentText(answer.document);
    },
  };
}

const hereIn = ({ platform, id, title }: Chat & { title: string }): Here => ({
  place: { platform, chat: id, channel: id },
  title,
});
