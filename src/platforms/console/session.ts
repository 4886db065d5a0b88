import { createInterface } from 'node:readline/promises';
import { addAbortSignal, type Readable } from 'node:stream';
import type { Dispatcher } from '../../core/dispatch.ts';
import type { Language } from '../../core/language.ts';
import type { Reception } from '../../core/reception.ts';
import type { Texts } from '../../core/texts.ts';
import { type Conversation, createConversation } from './conversation.ts';
import { linesOf } from './lines.ts';
import { type Output, terminalLook, writerTo } from './terminal.ts';

export interface ConsoleParts {
  dispatcher: Dispatcher;
  reception: Reception;
  texts: Texts;
  input: Readable & { isTTY?: boolean };
  output: Output;
  language: Language;
  /** How to connect Discord or Telegram, a paragraph each; none where they are connected. */
  connecting: readonly string[];
}

export interface Console {
  /**
   * Resolves when the person leaves, the input ends or the output is closed; all that was asked is answered first. Says how
   * many lines there were.
   */
  run(): Promise<{ lines: number }>;
  stop(): void;
}

/** In UTF-16 units: longer than any option takes, so that nothing is lost but what is refused anyway. */
const longestLine = 1000;

/** Parley in a terminal; where input or output is none, each line of the input is answered in turn. */
export function createConsole({ input, output, connecting, ...parts }: ConsoleParts): Console {
  const stopping = new AbortController();
  const { signal } = stopping;
  const conversation = createConversation({ ...parts, look: () => terminalLook(output) });
  const inTerminal = input.isTTY === true && output.isTTY === true;
  return {
    run: () => (inTerminal ? talk : answerLines)({ conversation, input, output, connecting, signal }),
    stop: () => stopping.abort(),
  };
}

interface Running extends Pick<ConsoleParts, 'input' | 'output' | 'connecting'> {
  conversation: Conversation;
  signal: AbortSignal;
}

async function talk({ conversation, input, output, connecting, signal }: Running): Promise<{ lines: number }> {
  const prompt = createInterface({
    input,
    output,
    terminal: true,
    prompt: '› ',
    completer: conversation.complete,
    removeHistoryDuplicates: true,
    signal,
  });
  const write = writerTo(output, () => prompt.close());
  let interrupted = false;
  prompt.on('SIGINT', () => {
    if (interrupted) return prompt.close();
    interrupted = true;
    prompt.write(null, { ctrl: true, name: 'e' });
    prompt.write(null, { ctrl: true, name: 'u' });
    output.write(`\n${conversation.farewellHint()}\n`);
    prompt.prompt();
  });

  await write(`${conversation.greeting(connecting)}\n`);
  prompt.prompt();
  let lines = 0;
  for await (const line of prompt) {
    lines++;
    interrupted = false;
    const reply = await conversation.reply(line.slice(0, longestLine));
    if (reply === 'leave') return { lines };
    if (reply.text !== '' && !(await write(`\n${reply.text}\n`))) return { lines };
    // What was typed meanwhile stays, with the cursor where it was.
    prompt.prompt(true);
  }
  await write('\n');
  return { lines };
}

async function answerLines({ conversation, input, output, signal }: Running): Promise<{ lines: number }> {
  let lines = 0;
  const write = writerTo(output);
  addAbortSignal(signal, input);
  try {
    for await (const line of linesOf(input, longestLine)) {
      lines++;
      const reply = await conversation.reply(line);
      if (reply === 'leave') break;
      if (reply.text !== '' && !(await write(`${reply.text}\n`))) break;
    }
  } catch (error) {
    if (!signal.aborted) throw error;
  }
  return { lines };
}
