/** Four projects: rules need no database, api and live a real PostgreSQL, screen a real browser as well. */
const shared = {
  testEnvironment: 'node',
  // type-graphql and TypeORM want it before their first decorator.
  setupFiles: ['reflect-metadata'],
  extensionsToTreatAsEsm: ['.ts'],
  moduleNameMapper: { '^(\\.{1,2}/.*)\\.js$': '$1' },
  transform: {
    '^.+\\.ts$': [
      '@swc/jest',
      {
        jsc: {
          target: 'es2022',
          parser: { syntax: 'typescript', decorators: true },
          transform: { legacyDecorator: true, decoratorMetadata: false, useDefineForClassFields: false },
        },
        module: { type: 'es6' },
        sourceMaps: 'inline',
      },
    ],
  },
};
const project = (displayName, testMatch) => ({ ...shared, displayName, testMatch });

export default {
  testTimeout: 60_000,
  // Most of the time is waited for: servers, browsers and the database are processes of their own.
  maxWorkers: 2,
  globalSetup: '<rootDir>/tests/support/global-setup.mjs',
  globalTeardown: '<rootDir>/tests/support/global-teardown.mjs',
  projects: [
    project('rules', ['<rootDir>/tests/**/*.rules.test.ts', '<rootDir>/tests/house.test.ts']),
    project('api', ['<rootDir>/tests/**/*.api.test.ts', '<rootDir>/tests/database/*.test.ts']),
    project('live', ['<rootDir>/tests/**/*.live.test.ts']),
    project('screen', ['<rootDir>/tests/**/*.screen.test.ts']),
  ],
};
