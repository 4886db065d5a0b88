import { randomBytes } from 'node:crypto';
import {
  type APIDMChannel,
  DiscordAPIError,
  type REST,
  RESTJSONErrorCodes,
  type RESTPostAPIChannelMessageJSONBody,
  Routes,
} from 'discord.js';
import type { Answer } from '../../core/answer.ts';
import type { Command } from '../../core/command.ts';
import type { Deliverer, Reader } from '../../core/messenger.ts';
import { withoutRequest } from './faults.ts';
import { renderAnswer, withFormButton } from './message.ts';

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

  async function send(channelId: string, answer: Answer, { t }: Reader): Promise<void> {
    const call = answer.call ?? answer.form?.submit ?? { command: '', args: {} };
    const message = messageOf(withFormButton(answer, call, commands, t), commands, t);
    await rest.post(Routes.channelMessages(channelId), message);
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

/** With an enforced nonce, so that a repetition after a broken connection does not come twice. */
function messageOf(answer: Answer, commands: readonly Command[], t: Reader['t']) {
  const { components, files, flags } = renderAnswer(answer, 1, commands, t);
  const body: RESTPostAPIChannelMessageJSONBody = {
    components,
    flags,
    attachments: files.map(({ name }, id) => ({ id, filename: name })),
    allowed_mentions: { parse: [] },
    nonce: randomBytes(12).toString('hex'),
    enforce_nonce: true,
  };
  return { body, files: files.map(({ name, bytes }) => ({ name, data: Buffer.from(bytes) })) };
}
