import type { ChatHandle, InlineAnswer } from '../loopback/telegram/index.ts';
import type { Act, ActResult, Looking } from './protocol.ts';
import { refuse } from './refusal.ts';
import type { TelegramStage } from './scene.ts';

export type TelegramAct = Extract<Act, { kind: `telegram-${string}` }>;

/** Does on Telegram what a visitor does, in the name of whoever they are. */
export function createTelegramActing({ fake, person, chat }: TelegramStage) {
  /** The latest inline answer that each person was shown. */
  const shown = new Map<string, { query: string; answer: InlineAnswer }>();

  return async (looking: Looking, act: TelegramAct): Promise<ActResult> => {
    const who = person(looking.person);
    const where = chat(looking.person, looking.telegram) ?? refuse('There is no such chat.');
    // The app tells the bot in which language it runs.
    who.language_code = looking.language;
    const messageAt = (id: number, isEphemeral = false) =>
      where
        .seenBy(who)
        .find((seen) =>
          isEphemeral ? seen.message.ephemeral_message_id === id : !seen.isEphemeral && seen.message.message_id === id,
        ) ?? refuse('There is no message there any more.');
    switch (act.kind) {
      case 'telegram-say': {
        checkMayWrite(where, who.id);
        const replyTo = act.replyTo === undefined ? {} : { replyTo: messageAt(act.replyTo) };
        return { message: where.post(who, act.text, replyTo).message.message_id };
      }
      case 'telegram-press': {
        const message = messageAt(act.message, act.ephemeral);
        const button = message.buttons.flat().find(({ text }) => text === act.text);
        if (button?.data === undefined) return refuse(`There is no button “${act.text}”.`);
        const { toast, isChanged, message: after } = await message.press(who, act.text);
        return {
          ...((toast.text || toast.url) && { toast }),
          ...(isChanged && after.message_id && { message: after.message_id }),
        };
      }
      case 'telegram-file': {
        checkMayWrite(where, who.id);
        const { name, base64 } = act.file;
        const { message } = where.sendFile(who, { name, content: Buffer.from(base64, 'base64') });
        return { message: message.message_id };
      }
      case 'telegram-inline': {
        const answer = await fake.inline(who, act.query, {
          chatType: where.id === who.id ? 'sender' : where.chat.type,
        });
        shown.set(looking.person, { query: act.query, answer });
        return { results: answer.results.map(({ id, title, description }) => ({ id, title, description })) };
      }
      case 'telegram-choose': {
        checkMayWrite(where, who.id);
        const known = shown.get(looking.person);
        if (known?.query !== act.query || !known.answer.results.some(({ id }) => id === act.result))
          return refuse('The results are no longer there: type again.');
        return { message: known.answer.choose(act.result, where).message.message_id };
      }
    }
  };
}

/** In a channel only its administrators write. */
function checkMayWrite({ chat, state }: ChatHandle, id: number): void {
  if (chat.type === 'channel' && state.members.get(id)?.status !== 'administrator')
    refuse('Only administrators write in a channel.');
}
