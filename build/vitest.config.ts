import { resolve } from 'node:path';
import solid from 'vite-plugin-solid';
import { defineConfig } from 'vitest/config';

const root = resolve(import.meta.dirname, '..');

export default defineConfig({
  root,
  test: {
    // Slow machines share their cores; a limit is there for what hangs.
    testTimeout: 30_000,
    hookTimeout: 30_000,
    projects: [
      {
        root,
        test: {
          name: 'node',
          environment: 'node',
          include: ['{shared,electron,e2e,build}/**/*.test.{ts,mjs}'],
        },
      },
      {
        root,
        plugins: [solid()],
        test: {
          name: 'page',
          environment: 'jsdom',
          include: ['renderer/**/*.test.{ts,tsx}'],
        },
      },
    ],
  },
});
