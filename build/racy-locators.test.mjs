import { Linter } from 'eslint';
import { expect, test } from 'vitest';
import { racyLocators } from './racy-locators.js';

/** @param {string} code */
function refusalsOf(code) {
  /** @type {import('eslint').Linter.Config} */
  const config = { rules: { 'no-restricted-syntax': ['error', ...racyLocators] } };
  return new Linter().verify(code, config);
}

test.each([
  ['page.getByText("Copied")', 'window.told('],
  ['usher.page.getByText(/work again/)', 'window.told('],
  ['rows.first()', 'nth(0)'],
  ['dialog.waitFor({ state: "hidden" })', 'toBeHidden()'],
  ['page.getByRole("main").waitFor()', 'toBeVisible()'],
])('%s is refused, with what to use', (code, advice) => {
  expect(refusalsOf(code).map(({ message }) => message)).toEqual([expect.stringContaining(advice)]);
});

test.each([
  ['window.told("Copied")'],
  ['dialog.getByText("Copied")'],
  ['rows.nth(0)'],
  ['vi.waitFor(() => seen)'],
  ['core.waitFor("tokens.changed", () => true)'],
])('%s is not', (code) => {
  expect(refusalsOf(code)).toEqual([]);
});
