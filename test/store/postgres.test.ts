import { describe } from 'vitest';
import { sharedClaimContract } from './contract/claims.ts';
import { sharedElectionContract } from './contract/election.ts';
import { noticeContract } from './contract/notices.ts';
import { storeContract } from './contract.ts';
import { hasPostgres, postgresSchema } from './databases.ts';

describe.skipIf(!(await hasPostgres()))('a store in PostgreSQL', () =>
  storeContract(postgresSchema, (setting) => {
    describe('election among several processes', () => sharedElectionContract(setting));
    describe('what several processes share out', () => sharedClaimContract(setting));
    describe('what another process writes', () => noticeContract(setting));
  }),
);
