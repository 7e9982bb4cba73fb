import { ESLint, Linter } from 'eslint';
import path from 'node:path';
import { expect, test } from 'vitest';
import { hastyWaits, racyLocators } from './eslint.config.js';
import { projectRoot } from './project.mjs';

/** @param {string} code */
function refusalsOf(code) {
  /** @type {import('eslint').Linter.Config} */
  const config = {
    rules: { 'no-restricted-syntax': ['error', ...hastyWaits, ...racyLocators] },
  };
  return new Linter().verify(code, config);
}

test.each([
  ['e2e/specs/repair.spec.ts', true],
  ['e2e/tour/repair-chapter.ts', true],
  ['e2e/fixtures/every-view.ts', true],
  ['e2e/pages/repair-page.ts', false],
])('%s is looked at: %s', async (file, isLookedAt) => {
  const eslint = new ESLint({
    cwd: projectRoot,
    overrideConfigFile: path.join(projectRoot, 'build/eslint.config.js'),
  });
  /** @type {unknown} */
  const config = await eslint.calculateConfigForFile(file);
  const looked = {
    rules: { 'no-restricted-syntax': [expect.anything(), ...hastyWaits, ...racyLocators] },
  };
  if (isLookedAt) expect(config).toMatchObject(looked);
  else expect(config).not.toMatchObject(looked);
});

test.each([
  ['page.getByText("Copied")', 'window.told('],
  ['usher.page.getByText(/work again/)', 'window.told('],
  ['rows.first()', 'nth(0)'],
  ['rows.last()', 'nth(0)'],
  ['dialog.waitFor({ state: "hidden" })', 'toBeHidden()'],
  ['page.getByRole("main").waitFor()', 'toBeVisible()'],
  ['vi.waitFor(() => expect(count).toBe(1))', 'expect.poll('],
  ['async () => expect(await desk.readClipboard()).toBe("")', 'expect.poll('],
])('%s is refused, with what to use', (code, advice) => {
  expect(refusalsOf(code).map(({ message }) => message)).toEqual([expect.stringContaining(advice)]);
});

test.each([
  ['window.told("Copied")'],
  ['dialog.getByText("Copied")'],
  ['rows.nth(0)'],
  ['vi.waitFor(() => seen, { timeout: 20_000 })'],
  ['async () => expect.poll(() => desk.readClipboard()).toBe("")'],
  ['core.waitFor("tokens.changed", () => true)'],
])('%s is not', (code) => {
  expect(refusalsOf(code)).toEqual([]);
});
