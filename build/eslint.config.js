import solid from 'eslint-plugin-solid/configs/typescript';
import { defineConfig } from 'eslint/config';
import globals from 'globals';
import { resolve } from 'node:path';
import tseslint from 'typescript-eslint';
import { hastyWaits, racyLocators } from './racy-locators.js';

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
      'network-returns',
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
