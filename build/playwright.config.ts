import { defineConfig } from '@playwright/test';
import { resolve } from 'node:path';
import { readPace } from './shake/speeds.mjs';

const root = resolve(import.meta.dirname, '..');
const { patience } = readPace(process.env);

export default defineConfig({
  testDir: resolve(root, 'e2e/specs'),
  outputDir: resolve(root, 'out/e2e-results'),
  globalSetup: resolve(root, 'e2e/fixtures/build-clocked-main.ts'),
  // Each worker has a display, and with it a clipboard, of its own.
  workers: 2,
  fullyParallel: true,
  // A test that passes on its second try has failed.
  retries: 0,
  forbidOnly: true,
  timeout: 120_000 * patience,
  expect: { timeout: 20_000 * patience },
  reporter: 'list',
  use: { trace: 'off', screenshot: 'only-on-failure' },
});
