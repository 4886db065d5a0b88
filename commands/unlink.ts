import type { Answer } from '../src/core/answer.ts';
import { type Caller, command, optional, text } from '../src/core/command.ts';
import type { Chat } from '../src/core/community.ts';
import { heading, menu, paragraph } from '../src/core/document.ts';
import { UserError } from '../src/core/errors.ts';
import { isHost, isSameChat, type Linking } from '../src/core/linking.ts';
import { chatInWords } from '../src/core/views/chats.ts';
import { communityName } from '../src/core/views/community-name.ts';

/** Says what it means to take this chat out of its community or, where that was made for it, the other ones. */
export const unlink = () =>
  command({
    name: 'unlink',
    audience: 'moderators',
    options: {},
    run(_, caller): Answer {
      const { chat, community } = caller;
      if (!chat) throw new UserError('error-only-in-chats');
      if (community.chats.length < 2) throw new UserError('error-not-linked');
      return isHost(caller) ? whichGuest(chat, caller) : confirmation(chat, caller);
    },
  });

/** Takes a chat out of its community, once a moderator has seen what that means. */
export const leave = (linking: Linking) =>
  command({
    name: 'leave',
    audience: 'moderators',
    unlisted: true,
    options: {
      chat: optional(text({ maxLength: 40 })),
      sure: optional(text({ maxLength: 10 })),
    },
    async run({ chat: named, sure }, caller): Promise<Answer> {
      // The button names the chat that was read about: pressed from anywhere else, it is not meant.
      const leaving = caller.community.chats.find((one) => nameOf(one) === named);
      if (!leaving || !caller.chat) throw new UserError('error-only-in-chats');
      if (isHost(caller) && sure === undefined) return confirmation(leaving, caller);
      if (!isHost(caller) && !isSameChat(leaving, caller.chat)) throw new UserError('error-only-in-chats');
      const own = await linking.leave(caller, leaving);
      return { document: [paragraph(caller.t('unlinked', { community: own.name }))], confidential: true };
    },
  });

/** A chat in a button. */
const nameOf = ({ platform, id }: Chat): string => `${platform}:${id}`;

function confirmation(leaving: Chat, caller: Caller): Answer {
  const { t, community } = caller;
  return {
    document: [
      heading(2, t('unlink-title')),
      paragraph(t('unlink-what', { chat: chatInWords(leaving, caller), community: communityName(community, t) })),
    ],
    buttons: [{ label: t('unlink-now'), call: { command: 'leave', args: { chat: nameOf(leaving), sure: 'yes' } } }],
    confidential: true,
  };
}

/** What the community has stays with the chat that it was made for; the others can leave. */
function whichGuest(chat: Chat, caller: Caller): Answer {
  const { t, community } = caller;
  const guests = community.chats.filter((one) => !isSameChat(one, chat));
  return {
    document: [
      heading(2, t('unlink-which')),
      paragraph(t('unlink-host')),
      menu(
        guests.map((one) => ({
          label: chatInWords(one, caller),
          call: { command: 'leave', args: { chat: nameOf(one) } },
        })),
      ),
    ],
    confidential: true,
  };
}
