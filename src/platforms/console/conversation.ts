import type { Answer, Call } from '../../core/answer.ts';
import type { Caller } from '../../core/command.ts';
import { readCall } from '../../core/command-line.ts';
import type { Dispatcher } from '../../core/dispatch.ts';
import { heading, list, note, paragraph } from '../../core/document.ts';
import type { Language } from '../../core/language.ts';
import type { Reception } from '../../core/reception.ts';
import type { Texts } from '../../core/texts.ts';
import { complete } from './completion.ts';
import { createFilling, type Filling } from './filling.ts';
import { originOf } from './origin.ts';
import { printable } from './printable.ts';
import { layOut, type Screen } from './screen.ts';

/** What the console answers to one line; after `leave` nothing more is to be asked. */
export type Reply = Said | 'leave';

interface Said {
  text: string;
}

export interface Conversation {
  greeting(connecting: readonly string[]): string;
  /** How to leave, for whoever presses Ctrl-C. */
  farewellHint(): string;
  reply(line: string): Promise<Reply>;
  complete(line: string): Promise<[string[], string]>;
}

export interface ConversationParts {
  dispatcher: Dispatcher;
  reception: Reception;
  texts: Texts;
  /** Until the person chooses another. */
  language: Language;
  /** Asked again for every answer, since a window changes its size. */
  look: () => { width: number; height: number; colour: boolean };
}

/** A person's talk with Parley, line by line; remembers the language and the last answer, on which numbers act. */
export function createConversation(parts: ConversationParts): Conversation {
  const { dispatcher, reception, texts, language, look } = parts;
  const origin = originOf(language);
  /** The words for what is said outside of answers: those of the latest answer. */
  let t = texts.in(language);
  let shown: { answer: Answer; screen: Screen } | undefined;
  let filling: Filling | undefined;

  function show(answer: Answer, page = 1): Said {
    const screen = layOut(answer, page, { ...look(), t });
    shown = { answer, screen };
    return { text: screen.text };
  }

  /** Says something without taking away the buttons of the answer above. */
  const remark = (text: string): Said => ({ text: text === '' ? '' : `${text}\n` });

  async function received(): Promise<Caller> {
    const caller = await reception(origin);
    t = caller.t;
    return caller;
  }

  async function call(made: Call): Promise<Reply> {
    const caller = await received();
    return open(await dispatcher.answer(made, caller), caller, made.page);
  }

  /** Shows an answer; where it asks to be filled in, the next lines go into its form. */
  function open(answer: Answer, caller: Caller, page?: number): Reply {
    const reply = show(answer, page);
    if (!answer.form) return reply;
    filling = createFilling(answer.form, caller.language, t);
    const { title } = answer.form;
    return remark(
      [...(answer.document.length > 0 ? [reply.text] : []), title, t('console-form'), '', filling.prompt()].join('\n'),
    );
  }

  async function fill(line: string, form: Filling): Promise<Reply> {
    if (/^\/(cancel|quit|exit)\s*$/u.test(line)) {
      filling = undefined;
      return remark(t('console-form-left'));
    }
    const taken = form.take(line);
    if (taken === 'next') return remark(form.prompt());
    if (taken !== 'full') return remark(`${taken.problem}\n\n${form.prompt()}`);
    filling = undefined;
    const caller = await received();
    return open(await dispatcher.submit(form.submit, form.values(), caller), caller);
  }

  function turn(by: 1 | -1): Reply | undefined {
    if (!shown) return undefined;
    const { answer, screen } = shown;
    const page = screen.number + by;
    return page < 1 || page > screen.of ? remark(t('console-no-page')) : show(answer, page);
  }

  /** A number that is on the screen; any other may be a question (“28 points” is one, after all). */
  function press(typed: string): Promise<Reply> | Reply | undefined {
    const chosen = /^\d{1,4}$/u.test(typed) ? shown?.screen.choices[Number(typed) - 1] : undefined;
    if (!chosen || !shown) return undefined;
    return 'call' in chosen ? call(chosen.call) : show(shown.answer, chosen.page);
  }

  async function reply(line: string): Promise<Reply> {
    if (filling) return fill(printable(line), filling);
    const typed = printable(line).trim();
    if (typed === '') return { text: '' };
    const [, command, words = ''] = /^\/(\S*)\s*(.*)$/u.exec(typed) ?? [];
    const name = command?.toLowerCase();
    if (name === 'quit' || name === 'exit') return 'leave';
    if (name !== undefined) return call(readCall(dispatcher.commands, name.slice(0, 40) || 'help', words));
    const acted = typed === 'n' ? turn(1) : typed === 'p' ? turn(-1) : press(typed);
    return acted ?? call({ command: 'faq', args: { question: typed } });
  }

  function greeting(connecting: readonly string[]): string {
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
    farewellHint: () => t('console-interrupted'),
    reply,
    complete: async (line) => (filling ? [[], line] : await complete(line, dispatcher, await received())),
  };
}
