import { resolve } from 'node:path';
import solid from 'vite-plugin-solid';
import { configDefaults, defineConfig } from 'vitest/config';
import { leftOut } from './test-run/judge.mjs';

const root = resolve(import.meta.dirname, '..');

/** By default a look is given up after a second, which a slow machine takes for other things. */
const patiently = { poll: { timeout: 20_000, interval: 25 } };

export default defineConfig({
  root,
  test: {
    // Slow machines share their cores; a limit is there for what hangs.
    testTimeout: 120_000,
    hookTimeout: 120_000,
    // By default one core is left alone, which of two leaves one. Much of the work is waiting for processes.
    maxWorkers: '100%',
    projects: [
      {
        root,
        test: {
          name: 'node',
          environment: 'node',
          expect: patiently,
          // Nothing here keeps state in its module, so one process serves many files: less than half the work.
          isolate: false,
          include: ['{shared,electron,e2e,build}/**/*.test.{ts,mjs}'],
          exclude: [
            ...configDefaults.exclude,
            ...leftOut(process.platform).map(({ files }) => files),
          ],
        },
      },
      {
        root,
        plugins: [solid()],
        test: {
          name: 'page',
          environment: 'jsdom',
          expect: patiently,
          setupFiles: ['renderer/bridge/page-test-set-up.ts'],
          // One document maker a worker in place of one a file, which was half of the work; files stay apart.
          pool: 'vmThreads',
          include: ['renderer/**/*.test.{ts,tsx}'],
          // Left alone, it would find the Solid that is meant for servers, where nothing changes.
          server: { deps: { inline: ['@tanstack/solid-virtual'] } },
        },
      },
    ],
  },
});
