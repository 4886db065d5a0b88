import type { Call } from '../../core/answer.ts';
import type { Deed } from '../../core/audit.ts';
import type { Caller } from '../../core/command.ts';
import type { Messenger } from '../../core/messenger.ts';
import { createDraftNews } from '../../drafts/news.ts';
import type { Draft } from '../../store/store.ts';

/** What people hear of updates and their drafts that they did not just now act on. */
export interface UpdateNews {
  /** In the moderators' log channel, where there is one, with the way to what it is about. Nobody waits for it. */
  log(caller: Caller, deed: Deed, show?: Call): void;
  /** To a draft's author; false where they can't be reached. */
  approved(caller: Caller, draft: Draft<'update'>, update: string, title: string): Promise<boolean>;
  returned(caller: Caller, draft: Draft<'update'>, title: string, comment: string): Promise<boolean>;
  rejected(caller: Caller, draft: Draft<'update'>, title: string, reason: string): Promise<boolean>;
}

export const statusCall = (update: string): Call => ({ command: 'update status', args: { update } });

export function createUpdateNews(messenger: Messenger): UpdateNews {
  const { log, approved, returned, rejected } = createDraftNews(messenger);
  return {
    log: (caller, deed, show) => log(caller, deed, { show }),
    approved: (caller, { author }, update, title) =>
      approved(caller, author, title, { key: 'told-approved', show: statusCall(update) }),
    returned: (caller, { id, author }, title, comment) =>
      returned(caller, author, title, { comment, open: { command: 'update draft', args: { id } } }),
    rejected: (caller, draft, title, reason) =>
      rejected(caller, draft, title, { reason, fields: ['title', 'text', 'sources'] }),
  };
}
