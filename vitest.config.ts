import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    testTimeout: 20_000,
    hookTimeout: 20_000,
    // Much of a test here is waiting for a process, a database or a timer of the real SDKs.
    maxWorkers: '100%',
  },
});
