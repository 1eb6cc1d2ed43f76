/** Four projects: rules need no database, api and live a real PostgreSQL, screen a real browser as well. */
const project = (displayName, ...files) => ({
  displayName,
  runner: '<rootDir>/tests/support/runner/runner.mjs',
  roots: ['<rootDir>/tests'],
  testMatch: files.map((file) => `<rootDir>/tests/${file}`),
});

export default {
  // Most of the time is waited for: servers, browsers and the database are processes of their own.
  maxWorkers: 3,
  globalSetup: '<rootDir>/tests/support/global-setup.mjs',
  globalTeardown: '<rootDir>/tests/support/global-teardown.mjs',
  projects: [
    project('rules', '**/*.rules.test.ts', 'house.test.ts'),
    project('api', '**/*.api.test.ts', 'database/*.test.ts'),
    project('live', '**/*.live.test.ts'),
    project('screen', '**/*.screen.test.ts'),
  ],
};
