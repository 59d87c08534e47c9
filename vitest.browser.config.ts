import { defineConfig } from 'vitest/config';

/** The real program and a real browser; apart from the other tests because it needs Chromium. */
export default defineConfig({
  test: {
    include: ['tests/browser/**/*.test.ts'],
    pool: 'forks',
    maxWorkers: 1,
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
});
