import type { Answer, Button } from '../core/answer.ts';
import type { Deed } from '../core/audit.ts';
import type { Caller } from '../core/command.ts';
import type { Person } from '../core/community.ts';
import { type Block, type Document, note, paragraph, spans } from '../core/document.ts';
import type { FormValues } from '../core/form.ts';
import type { Messenger, Reader } from '../core/messenger.ts';
import { communityName } from '../core/views/community-name.ts';
import { deedInWords } from '../core/views/deed.ts';
import { reportedCall, reportedTitle } from '../core/views/reported.ts';
import type { WritingKey } from '../core/writing.ts';
import type { Draft } from '../store/store.ts';

/** What people hear of drafts that they did not just now act on. */
export interface News {
  /** In the moderators' log channel, where there is one. Nobody waits for it. */
  log(caller: Caller, deed: Deed, about: WritingKey & { title: string; isShown: boolean }): void;
  /** To a draft's author; false where they can't be reached, or wrote in a chat's name: nothing of a draft is said in a chat. */
  approved(caller: Caller, draft: Draft, item: WritingKey, title: string): Promise<boolean>;
  returned(caller: Caller, draft: Draft, title: string, comment: string): Promise<boolean>;
  /** With what they had written, which is kept nowhere else from then on. */
  rejected(caller: Caller, draft: Draft, title: string, reason: string): Promise<boolean>;
}

export function createNews(messenger: Messenger): News {
  const tell = async ({ community }: Caller, author: Person, say: (reader: Reader) => Answer): Promise<boolean> =>
    isChat(author, community) ? false : await messenger.tell(author, say);

  return {
    log({ community, catalogue }, deed, { kind, key, title, isShown }) {
      const { logChat, timeZone, language } = community.settings;
      if (!logChat) return;
      const say = (reader: Reader): Answer => {
        const subject = kind === 'position' ? reportedTitle({ kind, key }, catalogue, reader) : title;
        return {
          document: [paragraph(deedInWords({ ...deed, subject }, timeZone, reader))],
          ...(isShown && { buttons: [showButton({ kind, key }, reader.t('show-it'))] }),
        };
      };
      void messenger.post(logChat, say, language);
    },

    approved: (caller, draft, item, title) =>
      tell(caller, draft.author, ({ t }) => ({
        document: [paragraph(t(approvals[draft.intent], { title, community: communityName(caller.community, t) }))],
        buttons: [showButton(item, t('show-it'))],
      })),

    returned: (caller, draft, title, comment) =>
      tell(caller, draft.author, ({ t }) => ({
        document: [
          paragraph(t('told-returned', { title, community: communityName(caller.community, t) })),
          quote(comment),
          note(t('told-returned-then')),
        ],
        buttons: [{ label: t('draft-open'), call: { command: 'draft', args: { id: draft.id } } }],
      })),

    rejected: (caller, draft, title, reason) =>
      tell(caller, draft.author, ({ t }) => ({
        document: [
          paragraph(t('told-rejected', { title, community: communityName(caller.community, t) })),
          quote(reason),
          ...whatWasWritten(draft.values, t('told-written')),
        ],
      })),
  };
}

const quote = (text: string): Block => ({ kind: 'quote', paragraphs: text.split('\n').map((line) => spans(line)) });

function whatWasWritten(values: FormValues, label: string): Document {
  const texts = ['question', 'answer', 'stance', 'wants', 'reasons', 'redlines', 'sources'].flatMap(
    (field) => values[field] || [],
  );
  if (texts.length === 0) return [];
  return [{ kind: 'details', summary: spans(label), blocks: texts.map((text) => paragraph(text)) }];
}

const showButton = (item: WritingKey, label: string): Button => ({ label, call: reportedCall(item) });

/** Whoever writes in a chat's name has the chat's id. */
const isChat = (author: Person, { chats }: Caller['community']): boolean =>
  chats.some(({ platform, id }) => platform === author.platform && id === author.id);

const approvals = {
  write: 'told-approved',
  retire: 'told-approved-retire',
  restore: 'told-approved-restore',
};
