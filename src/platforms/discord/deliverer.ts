import { randomBytes } from 'node:crypto';
import { type APIDMChannel, DiscordAPIError, type REST, RESTJSONErrorCodes, Routes } from 'discord.js';
import type { Answer } from '../../core/answer.ts';
import type { Command } from '../../core/command.ts';
import type { Deliverer, Reader } from '../../core/messenger.ts';
import { withoutRequest } from './faults.ts';
import { messageRequest } from './message.ts';

/** Not a fault of ours: who is written to has left, closed their messages or taken the right away. */
const outOfReach: readonly unknown[] = [
  RESTJSONErrorCodes.UnknownChannel,
  RESTJSONErrorCodes.UnknownUser,
  RESTJSONErrorCodes.MissingAccess,
  RESTJSONErrorCodes.MissingPermissions,
  RESTJSONErrorCodes.CannotSendMessagesToThisUser,
  RESTJSONErrorCodes.CannotSendMessagesToThisUserDueToHavingNoMutualGuilds,
  RESTJSONErrorCodes.CannotSendMessagesInNonTextChannel,
  RESTJSONErrorCodes.InvalidActionOnArchivedThread,
];

/** Writes to people in private and to channels; discord.js waits where Discord limits the rate. */
export function createDeliverer(rest: REST, commands: readonly Command[]): Deliverer {
  async function channelOf(to: { person: string } | { chat: string }): Promise<string> {
    if ('chat' in to) return to.chat;
    const channel = (await rest.post(Routes.userChannels(), { body: { recipient_id: to.person } })) as APIDMChannel;
    return channel.id;
  }

  /** With an enforced nonce, so that a repetition after a broken connection does not come twice. */
  async function send(channelId: string, answer: Answer, { t }: Reader): Promise<void> {
    const { body, files } = messageRequest(answer, commands, t);
    const nonce = randomBytes(12).toString('hex');
    await rest.post(Routes.channelMessages(channelId), { body: { ...body, nonce, enforce_nonce: true }, files });
  }

  return {
    async deliver(to, answer, reader) {
      try {
        await send(await channelOf(to), answer, reader);
        return true;
      } catch (error) {
        if (error instanceof DiscordAPIError && outOfReach.includes(error.code)) return false;
        throw withoutRequest(error);
      }
    },
  };
}
