import { afterEach, beforeEach, describe } from 'vitest';
import { openStore, type StoreOptions } from '../../src/store/open.ts';
import type { Store } from '../../src/store/store.ts';
import { claimContract } from './contract/claims.ts';
import { communityContract } from './contract/communities.ts';
import { correctionContract } from './contract/corrections.ts';
import { digestContract } from './contract/digests.ts';
import { draftContract } from './contract/drafts.ts';
import { electionContract } from './contract/election.ts';
import { entryContract } from './contract/entries.ts';
import { importContract } from './contract/imports.ts';
import { inboxContract } from './contract/inbox.ts';
import { matchingContract } from './contract/matching.ts';
import { memberContract } from './contract/members.ts';
import { oddInputContract } from './contract/odd-input.ts';
import { outboxContract } from './contract/outbox.ts';
import { pausingContract } from './contract/pausing.ts';
import { peopleContract } from './contract/people.ts';
import { raceContract } from './contract/races.ts';
import { recoveryContract } from './contract/recovery.ts';
import { revisionContract } from './contract/revisions.ts';
import { schemaContract } from './contract/schema.ts';
import { statContract } from './contract/stats.ts';
import { subscriptionContract } from './contract/subscriptions.ts';
import { turmoilContract } from './contract/turmoil.ts';
import { updateContract } from './contract/updates.ts';
import type { TestDatabase } from './databases.ts';

/** What a test has: a database of its own. */
export interface Setting {
  readonly options: StoreOptions;
  /** The store that most tests need; opened when first asked for. */
  readonly store: Store;
  /** Another way into the same database, as another process has it. */
  another(): Promise<Store>;
}

/** What a store does, whatever its database, and what it does on this one. */
export function storeContract(
  makeDatabase: () => Promise<TestDatabase>,
  ownContract?: (setting: Setting) => void,
): void {
  let database: TestDatabase;
  let opened: Store[];
  const setting: Setting = {
    get options() {
      return database.options;
    },
    get store() {
      return opened[0] as Store;
    },
    async another() {
      const store = await openStore(database.options);
      opened.push(store);
      return store;
    },
  };

  beforeEach(async () => {
    opened = [];
    database = await makeDatabase();
    await setting.another();
  });

  afterEach(async () => {
    await Promise.all(opened.map((store) => store.close()));
    await database.drop();
  });

  describe('communities', () => communityContract(setting));
  describe('people', () => peopleContract(setting));
  describe('entries', () => entryContract(setting));
  describe('drafts', () => draftContract(setting));
  describe('imports', () => importContract(setting));
  describe('what members say', () => memberContract(setting));
  describe('numbers', () => statContract(setting));
  describe('updates', () => updateContract(setting));
  describe('updates that are there', () => revisionContract(setting));
  describe('who gets an update', () => matchingContract(setting));
  describe('a correction', () => correctionContract(setting));
  describe('subscriptions', () => subscriptionContract(setting));
  describe('subscriptions that pause, end or move', () => pausingContract(setting));
  describe('a digest', () => digestContract(setting));
  describe('the outbox', () => outboxContract(setting));
  describe('the outbox after a fault', () => recoveryContract(setting));
  describe('delivery', () => turmoilContract(setting));
  describe('election', () => electionContract(setting));
  describe('what processes share out', () => claimContract(setting));
  describe('the inbox', () => inboxContract(setting));
  describe('several processes', () => raceContract(setting));
  describe('odd input', () => oddInputContract(setting));
  describe('the schema', () => schemaContract(setting));
  ownContract?.(setting);
}
