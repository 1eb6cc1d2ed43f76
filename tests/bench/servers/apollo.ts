import { createServer } from 'node:http';
import { ApolloServer } from '@apollo/server';
import { ApolloServerPluginDrainHttpServer } from '@apollo/server/plugin/drainHttpServer';
import { expressMiddleware } from '@as-integrations/express5';
import cors from 'cors';
import express from 'express';
import type { Context } from '../../../src/context.js';
import { buildRostrumSchema } from '../../../src/schema.js';
import { listen } from './serve.js';
import { openContexts } from './services.js';

/** The recipe for queries: Rostrum's schema behind Apollo Server and Express, set up as their documentation shows. */
const context = await openContexts();
const app = express();
const httpServer = createServer(app);
const apollo = new ApolloServer<Context>({
  schema: await buildRostrumSchema(),
  plugins: [ApolloServerPluginDrainHttpServer({ httpServer })],
});
await apollo.start();
app.use('/graphql', cors(), express.json(), expressMiddleware(apollo, { context: async () => context() }));
listen(httpServer);
