import { ApolloServer, type ApolloServerPlugin } from '@apollo/server';
import { ApolloServerPluginLandingPageDisabled } from '@apollo/server/plugin/disabled';
import { GraphQLError, type GraphQLSchema, type ValidationRule } from 'graphql';
import type { Context } from '../context.js';
import type { Drain } from './drain.js';
import { MOST } from './limits.js';
import type { Plans } from './plans.js';
import { presentError, type ReportBug, translate } from './present.js';
import { sandbox } from './sandbox.js';

interface Settings {
  schema: GraphQLSchema;
  plans: Plans;
  introspection: boolean;
  explorer: boolean;
  /** Lets requests under way be answered, once the server stops. */
  drain: Drain;
  reportBug: ReportBug;
}

/** The HTTP door: Apollo Server, with our errors and our landing page. */
export function createHttpDoor({
  schema,
  plans,
  introspection,
  explorer,
  drain,
  reportBug,
}: Settings): ApolloServer<Context> {
  return new ApolloServer<Context>({
    schema,
    introspection,
    hideSchemaDetailsFromClientErrors: !introspection,
    includeStacktraceInErrorResponses: false,
    // main.ts owns the shutdown.
    stopOnTerminationSignals: false,
    formatError: (_, error) => presentError(error, reportBug),
    persistedQueries: false,
    // The guard has seen the document by now: it is neither read nor checked again.
    documentStore: planned(plans),
    parseOptions: { maxTokens: MOST.tooManyTokens },
    validationRules: [asPlanned(plans)],
    plugins: [
      { serverWillStart: async () => ({ drainServer: drain }) },
      explorer ? sandbox : ApolloServerPluginLandingPageDisabled(),
      inTheReadersLanguage,
      oneAnswer,
    ],
  });
}

/** Apollo Server asks for documents by a hash of the schema and the SHA-256 of their text. */
const planned = (plans: Plans) => ({
  get: async (key: string) => plans.document(key.slice(key.indexOf(':') + 1)),
  set: async () => undefined,
  delete: async () => undefined,
});

/** A document that came past the guard, or was forgotten since, is held to the same. [G1] */
const asPlanned =
  (plans: Plans): ValidationRule =>
  (context) => ({
    Document({ loc }) {
      const plan = plans(loc?.source.body ?? '');
      for (const error of plan instanceof GraphQLError ? [plan] : plan.errors) context.reportError(error);
    },
  });

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

/** Apollo would run a subscription as if it were a query, and find nothing to show. */
const oneAnswer: ApolloServerPlugin<Context> = {
  async requestDidStart() {
    return {
      async didResolveOperation({ operation }) {
        if (operation?.operation !== 'subscription') return;
        throw new GraphQLError('Subscriptions are served over WebSocket (graphql-transport-ws) at this address.', {
          extensions: { code: 'BAD_REQUEST', http: { status: 400 } },
        });
      },
    };
  },
};
