import { describe } from 'vitest';
import { storeContract } from './contract.ts';
import { hasPostgres, postgresSchema } from './databases.ts';

describe.skipIf(!(await hasPostgres()))('a store in PostgreSQL', () => storeContract(postgresSchema));
