import { UserError } from '../../src/core/errors.ts';
import type { Updates } from '../../src/core/updates.ts';

const refused = async (): Promise<never> => {
  throw new UserError('error-moderators-only');
};

/** Updates without a store: there are none, and none can be posted. */
export const idleUpdates: Updates = {
  open: refused,
  openAnnouncement: refused,
  begin: refused,
  draft: refused,
  save: refused,
  rebase: refused,
  discard: refused,
  publish: refused,
  submit: refused,
  approve: refused,
  giveBack: refused,
  reject: refused,
  undo: refused,
  retract: refused,
  status: refused,
  resend: refused,
  settleOutdated: refused,
  list: async () => [],
  queue: async () => ({ waiting: [], returned: [], drafts: [], outdated: [] }),
  latest: async () => [],
  shown: async () => undefined,
};
