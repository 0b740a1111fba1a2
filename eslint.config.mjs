import tseslint from 'typescript-eslint';

const OURS = ['apps', 'workflows', 'activities', 'platform', 'domain', 'prisma', 'test', 'bench', 'samples'];

/** Bans imports of our own folders, however the relative path is written. */
const noImportOf = (...folders) =>
  folders.map((folder) => ({
    regex: `(^|/)\\.\\./${folder}(/|$)`,
    message: `Imports point one way (docs/architecture.md): nothing here may import ${folder}/.`,
  }));

/** Bans every package and Node module but those named. */
const noPackageBut = (where, ...packages) => ({
  regex: `^(?!\\.|(?:${packages.join('|')})$)`,
  message: `${where} is pure: of packages it imports only ${packages.join(', ')}.`,
});

const SCHEMAS_AS_TYPES = {
  regex: '\\.schema$|command-schemas$|^zod$',
  allowTypeImports: true,
  message: 'Schemas are types only here: zod must not enter the workflow bundle.',
};
const ONLY_MESSAGES = { regex: '\\.(workflow|entity)$', message: 'Only the messages of a workflow are its contract.' };
const NO_DECONFLICTION = {
  regex: '/deconfliction(/|$)',
  message: 'The lifecycle knows nothing of de-confliction, whose libraries must not enter the workflow bundle.',
};
const SCHEMA_FILES = ['domain/**/*.schema.ts', 'domain/operation/command-schemas.ts'];

const restrict = (files, patterns, ignores = []) => ({
  files,
  ignores,
  rules: { '@typescript-eslint/no-restricted-imports': ['error', { patterns }] },
});

const nonDeterministic = (allowNow) => [
  { object: 'Math', property: 'random', message: 'Not deterministic: replay would differ.' },
  ...(allowNow ? [] : [{ object: 'Date', property: 'now', message: 'Take the moment as an argument.' }]),
  { object: 'performance', property: 'now', message: 'Not deterministic.' },
];
const IMPURE_GLOBALS = ['process', 'fetch', 'crypto', 'performance', 'setImmediate', 'setInterval', 'Bun', 'require'];

const deterministic = (files, { allowNow, globals }) => ({
  files,
  ignores: ['**/*.spec.ts'],
  rules: {
    'no-restricted-properties': ['error', ...nonDeterministic(allowNow)],
    'no-restricted-globals': ['error', { globals, checkGlobalObject: true }],
    'no-restricted-syntax': [
      'error',
      ...(allowNow
        ? []
        : [
            {
              selector: "NewExpression[callee.name='Date'][arguments.length=0], CallExpression[callee.name='Date']",
              message: 'Take the moment as an argument.',
            },
          ]),
      {
        selector: 'Program > VariableDeclaration[kind!="const"], Program > * > VariableDeclaration[kind!="const"]',
        message: 'Modules are loaded once for all workflows: what changes belongs to one of them.',
      },
      { selector: 'ImportExpression', message: 'Import where the rules of direction see it: at the top.' },
      { selector: 'ExportAllDeclaration', message: 'Name what is exported.' },
    ],
  },
});

export default tseslint.config(
  { ignores: ['dist/', '.waymark/', 'prisma/generated/', 'node_modules/', '**/*.js', '**/*.mjs'] },
  ...tseslint.configs.recommended,
  {
    files: ['**/*.ts'],
    languageOptions: { parserOptions: { projectService: true } },
    linterOptions: { reportUnusedDisableDirectives: 'error' },
    rules: {
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/no-misused-promises': ['error', { checksVoidReturn: false }],
      '@typescript-eslint/await-thenable': 'error',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
      eqeqeq: 'error',
    },
  },
  restrict(
    ['domain/**/*.ts'],
    [
      ...noImportOf(...OURS.filter((folder) => folder !== 'domain')),
      noPackageBut('domain/', 'zod'),
      SCHEMAS_AS_TYPES,
      NO_DECONFLICTION,
    ],
    [
      '**/*.spec.ts',
      'domain/deconfliction/**',
      'domain/profiles/linkage/**',
      'domain/translation/texts/**',
      ...SCHEMA_FILES,
    ],
  ),
  restrict(
    ['domain/deconfliction/**/*.ts', 'domain/profiles/linkage/**/*.ts'],
    [
      ...noImportOf(...OURS.filter((folder) => folder !== 'domain')),
      noPackageBut(
        'Normalising',
        'libphonenumber-js',
        'transliteration',
        'damerau-levenshtein',
        'talisman/phonetics/daitch-mokotoff',
      ),
    ],
    ['**/*.spec.ts'],
  ),
  restrict(
    ['domain/translation/texts/**/*.ts', 'domain/translation/texts/**/*.mts'],
    [
      ...noImportOf(...OURS.filter((folder) => folder !== 'domain')),
      noPackageBut('Reading messages', 'eld/medium', 'libphonenumber-js', 'linkify-it'),
    ],
    ['**/*.spec.ts'],
  ),
  restrict(SCHEMA_FILES, [
    ...noImportOf(...OURS.filter((folder) => folder !== 'domain')),
    noPackageBut('domain/', 'zod'),
  ]),
  restrict(
    ['workflows/**/*.ts'],
    [
      ...noImportOf('apps', 'platform', 'prisma', 'test', 'bench'),
      noPackageBut('workflows/', '@temporalio/workflow', '@temporalio/common', 'zod'),
      {
        regex: '(^|/)\\.\\./activities/',
        allowTypeImports: true,
        message: 'Activities are known to workflows by their types only.',
      },
      NO_DECONFLICTION,
      { ...ONLY_MESSAGES, regex: '^\\.\\./.*\\.(workflow|entity)$' },
      SCHEMAS_AS_TYPES,
    ],
  ),
  restrict(['activities/**/*.ts'], [...noImportOf('apps', 'prisma', 'test', 'bench'), ONLY_MESSAGES], ['**/*.spec.ts']),
  restrict(
    ['platform/**/*.ts'],
    [...noImportOf('apps', 'activities', 'test', 'bench'), ONLY_MESSAGES],
    ['**/*.spec.ts'],
  ),
  restrict(['apps/**/*.ts'], [...noImportOf('test', 'bench'), ONLY_MESSAGES], ['**/*.spec.ts', 'apps/cli/**']),
  restrict(
    ['apps/web/**/*.ts'],
    [
      ...noImportOf('test', 'bench', 'prisma', 'workflows', 'activities'),
      ...noImportOf('api').map((pattern) => ({
        ...pattern,
        allowTypeImports: true,
        message: 'The pages are a client of the API: they share its types, and none of its code.',
      })),
      {
        regex:
          '(^|/)platform/(?!config$|checkout$|http/|logging/|crypto/|text/|threads/kept-thread$|translation/exports/pdf-(?:blocks|pages)$)',
        message: 'The pages reach data by the API alone.',
      },
    ],
    ['**/*.spec.ts'],
  ),
  deterministic(['domain/**/*.ts'], { allowNow: false, globals: [...IMPURE_GLOBALS, 'setTimeout'] }),
  deterministic(['workflows/**/*.ts'], { allowNow: true, globals: IMPURE_GLOBALS }),
);
