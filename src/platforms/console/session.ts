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
  /** Resolves when the person leaves, the input ends or the output is closed; all that was asked is answered first. */
  run(): Promise<void>;
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

async function talk({ conversation, input, output, connecting, signal }: Running): Promise<void> {
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
  for await (const line of prompt) {
    interrupted = false;
    const reply = await conversation.reply(line.slice(0, longestLine));
    if (reply === 'leave') return;
    if (reply.text !== '' && !(await write(`\n${reply.text}\n`))) return;
    // What was typed meanwhile stays, with the cursor where it was.
    prompt.prompt(true);
  }
  await write('\n');
}

async function answerLines({ conversation, input, output, signal }: Running): Promise<void> {
  const write = writerTo(output);
  addAbortSignal(signal, input);
  try {
    for await (const line of linesOf(input, longestLine)) {
      const reply = await conversation.reply(line);
      if (reply === 'leave') return;
      if (reply.text !== '' && !(await write(`${reply.text}\n`))) return;
    }
  } catch (error) {
    if (!signal.aborted) throw error;
  }
}
