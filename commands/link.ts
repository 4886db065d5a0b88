import type { Answer } from '../src/core/answer.ts';
import { command, optional, text } from '../src/core/command.ts';
import { code, heading, list, note, paragraph } from '../src/core/document.ts';
import { UserError } from '../src/core/errors.ts';
import { type Linking, linkMinutes } from '../src/core/linking.ts';
import { communityName } from '../src/core/views/community-name.ts';

/** In characters: a code with its dash, and spaces that came along. */
const longestCode = 20;

/** Makes a code for joining another chat to this community, or joins this chat with one, once that is confirmed. */
export const link = (linking: Linking) =>
  command({
    name: 'link',
    audience: 'moderators',
    options: { code: optional(text({ maxLength: longestCode })) },
    async run(args, caller): Promise<Answer> {
      const { t, chat, community } = caller;
      if (!chat) throw new UserError('error-only-in-chats');
      if (args.code !== undefined) {
        linking.claim(caller, args.code);
        return {
          document: [
            heading(2, t('link-join-title')),
            paragraph(t('link-join-what', { chat: chat.title })),
            list([t('link-join-shares'), t('link-join-moderators'), t('link-join-own')]),
          ],
          buttons: [{ label: t('link-join'), call: { command: 'join', args: { code: args.code } } }],
          confidential: true,
        };
      }
      const made = await linking.makeCode(caller);
      return {
        document: [
          heading(2, t('link-title', { community: communityName(community, t) })),
          paragraph(t('link-how')),
          paragraph(code(`/link ${made}`)),
          list([t('link-once', { minutes: linkMinutes }), t('link-join-moderators')]),
          note(t('link-secret')),
        ],
        confidential: true,
      };
    },
  });

/** Joins this chat with a code, once a moderator has seen what that means. */
export const join = (linking: Linking) =>
  command({
    name: 'join',
    audience: 'moderators',
    unlisted: true,
    options: { code: optional(text({ maxLength: longestCode })) },
    async run(args, caller): Promise<Answer> {
      if (args.code === undefined) throw new UserError('error-old-button');
      const joined = await linking.join(caller, args.code);
      return {
        document: [paragraph(caller.t('link-joined', { community: joined.name })), note(caller.t('link-undo'))],
        confidential: true,
      };
    },
  });
