import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    // Processes that start the bot need a moment on a slow machine; nothing waits longer than it has to.
    testTimeout: 20_000,
    hookTimeout: 30_000,
  },
});
