import type { Answer, Call } from '../../core/answer.ts';
import { parseWords } from '../../core/arguments.ts';
import type { Caller } from '../../core/command.ts';
import type { Dispatcher } from '../../core/dispatch.ts';
import { heading, list, note, paragraph } from '../../core/document.ts';
import { type Language, languages } from '../../core/language.ts';
import type { Texts } from '../../core/texts.ts';
import { complete } from './completion.ts';
import { printable } from './printable.ts';
import { layOut, type Screen } from './screen.ts';

/** What the console answers to one line; after `leave` nothing more is to be asked. */
export type Reply = { text: string } | 'leave';

export interface Conversation {
  greeting(connecting: readonly string[]): string;
  /** How to leave, for whoever presses Ctrl-C. */
  farewellHint(): string;
  reply(line: string): Promise<Reply>;
  complete(line: string): [string[], string];
}

export interface ConversationParts {
  dispatcher: Dispatcher;
  texts: Texts;
  language: Language;
  /** Asked again for every answer, since a window changes its size. */
  look: () => { width: number; height: number; colour: boolean };
}

/** A person's talk with Parley, line by line; remembers the language and the last answer, on which numbers act. */
export function createConversation({ dispatcher, texts, language, look }: ConversationParts): Conversation {
  let caller = callerIn(language);
  let shown: { answer: Answer; screen: Screen } | undefined;

  function callerIn(spoken: Language): Caller {
    return { platform: 'console', place: 'private', language: spoken, t: texts.in(spoken) };
  }

  function show(answer: Answer, page = 1): Reply {
    const screen = layOut(answer, page, { ...look(), t: caller.t });
    shown = { answer, screen };
    return { text: screen.text };
  }

  /** Says something without taking away the buttons of the answer above. */
  const remark = (text: string): Reply => ({ text: `${text}\n` });

  const call = async (made: Call): Promise<Reply> => show(await dispatcher.answer(made, caller), made.page);

  function runCommand(name: string, words: string): Promise<Reply> {
    const command = dispatcher.commands.find((one) => one.name === name);
    return call({ command: name, args: command ? parseWords(command, words) : {} });
  }

  function turn(by: 1 | -1): Reply | undefined {
    if (!shown) return undefined;
    const { answer, screen } = shown;
    const page = screen.number + by;
    return page < 1 || page > screen.of ? remark(caller.t('console-no-page')) : show(answer, page);
  }

  /** A number that is on the screen; any other may be a question (“28 points” is one, after all). */
  function press(typed: string): Promise<Reply> | Reply | undefined {
    const chosen = /^\d{1,4}$/u.test(typed) ? shown?.screen.choices[Number(typed) - 1] : undefined;
    if (!chosen || !shown) return undefined;
    return 'call' in chosen ? call(chosen.call) : show(shown.answer, chosen.page);
  }

  function speak(wanted: string): Reply {
    const found = languages.find((one) => one === wanted.toLowerCase());
    if (found) caller = callerIn(found);
    return remark(caller.t(found ? 'console-language' : 'console-choose-language'));
  }

  async function reply(line: string): Promise<Reply> {
    const typed = printable(line).trim();
    if (typed === '') return { text: '' };
    const [, command, words = ''] = /^\/(\S*)\s*(.*)$/u.exec(typed) ?? [];
    const name = command?.toLowerCase();
    if (name === 'quit' || name === 'exit') return 'leave';
    if (name === 'language') return speak(words);
    if (name !== undefined) return runCommand(name.slice(0, 40) || 'help', words);
    const acted = typed === 'n' ? turn(1) : typed === 'p' ? turn(-1) : press(typed);
    return acted ?? runCommand('faq', typed);
  }

  function greeting(connecting: readonly string[]): string {
    const { t } = caller;
    const document = [
      heading(2, t('about-title')),
      paragraph(t('about-what')),
      list([t('console-ask'), t('console-keys'), t('console-leave')]),
      ...connecting.map((line) => note(line)),
    ];
    return layOut({ document }, 1, { ...look(), height: Number.POSITIVE_INFINITY, t }).text;
  }

  return {
    greeting,
    farewellHint: () => caller.t('console-interrupted'),
    reply,
    complete: (line) => complete(line, dispatcher, caller),
  };
}
