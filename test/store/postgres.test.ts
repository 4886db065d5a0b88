import { describe } from 'vitest';
import { sharedElectionContract } from './contract/election.ts';
import { storeContract } from './contract.ts';
import { hasPostgres, postgresSchema } from './databases.ts';

describe.skipIf(!(await hasPostgres()))('a store in PostgreSQL', () =>
  storeContract(postgresSchema, (setting) =>
    describe('election among several processes', () => sharedElectionContract(setting)),
  ),
);
