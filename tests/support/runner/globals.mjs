import { register } from 'node:module';

/** In a process of tests, '@jest/globals' are those of this process. */
const globals = new URL('jest.mjs', import.meta.url).href;
register(
  `data:text/javascript,${encodeURIComponent(`
    export const resolve = (name, context, next) =>
      name === '@jest/globals' ? { url: ${JSON.stringify(globals)}, shortCircuit: true } : next(name, context);
  `)}`,
);
