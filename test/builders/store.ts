import { onTestFinished } from 'vitest';
import { openStore } from '../../src/store/open.ts';
import type { Store } from '../../src/store/store.ts';

/** A store of its own, in memory; closed when the test ends. */
export async function testStore(): Promise<Store> {
  const store = await openStore({ file: ':memory:' });
  onTestFinished(() => store.close());
  return store;
}
