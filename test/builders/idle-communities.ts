import type { Community } from '../../src/core/community.ts';
import type { CommunityServices } from '../../src/core/community-services.ts';
import { paragraph } from '../../src/core/document.ts';
import type { Editing } from '../../src/core/editing.ts';
import { UserError } from '../../src/core/errors.ts';
import type { GapFilling } from '../../src/core/gaps.ts';
import type { Subscriptions } from '../../src/core/subscriptions.ts';
import type { Transfer } from '../../src/core/transfer.ts';

const refused = async (): Promise<never> => {
  throw new UserError('error-moderators-only');
};

/** Services without a store: nothing is kept and nothing is there. */
export const idleCommunities = (): CommunityServices => ({
  settings: {
    current: async ({ community }) => community,
    change: async (_caller, community: Community) => ({ stale: false, community }),
    openLog: async () => 'closed',
  },
  linking: { makeCode: refused, claim() {}, join: refused, leave: refused },
  people: {
    chooseLanguage: async () => {},
    workFor: async () => undefined,
    workplaces: async () => [],
    isOperator: () => false,
    kept: async () => ({}),
    erase: async () => {},
  },
  reports: { add: async () => {}, open: async () => [], settle: async () => undefined },
  audit: { page: async () => ({ deeds: [], before: undefined }) },
  gaps: { groups: async () => [], group: async () => undefined, close: async () => {} },
  questionLog: { asked() {}, unhelpful() {} },
  votes: { cast: async () => {} },
  tallies: { asked() {}, shown() {} },
  stats: {
    over: async () => ({
      days: ['2026-02-28', '2026-03-01'],
      questions: { answered: [0, 0], unsure: [0, 0], none: [0, 0] },
      opened: [0, 0],
      entries: [],
      votes: [],
      deliveries: undefined,
    }),
  },
});

export const idleGapFilling: GapFilling = {
  beginEntry: () => ({ document: [paragraph('An entry begins.')] }),
  addAlias: async () => ({ document: [paragraph('An alias is added.')] }),
};

/** Without a store, nothing is imported or exported. */
export const idleTransfer: Transfer = {
  export: refused,
  stage: refused,
  open: refused,
  difference: refused,
  submit: refused,
  apply: refused,
  again: refused,
  discard: refused,
  waiting: async () => [],
};

/** Without a store, nobody is subscribed to anything. */
export const idleSubscriptions: Subscriptions = {
  subscribe: refused,
  list: async () => [],
  get: refused,
  change: refused,
  pause: refused,
  resume: refused,
  unsubscribe: refused,
  test: refused,
  preview: refused,
  readRule: (typed) => typed,
  nextAt: () => undefined,
};

/** Editing without a store: nothing can be written. */
export const idleEditing: Editing = {
  open: refused,
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
  retire: refused,
  restore: refused,
  list: async () => ({ own: [], hidden: [], retired: [], drafts: [] }),
  queue: async () => ({ waiting: [], returned: [], overdue: [], behind: [] }),
  history: refused,
  compare: refused,
};
