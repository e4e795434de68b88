import eslint from '@eslint/js';
import reactHooks from 'eslint-plugin-react-hooks';
import { defineConfig } from 'eslint/config';
import tseslint from 'typescript-eslint';

const NO_WAITING = {
  selector: "CallExpression[callee.property.name='waitForTimeout']",
  message: 'Wait for a state.',
};
const NO_SLEEP = {
  selector: "CallExpression[callee.name='setTimeout'][arguments.1.value>=100]",
  message: 'Wait for a state, or move the clock.',
};
const NO_DEFAULT_EXPORT = {
  selector: 'ExportDefaultDeclaration',
  message: 'Export by name; only what WXT or a tool loads has a default.',
};
const NO_BARREL = { selector: 'ExportAllDeclaration', message: 'Import the file that holds the thing.' };
const NO_AWAIT = {
  selector: ':matches(AwaitExpression, :function[async=true])',
  message: 'The domain does not wait; what it needs comes in as a fact.',
};
const ASKED_OF_ITSELF = 'A form or document may hide this behind a name of its page: ask dom/own-members.';
const HIDDEN_BY_NAMES = [
  {
    selector:
      'CallExpression[callee.property.name=/^(closest|matches|querySelector|querySelectorAll|getElementsByTagName|getBoundingClientRect|createTreeWalker)$/]',
    message: ASKED_OF_ITSELF,
  },
  {
    selector:
      "CallExpression[callee.property.name='contains']:not([callee.object.property.name='classList'])",
    message: ASKED_OF_ITSELF,
  },
];
const EVERYWHERE = [NO_WAITING, NO_DEFAULT_EXPORT, NO_BARREL];

const IMPURE = ['Date', 'performance', 'setTimeout', 'setInterval', 'queueMicrotask'].map((name) => ({
  name,
  message: 'Time comes in as a fact.',
}));
const CHANCE = [{ name: 'crypto', message: 'Chance and ids come in as facts.' }];
const OUTSIDE = ['fetch', 'indexedDB', 'localStorage', 'document', 'window'].map((name) => ({
  name,
  message: 'The domain is pure.',
}));
const THE_BROWSER = ['browser', 'chrome'].map((name) => ({
  name,
  message: 'The browser is behind entrypoints, lib/messaging and lib/adapters.',
}));

/** Typescript-eslint's twin of the core rule also sees `import type`. */
const restrictImports = (...patterns) => ({
  '@typescript-eslint/no-restricted-imports': ['error', { patterns }],
});
const restrictGlobals = (...globals) => ({
  'no-restricted-globals': ['error', { globals: globals.flat(), checkGlobalObject: true }],
});
const BROWSER_IMPORT = {
  group: ['wxt/browser', 'webextension-polyfill', '@wxt-dev/storage'],
  message: 'The browser is behind entrypoints, lib/messaging and lib/adapters.',
};
const SECRET_IMPORT = {
  group: ['**/kernel/secret.ts'],
  importNames: ['openSecret'],
  message: 'Secrets are opened in lib/adapters, and where a card is parted into its fields.',
};
const VIEM_IMPORT = {
  group: ['viem', 'viem/*'],
  message: 'viem has one door: lib/adapters/signer and lib/adapters/chain.',
};
const SLEEP_IMPORT = { group: ['node:timers/promises'], message: 'Wait for a state, or move the clock.' };

const TESTS = ['**/*.test.{ts,tsx}', '**/*.contract.ts'];

