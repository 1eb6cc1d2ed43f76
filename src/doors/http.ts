import type { Server } from 'node:http';
import { ApolloServer, type ApolloServerPlugin } from '@apollo/server';
import { ApolloServerPluginLandingPageDisabled } from '@apollo/server/plugin/disabled';
import { ApolloServerPluginDrainHttpServer } from '@apollo/server/plugin/drainHttpServer';
import type { GraphQLSchema } from 'graphql';
import type { Context } from '../context.js';
import { presentError, type ReportBug, translate } from './present.js';
import { sandbox } from './sandbox.js';

interface Settings {
  schema: GraphQLSchema;
  httpServer: Server;
  introspection: boolean;
  explorer: boolean;
  reportBug: ReportBug;
}

/** The HTTP door: Apollo Server, with our errors and our landing page. */
export function createHttpDoor({
  schema,
  httpServer,
  introspection,
  explorer,
  reportBug,
}: Settings): ApolloServer<Context> {
  return new ApolloServer<Context>({
    schema,
    introspection,
    includeStacktraceInErrorResponses: false,
    // main.ts owns the shutdown.
    stopOnTerminationSignals: false,
    formatError: (_, error) => presentError(error, reportBug),
    persistedQueries: false,
    parseOptions: { maxTokens: 10_000 },
    plugins: [
      ApolloServerPluginDrainHttpServer({ httpServer }),
      explorer ? sandbox : ApolloServerPluginLandingPageDisabled(),
      inTheReadersLanguage,
    ],
  });
}

/** formatError doesn't know who asked; this does. */
const inTheReadersLanguage: ApolloServerPlugin<Context> = {
  async requestDidStart() {
    return {
      async willSendResponse({ response: { body }, contextValue }) {
        if (body.kind !== 'single' || !body.singleResult.errors) return;
        body.singleResult.errors = body.singleResult.errors.map((error) => translate(error, contextValue.tongue));
      },
    };
  },
};
