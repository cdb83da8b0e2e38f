// What the scripts of the pages are held to: run from the root of the repository, as .ci/run does.
import js from '@eslint/js';
import globals from 'globals';

const strict = {
  ...js.configs.recommended.rules,
  'array-callback-return': 'error',
  curly: 'error',
  eqeqeq: 'error',
  'no-alert': 'error',
  'no-await-in-loop': 'error',
  'no-console': 'error',
  'no-else-return': 'error',
  'no-eval': 'error',
  'no-implied-eval': 'error',
  'no-param-reassign': 'error',
  'no-promise-executor-return': 'error',
  'no-self-compare': 'error',
  'no-shadow': 'error',
  'no-template-curly-in-string': 'error',
  'no-unmodified-loop-condition': 'error',
  'no-unreachable-loop': 'error',
  'no-use-before-define': ['error', { functions: false, classes: true, variables: false }],
  'no-var': 'error',
  'object-shorthand': 'error',
  'prefer-const': 'error',
  'require-atomic-updates': 'error',
};

const options = { linterOptions: { reportUnusedDisableDirectives: 'error' }, rules: strict };

export default [
  {
    name: 'modules of the pages',
    files: ['*/src/main/resources/static/assets/**/*.js'],
    ignores: ['**/supported.js'],
    languageOptions: {
      sourceType: 'module',
      // Chart.js, which the overview's page loads as a script before it
      globals: { ...globals.browser, Chart: 'readonly' },
    },
    ...options,
  },
  {
    name: 'what runs before the page is drawn, as a plain script',
    files: ['*/src/main/resources/static/assets/supported.js'],
    languageOptions: { sourceType: 'script', globals: globals.browser },
    ...options,
  },
  {
    name: 'tests of the modules',
    files: ['*/src/test/js/**/*.mjs'],
    languageOptions: { sourceType: 'module', globals: globals.node },
    ...options,
    // A test waits for one step after another
    rules: { ...strict, 'no-await-in-loop': 'off', 'no-promise-executor-return': 'off' },
  },
];
