import type { ApolloServerPlugin } from '@apollo/server';
import type { Context } from '../context.js';
import { examples } from '../demo/examples.js';

/** Where Apollo keeps its Sandbox. Only this page asks for it, and only the browser of whoever opens it. */
const SCRIPT = 'https://embeddable-sandbox.cdn.apollographql.com/_latest/embeddable-sandbox.umd.production.min.js';

const document = examples.map(({ title, document }) => `# ${title}\n${document.trim()}\n`).join('\n');
const variables = Object.assign({}, ...examples.map((example) => example.variables ?? {}));

const json = (value: unknown) => JSON.stringify(value).replaceAll('<', '\\u003c');

/**
 * A browser that opens /graphql is given Apollo Sandbox with both endpoints and the examples filled in. Apollo's own
 * landing page drops the subscription endpoint. Without internet the page points to the local explorer.
 */
export const sandbox: ApolloServerPlugin<Context> = {
  async serverWillStart() {
    return { renderLandingPage: async () => ({ html }) };
  },
};

export const html = `<!doctype html>
<html lang="en">
<head>
  <meta charset="utf-8">
  <meta name="viewport" content="width=device-width, initial-scale=1">
  <title>Rostrum · Apollo Sandbox</title>
  <style>
    html, body, #sandbox { height: 100%; margin: 0 }
    #offline { font: 1.1rem/1.5 system-ui, sans-serif; max-width: 36rem; margin: 20vh auto 0; padding: 0 1.5rem }
    iframe { border: 0; width: 100%; height: 100% }
  </style>
</head>
<body>
  <div id="sandbox">
    <div id="offline">
      <p>Apollo Sandbox comes from the internet and could not be loaded.</p>
      <p lang="zh">Apollo Sandbox 需要互联网，未能加载。</p>
      <p><a href="/explorer">Local explorer · 本地浏览器 (GraphiQL)</a></p>
    </div>
  </div>
  <script src="${SCRIPT}"></script>
  <script>
    if (window.EmbeddedSandbox) {
      document.getElementById('offline').remove();
      const endpoint = location.origin + '/graphql';
      new window.EmbeddedSandbox({
        target: '#sandbox',
        initialEndpoint: endpoint,
        initialSubscriptionEndpoint: endpoint.replace(/^http/, 'ws'),
        initialState: {
          document: ${json(document)},
          variables: ${json(variables)},
        },
      });
    }
  </script>
</body>
</html>
`;
