import type { Document, Message } from 'grammy/types';
import type { Answer, Call, ReceivedFile } from '../../core/answer.ts';
import type { Caller } from '../../core/command.ts';
import type { Dispatcher } from '../../core/dispatch.ts';
import type { Reception } from '../../core/reception.ts';
import { type Asked, outcomeOf } from '../../core/watch.ts';
import { callOf, documentOf, nameOf, type Self } from './asked.ts';
import { groupMenu } from './command-groups.ts';
import type { Heard } from './dialogue/index.ts';
import { occasionOfMessage } from './occasions.ts';
import type { Origins } from './origins.ts';
import type { Respond } from './responder.ts';

export interface MessageParts {
  dispatcher: Dispatcher;
  reception: Reception;
  origins: Origins;
  /** Known once Telegram has told us who we are. */
  self: () => Self;
  respond: Respond;
  /** Whether a message belongs to a form, and is dealt with. */
  hear(message: Message): Promise<Heard>;
  receive(document: Document): ReceivedFile;
}

/** Answers a message where it asks something of us. */
export function createMessageHandler(parts: MessageParts) {
  const { dispatcher, reception, origins, self, respond, hear, receive } = parts;

  async function answer(call: Call, caller: Caller): Promise<Answer> {
    const isCommand = dispatcher.commands.some(({ name }) => name === call.command);
    const menu = isCommand ? undefined : await groupMenu(call.command, dispatcher.commands, caller);
    return menu ?? (await dispatcher.answer(call, caller));
  }

  /** The call with the file that came along, for a command that takes one. */
  function withFile(call: Call, message: Message): Call {
    const command = dispatcher.commands.find(({ name }) => name === call.command);
    const option = Object.entries(command?.options ?? {}).find(([, { kind }]) => kind === 'file')?.[0];
    const document = documentOf(message);
    return option === undefined || !document ? call : { ...call, files: { [option]: receive(document) } };
  }

  return async (message: Message, asked: Asked): Promise<void> => {
    const { isTaken, remind } = await hear(message);
    if (isTaken) asked.command = 'form';
    if (isTaken) return;
    const wanted = callOf(message, self(), dispatcher.commands);
    if (!wanted) return;
    asked.command = nameOf(wanted, message, self());
    const call = withFile(wanted, message);
    const caller = await reception(origins.ofMessage(message));
    const answered = await answer(call, caller);
    asked.outcome = outcomeOf(answered);
    await respond(answered, occasionOfMessage(message, caller, call));
    await remind();
  };
}
