import solid from 'eslint-plugin-solid/configs/typescript';
import { defineConfig } from 'eslint/config';
import globals from 'globals';
import { resolve } from 'node:path';
import tseslint from 'typescript-eslint';

/**
 * What each folder may not import; tsconfig references say the same, and this says why.
 * @type {(group: string[], message: string) => ['error', object]}
 */
const forbidden = (group, message) => ['error', { patterns: [{ group, message }] }];

/** What is plain Node imports none of this. */
const outsideOfNode = [
  'electron',
  'electron/*',
  '**/shell/**',
  '**/renderer/**',
  '**/e2e/**',
  '**/build/**',
];

/** What people read stands in the one catalogue, where it can be read as a whole. */
export const wordsInViews = [
  { selector: 'JSXText[value=/[A-Za-z]{2}/]', message: 'Words for people stand in shared/words.' },
  {
    selector:
      'JSXAttribute[name.name=/^(title|label|alt|placeholder|tip|detail|description|aria-label)$/] > Literal[value=/[A-Za-z]/]',
    message: 'Words for people stand in shared/words.',
  },
  {
    selector: 'JSXExpressionContainer > CallExpression[callee.property.name=/^replace(All)?$/]',
    message: 'Let the words in shared/words take what changes in them.',
  },
];

/**
 * Ways to look that hold only as long as nothing else says the same, or says it first. The page objects of e2e/pages know
 * what may be looked for in such a way.
 */
export const racyLocators = [
  {
    selector:
      'CallExpression[callee.property.name="getByText"]:matches([callee.object.name="page"], [callee.object.property.name="page"])',
    message:
      'What is announced to readers stands on the page too, for a moment. Look for text in the region it belongs to: window.told(…), window.notices, a dialog, the sidebar, the clipboard bar; for an announcement, window.announcement.',
  },
  {
    selector: 'CallExpression[callee.property.name=/^(first|last)$/][arguments.length=0]',
    message:
      'Which one is first or last can change while it is looked for. Name the one that is meant: give it a locator in e2e/pages; of a list whose order is what is tested, nth(0).',
  },
  {
    // With nothing or with options: what else is called so, in the core and in Vitest, waits for something it is given.
    selector:
      'CallExpression[callee.property.name="waitFor"]:matches([arguments.length=0], [arguments.0.type="ObjectExpression"])',
    message:
      'Say what is to be seen, which also says what was not: await expect(…).toBeVisible(), toBeHidden() or toContainText(…), with the expect of e2e/fixtures/expect.ts outside of specs.',
  },
  {
    selector:
      'CallExpression[callee.name="expect"] > AwaitExpression > CallExpression[callee.object.name="desk"]',
    message:
      'What the window shows and what keychain, clipboard and browser hold do not change in one moment. Look until it is there: await expect.poll(() => desk.…), in the tour expectSoon(…).',
  },
];

/** Waits of the tests that end before a slow machine has come to what they wait for. */
export const hastyWaits = [
  {
    selector:
      'CallExpression[callee.object.name="vi"][callee.property.name="waitFor"][arguments.length=1]',
    message:
      'This gives up after a second. Look as long as all tests do: await expect.poll(() => …); where more than one look is needed, name the limit: { timeout: 20_000 }.',
  },
];

// Its types are those of another major version of the linter.
const solidRules = /** @type {import('eslint').Linter.Config} */ (/** @type {unknown} */ (solid));

export default defineConfig(
  { ignores: ['out/**', 'dist/**', 'node_modules/**', 'test-results/**'] },
  ...tseslint.configs.strictTypeChecked,
  {
    languageOptions: {
      parserOptions: {
        projectService: true,
        tsconfigRootDir: resolve(import.meta.dirname, '..'),
      },
    },
    rules: {
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_' }],
      '@typescript-eslint/switch-exhaustiveness-check': [
        'error',
        { considerDefaultExhaustiveForUnions: true },
      ],
      eqeqeq: 'error',
      'no-restricted-exports': ['error', { restrictDefaultExports: { direct: true } }],
      'no-restricted-syntax': ['error', ...hastyWaits],
    },
  },
  {
    files: ['shared/**'],
    ignores: ['**/*.test.ts'],
    rules: {
      'no-restricted-imports': [
        'error',
        {
          patterns: [
            {
              regex: '^[^.]|(^|/)(electron|renderer|e2e|build)/',
              message: 'shared is the contract: it imports nothing.',
            },
          ],
        },
      ],
    },
  },
  {
    files: ['electron/**'],
    ignores: ['electron/main.ts', 'electron/preload.ts', 'electron/shell/**', '**/*.test.ts'],
    rules: {
      'no-restricted-imports': forbidden(
        outsideOfNode,
        'Plain Node: only the shell and the entries know Electron.',
      ),
    },
  },
  {
    files: ['electron/core/**'],
    ignores: ['**/*.test.ts'],
    rules: {
      'no-restricted-imports': forbidden(
        [...outsideOfNode, '**/ipc/**', '**/cli/**'],
        'The core does not know who asks it.',
      ),
    },
  },
  {
    files: ['electron/{plex,process,storage}/**'],
    ignores: ['**/*.test.ts'],
    rules: {
      'no-restricted-imports': forbidden(
        [...outsideOfNode, '**/ipc/**', '**/cli/**', '**/core/**'],
        'The core stands on these, so they do not know it.',
      ),
    },
  },
  {
    files: ['electron/*.ts'],
    ignores: ['electron/{cli,main,preload}.ts', '**/*.test.ts'],
    rules: {
      'no-restricted-imports': forbidden(
        [...outsideOfNode, './*/**'],
        'Every room stands on these, so they belong to none.',
      ),
    },
  },
  {
    files: ['electron/main.ts', 'electron/preload.ts', 'electron/shell/**'],
    rules: {
      'no-restricted-imports': forbidden(
        ['**/renderer/**', '**/e2e/**', '**/build/**'],
        'Main and page meet in shared alone.',
      ),
    },
  },
  {
    files: [
      'concealed-clipboard',
      'linux-screen-lock',
      'page-files',
      'page-recovery',
      'refused-switches',
      'survive-bugs',
    ].map((name) => `electron/shell/${name}.ts`),
    rules: {
      'no-restricted-imports': forbidden(
        ['electron', 'electron/*', '**/renderer/**', '**/e2e/**', '**/build/**'],
        'These of the shell are tested in plain Node.',
      ),
    },
  },
  {
    files: ['renderer/**'],
    ignores: ['**/*.test.ts', '**/*.test.tsx'],
    rules: {
      'no-restricted-imports': forbidden(
        ['electron', 'node:*', '**/electron/**', '**/e2e/**', '**/build/**', 'keytar'],
        'The page knows shared alone.',
      ),
    },
  },
  {
    files: ['renderer/**/*.ts', 'renderer/**/*.tsx'],
    ...solidRules,
    languageOptions: { globals: globals.browser },
  },
  {
    files: ['renderer/**/*.tsx'],
    ignores: ['**/*.test.tsx', 'renderer/gallery/**'],
    rules: { 'no-restricted-syntax': ['error', ...hastyWaits, ...wordsInViews] },
  },
  {
    files: ['e2e/**'],
    ignores: ['e2e/pages/**'],
    rules: { 'no-restricted-syntax': ['error', ...hastyWaits, ...racyLocators] },
  },
  {
    // Configuration files are read by their default export.
    files: ['build/*.config.{js,ts}', 'build/*.config.mjs'],
    rules: { 'no-restricted-exports': 'off' },
  },
);
