import type { Place as DiscordPlace } from '../../src/loopback/discord/index.ts';
import type { ChatHandle } from '../../src/loopback/telegram/index.ts';
import type { Newsroom } from './newsroom.ts';
import type { Story } from './story.ts';

/** A message as everybody in a place reads it now. */
export interface Copy {
  text: string;
  buttons: string[];
  /** The text of the message that it replies to. */
  repliesTo: string | undefined;
  isSilent: boolean;
  isCrossposted: boolean;
}

/** Somewhere that updates come to. */
export interface Place {
  name: string;
  /** What the bot has written there since `clear`, oldest first. */
  copies(): Copy[];
  texts(): string[];
  /** What stands there now counts no more. */
  clear(): void;
}

function placeOf(name: string, all: () => Copy[]): Place {
  let before = 0;
  const copies = () => all().slice(before);
  return {
    name,
    copies,
    texts: () => copies().map(({ text }) => text),
    clear() {
      before = all().length;
    },
  };
}

export const discordPlace = ({ discord }: Pick<Newsroom, 'discord'>, name: string, place: DiscordPlace): Place =>
  placeOf(name, () =>
    place
      .messages()
      .filter(({ authorId }) => authorId === discord.bot.id)
      .map(({ text, buttons, repliesTo, silent, crossposted }) => ({
        text,
        buttons: buttons.map(({ label }) => label),
        repliesTo: repliesTo && place.messages().find(({ id }) => id === repliesTo)?.text,
        isSilent: silent,
        isCrossposted: crossposted,
      })),
  );

/** A chat, or one of its topics. */
export const telegramPlace = (name: string, chat: ChatHandle, topic?: number): Place =>
  placeOf(name, () =>
    chat.botMessages
      .filter(({ message }) => topic === undefined || message.message_thread_id === topic)
      .map(({ text, buttons, message, isSilent }) => ({
        text,
        buttons: buttons.flat().map((button) => button.text),
        repliesTo: chat.messages.find((one) => one.message.message_id === message.reply_to_message?.message_id)?.text,
        isSilent,
        isCrossposted: false,
      })),
  );

/** What stands in the places now, for whoever reads the story. */
export function show(story: Story, places: readonly Place[]): void {
  for (const { name, copies } of places) for (const { text, buttons } of copies()) story.heard(text, name, buttons);
}
