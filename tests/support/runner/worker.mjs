import 'reflect-metadata';
import { pathToFileURL } from 'node:url';
import { createEmptyTestResult } from '@jest/test-result';
import { getState, resetState, run as runTests } from 'jest-circus';
import { formatResultsErrors } from 'jest-message-util';

const TIMEOUT = 60_000;

// What fails where nobody waits for it fails the file.
for (const event of ['uncaughtException', 'unhandledRejection'])
  process.on(event, (error) => getState().unhandledErrors.push(error));

const asResult = ({ testPath, status, duration, errors, errorsDetailed, numPassingAsserts }) => {
  const [, ...titles] = testPath;
  return {
    ancestorTitles: titles.slice(0, -1),
    title: titles.at(-1),
    fullName: titles.join(' '),
    status: status === 'done' ? (errors.length > 0 ? 'failed' : 'passed') : status === 'skip' ? 'pending' : status,
    duration,
    failureMessages: errors,
    failureDetails: errorsDetailed.map(String),
    numPassingAsserts,
  };
};

/** Where global-setup.mjs has put what a file was compiled to. */
const compiled = (path) => pathToFileURL(path.replace(/(.*)\/tests\//, '$1/dist/tests/').replace(/\.ts$/, '.js')).href;

/** Runs one file of tests, as Jest's reporters want to hear of it. */
export async function run({ config, path, testNamePattern }) {
  const start = Date.now();
  resetState();
  Object.assign(getState(), { testTimeout: TIMEOUT });
  if (testNamePattern) Object.assign(getState(), { testNamePattern: new RegExp(testNamePattern, 'i') });
  await import(compiled(path));
  const { testResults, unhandledErrors } = await runTests();
  if (unhandledErrors.length > 0) throw new Error(unhandledErrors.map((error) => error?.stack ?? error).join('\n'));
  const results = testResults.map(asResult);
  const count = (status) => results.filter((result) => result.status === status).length;
  const end = Date.now();
  return {
    ...createEmptyTestResult(),
    testFilePath: path,
    displayName: config.displayName,
    testResults: results,
    numPassingTests: count('passed'),
    numFailingTests: count('failed'),
    numPendingTests: count('pending'),
    failureMessage: formatResultsErrors(results, config, { noStackTrace: false }, path),
    perfStats: {
      ...createEmptyTestResult().perfStats,
      start,
      end,
      runtime: end - start,
      slow: end - start > config.slowTestThreshold * 1000,
    },
  };
}
