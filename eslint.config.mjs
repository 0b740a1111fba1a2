import tseslint from 'typescript-eslint';

const OURS = ['apps', 'workflows', 'activities', 'platform', 'domain', 'prisma', 'test', 'bench'];

/** Bans imports of our own folders, as patterns of relative paths. */
const noImportOf = (...folders) =>
  folders.map((folder) => ({
    regex: `^(\\.\\./)+${folder}(/|$)`,
    message: `Imports point one way (docs/architecture.md): nothing here may import ${folder}/.`,
  }));

const nothingEffective = (where) => [
  { regex: '^node:', message: `${where} is pure: no Node modules.` },
  {
    regex: '^(fs|path|os|crypto|http|https|net|child_process|timers)(/|$)',
    message: `${where} is pure: no Node modules.`,
  },
];

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
    'no-restricted-globals': ['error', ...globals],
    'no-restricted-syntax': [
      'error',
      ...(allowNow
        ? []
        : [
            {
              selector: "NewExpression[callee.name='Date'][arguments.length=0]",
              message: 'Take the moment as an argument.',
            },
          ]),
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
      ...nothingEffective('domain/'),
      {
        regex: '\\.schema$|command-schemas$|^zod$',
        allowTypeImports: true,
        message: 'Schemas are types only here: zod must not enter the workflow bundle.',
      },
    ],
    ['**/*.spec.ts', '**/*.schema.ts', 'domain/operation/command-schemas.ts'],
  ),
  restrict(
    ['workflows/**/*.ts'],
    [
      ...noImportOf('apps', 'platform', 'prisma', 'test', 'bench'),
      ...nothingEffective('workflows/'),
      {
        regex: '^(\\.\\./)+activities/',
        allowTypeImports: true,
        message: 'Activities are known to workflows by their types only.',
      },
      {
        regex: '\\.schema$|command-schemas$|^zod$',
        allowTypeImports: true,
        message: 'Schemas are types only here: zod must not enter the workflow bundle.',
      },
    ],
  ),
  restrict(
    ['activities/**/*.ts'],
    [
      ...noImportOf('apps', 'prisma', 'test', 'bench'),
      { regex: '\\.workflow$', message: 'Only the messages of a workflow are its contract.' },
    ],
    ['**/*.spec.ts'],
  ),
  restrict(
    ['platform/**/*.ts'],
    [
      ...noImportOf('apps', 'activities', 'test', 'bench'),
      { regex: '\\.(workflow|entity)$', message: 'Only the messages of a workflow are its contract.' },
    ],
    ['**/*.spec.ts'],
  ),
  restrict(
    ['apps/**/*.ts'],
    [
      ...noImportOf('test', 'bench'),
      { regex: '\\.(workflow|entity)$', message: 'Only the messages of a workflow are its contract.' },
    ],
    ['**/*.spec.ts', 'apps/cli/**'],
  ),
  deterministic(['domain/**/*.ts'], { allowNow: false, globals: [...IMPURE_GLOBALS, 'setTimeout'] }),
  deterministic(['workflows/**/*.ts'], { allowNow: true, globals: IMPURE_GLOBALS }),
);
