import { describe } from 'vitest';
import { storeContract } from './contract.ts';
import { sqliteFile } from './databases.ts';

describe('a store in a SQLite file', () => storeContract(sqliteFile));
