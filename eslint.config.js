import { defineConfig } from 'eslint/config';
import prettier from 'eslint-config-prettier';
import { createTypeScriptImportResolver } from 'eslint-import-resolver-typescript';
import importX from 'eslint-plugin-import-x';
import tseslint from 'typescript-eslint';

/** The folders of src in the order in which text flows through them; each knows only those named with it. */
const MAY_IMPORT = {
  'src/text': [],
  'src/wordnet': [],
  'src/corpus': ['src/text'],
  'src/quotes': ['src/corpus', 'src/text'],
  'src/search': ['src/corpus', 'src/text', 'src/wordnet'],
  'src/answers': ['src/corpus', 'src/text', 'src/quotes', 'src/search'],
  'src/library': ['src/corpus', 'src/text', 'src/quotes', 'src/search', 'src/answers'],
  'src/discord': ['src/corpus', 'src/answers', 'src/library'],
  commands: ['src/answers', 'src/library', 'src/discord'],
  'src/cli': ['src/corpus', 'src/text', 'src/quotes', 'src/search', 'src/answers', 'src/library'],
};

const zones = Object.entries(MAY_IMPORT).flatMap(([target, allowed]) =>
  [...Object.keys(MAY_IMPORT), 'playground', 'test', 'bench']
    .filter((folder) => folder !== target && !allowed.includes(folder))
    .map((from) => ({
      target: `./${target}`,
      from: `./${from}`,
      message: `${target} may import only ${[...allowed, 'itself'].join(', ')}.`,
    })),
);

/** The local Discord knows nothing of the bot, or a test could agree with the bot about its mistakes. */
zones.push({
  target: './playground/discord',
  from: ['./src', './commands'],
  message: 'The local Discord knows nothing of the bot.',
});

/** The core is plain functions: same input, same output. */
const CORE = ['src/text/**', 'src/corpus/**', 'src/quotes/**', 'src/search/**', 'src/answers/**'];

export default defineConfig(
  { ignores: ['node_modules', 'coverage'] },
  tseslint.configs.strictTypeChecked,
  {
    languageOptions: { parserOptions: { projectService: { allowDefaultProject: ['*.js'] } } },
    linterOptions: { reportUnusedDisableDirectives: 'error' },
    plugins: { 'import-x': importX },
    settings: { 'import-x/resolver-next': [createTypeScriptImportResolver()] },
    rules: {
      'import-x/no-restricted-paths': ['error', { zones }],
      'import-x/no-cycle': 'error',
      'import-x/order': ['error', { alphabetize: { order: 'asc' }, 'newlines-between': 'never' }],
      '@typescript-eslint/consistent-type-assertions': ['error', { assertionStyle: 'never' }],
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      'no-restricted-globals': [
        'error',
        { name: 'process', message: 'The environment is read in src/main.ts and src/cli/main.ts only.' },
      ],
    },
  },
  {
    files: CORE,
    ignores: ['src/corpus/load-corpus.ts'],
    rules: {
      'no-restricted-imports': ['error', { patterns: ['node:*', 'discord.js'] }],
      'no-restricted-properties': [
        'error',
        { object: 'Date', property: 'now', message: 'The core does not read the clock.' },
        { object: 'Math', property: 'random', message: 'The core gives the same output for the same input.' },
      ],
      'no-restricted-syntax': [
        'error',
        {
          selector: "NewExpression[callee.name='Date'][arguments.length=0]",
          message: 'The core does not read the clock.',
        },
      ],
    },
  },
  {
    files: ['src/{main,run-bot,told-to-end}.ts', 'src/cli/main.ts', 'playground/**', 'test/**', 'bench/**'],
    rules: { 'no-restricted-globals': 'off' },
  },
  { files: ['*.js', 'playground/web/page/*.js'], extends: [tseslint.configs.disableTypeChecked] },
  prettier,
);