export default defineConfig(
  { ignores: ['.output/**', '.wxt/**', 'test-results/**', 'playwright-report/**'] },
  eslint.configs.recommended,
  tseslint.configs.recommendedTypeChecked,
  {
    linterOptions: { reportUnusedDisableDirectives: 'error' },
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      eqeqeq: ['error', 'always', { null: 'ignore' }],
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/no-misused-promises': [
        'error',
        { checksVoidReturn: { attributes: false, arguments: false } },
      ],
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/consistent-type-exports': 'error',
      '@typescript-eslint/no-import-type-side-effects': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': [
        'error',
        { considerDefaultExhaustiveForUnions: true },
      ],
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      // A suppressed type error hides the next one on its line.
      '@typescript-eslint/ban-ts-comment': ['error', { 'ts-expect-error': true, 'ts-ignore': true }],
      // Ports promise answers whether or not an adapter has to wait for one.
      '@typescript-eslint/require-await': 'off',
      // Template literals print branded ids and numbers; both are strings to a reader.
      '@typescript-eslint/restrict-template-expressions': [
        'error',
        { allowNumber: true, allowBoolean: true, allowNever: true },
      ],
      'no-restricted-syntax': ['error', ...EVERYWHERE],
      ...restrictImports(VIEM_IMPORT),
    },
  },
  {
    files: ['**/*.tsx', 'lib/ui/**/*.ts'],
    plugins: { 'react-hooks': reactHooks },
    rules: reactHooks.configs.recommended.rules,
  },
  {
    files: ['{lib,components,entrypoints}/**/*.{ts,tsx}'],
    ignores: ['lib/bridge/host/cli.ts', 'lib/bridge/host/cli/**', ...TESTS],
    rules: { 'no-console': 'error' },
  },
  {
    // The outermost router says that it caught a fault.
    files: ['entrypoints/background/index.ts'],
    rules: { 'no-console': ['error', { allow: ['error'] }] },
  },
  {
    files: ['{lib,components}/**/*.{ts,tsx}'],
    ignores: ['lib/messaging/**', 'lib/adapters/**', ...TESTS],
    rules: {
      ...restrictImports(BROWSER_IMPORT, VIEM_IMPORT, SECRET_IMPORT),
      ...restrictGlobals(THE_BROWSER),
    },
  },
  {
    files: ['{lib/messaging,entrypoints}/**/*.{ts,tsx}'],
    ignores: TESTS,
    rules: restrictImports(VIEM_IMPORT, SECRET_IMPORT),
  },
  {
    files: ['lib/app/checkout/fill-card.ts'],
    rules: restrictImports(BROWSER_IMPORT, VIEM_IMPORT),
  },
  {
    files: ['lib/page/**/*.ts'],
    ignores: TESTS,
    rules: { 'no-restricted-syntax': ['error', ...EVERYWHERE, ...HIDDEN_BY_NAMES] },
  },
  {
    files: ['lib/domain/**/*.ts'],
    ignores: TESTS,
    rules: {
      ...restrictGlobals(IMPURE, CHANCE, OUTSIDE, THE_BROWSER),
      'no-restricted-properties': [
        'error',
        { object: 'Math', property: 'random', message: 'Chance comes in as a fact.' },
      ],
      'no-restricted-syntax': ['error', ...EVERYWHERE, NO_AWAIT],
    },
  },
  {
    files: ['lib/adapters/{signer,chain}/**/*.ts'],
    rules: { '@typescript-eslint/no-restricted-imports': 'off' },
  },
  {
    // Playwright reads the names of the fixtures that a fixture needs from this pattern, also where it needs none.
    files: ['e2e/**/*.ts'],
    rules: { 'no-empty-pattern': ['error', { allowObjectPatternsAsParameters: true }] },
  },
  {
    files: ['e2e/specs/**/*.ts'],
    rules: {
      'no-restricted-syntax': ['error', ...EVERYWHERE, NO_SLEEP],
      ...restrictImports(SLEEP_IMPORT, VIEM_IMPORT),
    },
  },
  {
    // Loaded by WXT or by a tool, which ask for a default.
    files: ['entrypoints/*/index.ts', '*.config.{js,ts}', 'e2e/playwright.config.ts'],
    rules: { 'no-restricted-syntax': ['error', NO_WAITING, NO_BARREL] },
  },
  {
    // The page imports types from contracts alone; what it reads is described in the domain.
    files: ['lib/messaging/contracts/page-reading.ts'],
    rules: { 'no-restricted-syntax': ['error', NO_WAITING, NO_DEFAULT_EXPORT] },
  },
  {
    files: ['**/*.{js,cjs}'],
    extends: [tseslint.configs.disableTypeChecked],
  },
  {
    files: ['**/*.cjs'],
    languageOptions: { sourceType: 'commonjs', globals: { module: 'writable' } },
  },
);
