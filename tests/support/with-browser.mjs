import { findBrowser } from './browser-setup.mjs';

/** For commands outside the tests: `node --import ./tests/support/with-browser.mjs`. */
await findBrowser();
