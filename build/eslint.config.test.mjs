import { ESLint, Linter } from 'eslint';
import path from 'node:path';
import { expect, test } from 'vitest';
import { hastyWaits, racyLocators, wordsInViews } from './eslint.config.js';
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

test.each([
  ['<p>Signed in</p>', true],
  ['<p>{text().signedIn}</p>', false],
  ['<p>{" · "}</p>', false],
  ['<p>·</p>', false],
  ['<Button label="Copy" />', true],
  ['<Button label={text().copy} kind="filled" />', false],
  ['<input aria-label="Search" />', true],
  ['<p>{text().left.replace("%", time())}</p>', true],
])('words in a view, %s, are refused: %s', (code, isRefused) => {
  const refusals = new Linter().verify(code, {
    languageOptions: { parserOptions: { ecmaFeatures: { jsx: true } } },
    rules: { 'no-restricted-syntax': ['error', ...wordsInViews] },
  });
  expect(refusals.length > 0).toBe(isRefused);
});

test.each([
  ['renderer/views/app/about-dialog.tsx', true],
  ['renderer/ui/button.tsx', true],
  ['renderer/ui/button.test.tsx', false],
])('words are looked for in %s: %s', async (file, isLookedAt) => {
  const eslint = new ESLint({
    cwd: projectRoot,
    overrideConfigFile: path.join(projectRoot, 'build/eslint.config.js'),
  });
  /** @type {unknown} */
  const config = await eslint.calculateConfigForFile(file);
  const looked = {
    rules: { 'no-restricted-syntax': [expect.anything(), ...hastyWaits, ...wordsInViews] },
  };
  if (isLookedAt) expect(config).toMatchObject(looked);
  else expect(config).not.toMatchObject(looked);
});
