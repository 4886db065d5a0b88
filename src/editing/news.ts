import type { Deed } from '../core/audit.ts';
import type { Caller } from '../core/command.ts';
import type { Messenger } from '../core/messenger.ts';
import { reportedCall, reportedTitle } from '../core/views/reported.ts';
import type { WritingKey } from '../core/writing.ts';
import { createDraftNews } from '../drafts/news.ts';
import type { Draft } from '../store/store.ts';

/** What people hear of texts and drafts that they did not just now act on. */
export interface News {
  /** In the moderators' log channel, where there is one. Nobody waits for it. */
  log(caller: Caller, deed: Deed, about: WritingKey & { title: string; isShown: boolean }): void;
  /** To a draft's author; false where they can't be reached. */
  approved(caller: Caller, draft: Draft, item: WritingKey, title: string): Promise<boolean>;
  returned(caller: Caller, draft: Draft, title: string, comment: string): Promise<boolean>;
  rejected(caller: Caller, draft: Draft, title: string, reason: string): Promise<boolean>;
}

export function createNews(messenger: Messenger): News {
  const { log, approved, returned, rejected } = createDraftNews(messenger);
  return {
    log: (caller, deed, { kind, key, title, isShown }) =>
      log(caller, deed, {
        subject: (reader) => (kind === 'position' ? reportedTitle({ kind, key }, caller.catalogue, reader) : title),
        show: isShown ? reportedCall({ kind, key }) : undefined,
      }),

    approved: (caller, { author, intent }, item, title) =>
      approved(caller, author, title, { key: approvals[intent], show: reportedCall(item) }),

    returned: (caller, { id, author }, title, comment) =>
      returned(caller, author, title, { comment, open: { command: 'draft', args: { id } } }),

    rejected: (caller, draft, title, reason) => rejected(caller, draft, title, { reason, fields: written }),
  };
}

const written = ['question', 'answer', 'stance', 'wants', 'reasons', 'redlines', 'sources'] as const;

const approvals = {
  write: 'told-approved',
  retire: 'told-approved-retire',
  restore: 'told-approved-restore',
};
