const swc = require('./.swcrc.json');

/** @type {import('jest').Config} */
const base = {
  rootDir: __dirname,
  testEnvironment: 'node',
  // A package that can only be imported is imported by an ES module of ours (.mts).
  extensionsToTreatAsEsm: ['.mts'],
  transform: {
    '^.+\\.ts$': ['@swc/jest', swc],
    '^.+\\.mts$': ['@swc/jest', { ...swc, module: { type: 'es6' } }],
  },
  moduleNameMapper: { '^(\\.{1,2}/.*)\\.js$': '$1', '^(\\.{1,2}/.*)\\.mjs$': ['$1.mts', '$1.mjs'] },
  modulePathIgnorePatterns: ['<rootDir>/dist', '<rootDir>/.waymark'],
};

module.exports = {
  // One at a time: the stack is shared, and so are the cores.
  maxWorkers: 1,
  // Each suite leaves some of its modules behind: what runs them is replaced before it has no room left.
  workerIdleMemoryLimit: '1GB',
  testTimeout: 60_000,
  projects: [
    {
      ...base,
      displayName: 'unit',
      testMatch: [
        '<rootDir>/{domain,platform,activities,apps,workflows}/**/*.spec.ts',
        '<rootDir>/test/unit/**/*.spec.ts',
      ],
    },
    {
      ...base,
      displayName: 'stack',
      testMatch: ['<rootDir>/test/{integration,workflow,replay,e2e,browser,fault}/**/*.spec.ts'],
      globalSetup: '<rootDir>/test/support/global-setup.ts',
      globalTeardown: '<rootDir>/test/support/global-teardown.ts',
    },
  ],
};
