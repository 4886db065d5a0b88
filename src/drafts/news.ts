import type { Answer, Button, Call } from '../core/answer.ts';
import type { Deed } from '../core/audit.ts';
import type { Caller } from '../core/command.ts';
import type { Person } from '../core/community.ts';
import { type Block, note, paragraph, spans } from '../core/document.ts';
import type { FormValues } from '../core/form.ts';
import type { Messenger, Reader } from '../core/messenger.ts';
import { communityName } from '../core/views/community-name.ts';
import { deedInWords } from '../core/views/deed.ts';
import type { FieldName } from '../core/written-values.ts';
import type { Draft, DraftKind } from '../store/store.ts';

/** What people hear of drafts that they did not just now act on. */
export interface DraftNews {
  /** In the moderators' log channel, where there is one. Nobody waits for it. */
  log(caller: Caller, deed: Deed, about?: { subject?(reader: Reader): string; show?: Call | undefined }): void;
  /** To a draft's author; false where they can't be reached, or wrote in a chat's name: nothing of a draft is said in a chat. */
  approved(caller: Caller, author: Person, title: string, told: { key: string; show: Call }): Promise<boolean>;
  returned(caller: Caller, author: Person, title: string, told: { comment: string; open: Call }): Promise<boolean>;
  /** With what they had written, which is kept nowhere else from then on. */
  rejected(
    caller: Caller,
    draft: Draft<DraftKind>,
    title: string,
    told: { reason: string; fields: readonly FieldName[] },
  ): Promise<boolean>;
}

export function createDraftNews(messenger: Messenger): DraftNews {
  const tell = async ({ community }: Caller, author: Person, say: (reader: Reader) => Answer): Promise<boolean> =>
    isChat(author, community) ? false : await messenger.tell(author, say);

  return {
    log({ community }, deed, { subject, show } = {}) {
      const { logChat, timeZone, language } = community.settings;
      if (!logChat) return;
      const say = (reader: Reader): Answer => ({
        document: [paragraph(deedInWords({ ...deed, ...(subject && { subject: subject(reader) }) }, timeZone, reader))],
        ...(show && { buttons: [showButton(show, reader)] }),
      });
      void messenger.post(logChat, say, language);
    },

    approved: (caller, author, title, { key, show }) =>
      tell(caller, author, (reader) => ({
        document: [paragraph(reader.t(key, { title, community: communityName(caller.community, reader.t) }))],
        buttons: [showButton(show, reader)],
      })),

    returned: (caller, author, title, { comment, open }) =>
      tell(caller, author, ({ t }) => ({
        document: [
          paragraph(t('told-returned', { title, community: communityName(caller.community, t) })),
          quote(comment),
          note(t('told-returned-then')),
        ],
        buttons: [{ label: t('draft-open'), call: open }],
      })),

    rejected: (caller, { author, values }, title, { reason, fields }) =>
      tell(caller, author, ({ t }) => ({
        document: [
          paragraph(t('told-rejected', { title, community: communityName(caller.community, t) })),
          quote(reason),
          ...whatWasWritten(values, fields, t('told-written')),
        ],
      })),
  };
}

const quote = (text: string): Block => ({ kind: 'quote', paragraphs: text.split('\n').map((line) => spans(line)) });

function whatWasWritten(values: FormValues, fields: readonly FieldName[], label: string): Block[] {
  const texts = fields.flatMap((field) => values[field] || []);
  if (texts.length === 0) return [];
  return [{ kind: 'details', summary: spans(label), blocks: texts.map((text) => paragraph(text)) }];
}

const showButton = (call: Call, { t }: Reader): Button => ({ label: t('show-it'), call });

/** Whoever writes in a chat's name has the chat's id. */
const isChat = (author: Person, { chats }: Caller['community']): boolean =>
  chats.some(({ platform, id }) => platform === author.platform && id === author.id);
