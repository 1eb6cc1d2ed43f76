import {
  type ExecutionArgs,
  type ExecutionResult,
  type FormattedExecutionResult,
  GraphQLError,
  type GraphQLFormattedError,
  type GraphQLSchema,
  getOperationAST,
} from 'graphql';
import { CloseCode, handleProtocols, makeServer, type Context as SocketContext } from 'graphql-ws';
import type { RawData } from 'ws';
import type { Viewer } from '../access/viewer.js';
import { createContext, type Services } from '../context.js';
import { isUnavailable } from '../database/constraints.js';
import { Refusal } from '../errors.js';
import type { Line } from '../live/line.js';
import { createJoin, type Joining } from './join.js';
import { isClosing, readMessage } from './message.js';
import type { Plan, Plans } from './plans.js';
import { presentError, type ReportBug, type Tongue, tongueOf, translate } from './present.js';
import type { Visitor } from './visitor.js';
import type { Visits } from './visits.js';

export { handleProtocols };

/** Unauthorized, as graphql-ws has it: its clients don't come back by themselves. */
const ENDED = 4401;
const TRY_AGAIN = 1013;

interface Settings {
  schema: GraphQLSchema;
  services: Services;
  plans: Plans;
  visits: Visits;
  reportBug: ReportBug;
}

type Params = { language?: unknown; token?: unknown };

/** graphql-transport-ws on one line, until it closes. Subscriptions are joined to those that get the same. */
export interface Protocol {
  open(visitor: Visitor): void;
  hear(visitor: Visitor, data: RawData, isBinary: boolean): void;
  leave(visitor: Visitor, code: number, reason: string): void;
}

/** What graphql-ws throws where a client sends what only servers send; that is no error of ours. [G11] */
const UNEXPECTED = /^Error: Unexpected message of type /;

export function createProtocol({ schema, services, plans, visits, reportBug }: Settings): Protocol {
  const join = createJoin({ schema, services, reportBug });
  const present = (ctx: SocketContext<Params, Visitor>, errors: readonly unknown[]): GraphQLFormattedError[] =>
    errors.map((error) => translate(presentError(error, reportBug), tongueOfSocket(ctx)));

  /** Who asks, found out anew for each operation. [F6] */
  const confirmed = async ({ extra }: SocketContext<Params, Visitor>): Promise<Viewer> => {
    const viewer = await services.passes.confirm(extra.pass!);
    if (!viewer) throw new Refusal('UNAUTHENTICATED');
    return viewer;
  };

  const server = makeServer<Params, Visitor>({
    // A timer for each socket would cost what the displays wait with. (newcomers.ts)
    connectionInitWaitTimeout: 0,
    onConnect: async ({ connectionParams, extra }) => {
      const request = extra.request!;
      extra.request = null;
      const visit = await visits.ofSocket(request, tokenOf(connectionParams)).catch((error) => {
        if (!isUnavailable(error)) throw error;
        // Who it is can't be said now; clients come back by themselves.
        extra.line.socket.close(TRY_AGAIN, 'Try again later');
        return null;
      });
      if (visit === null) extra.line.socket.close(ENDED, 'Session ended');
      if (visit === null || !extra.line.isOpen) return false;
      extra.pass = services.passes.admit(visit, extra.line.socket);
      return true;
    },
    // A syntax error thrown here would cost the whole socket; returned, it ends this operation only. [L6]
    onSubscribe: async (ctx, id, payload) => {
      const { query, variables, operationName } = payload;
      const { line, operations, allowance, pass } = ctx.extra;
      if (operations.isStarting(id)) return rejected(line, id);
      const isKnown = plans.knows(query);
      const plan = plans(query, variables ?? {}, operationName);
      if (!isKnown) allowance.spend(workOf(plan));
      if (plan instanceof GraphQLError) return [plan];
      if (plan.errors.length > 0) return plan.errors;
      const excess = operations.excess(id, plan.cost, ctx.subscriptions);
      if (excess) return [excess];
      const { document } = plan;
      const tongue = tongueOfSocket(ctx);
      if (getOperationAST(document, operationName)) operations.start(id, plan.cost);
      try {
        const visit = { ...pass!.visit, viewer: await confirmed(ctx) };
        const contextValue = createContext(services, tongue, visit);
        // graphql-ws keeps what was sent for as long as the operation lasts.
        Object.assign(payload, { query: '', variables: null });
        // In one piece and of one shape, or each display would keep a shape of its own.
        return {
          schema,
          document,
          variableValues: variables,
          operationName,
          contextValue,
          rootValue: undefined,
          plan,
          id,
          pass,
          line,
          tongue,
        } as ExecutionArgs;
      } catch (error) {
        operations.started(id);
        return [new GraphQLError('', { originalError: error as Error })];
      }
    },
    subscribe: async (args) => {
      const joined = await join(args as Joining);
      // It keeps the arguments as well, of which nothing is needed any more.
      Object.assign(args, { contextValue: null, variableValues: null, plan: null });
      return joined;
    },
    onOperation: ({ extra }, id) => extra.operations.started(id),
    onError: (ctx, _id, _payload, errors) => present(ctx, errors),
    onNext: (ctx, _id, _payload, _args, result): FormattedExecutionResult => ({
      ...(result as ExecutionResult & FormattedExecutionResult),
      ...(result.errors && { errors: present(ctx, result.errors) }),
    }),
  });

  const failed = ({ line: { socket } }: Visitor, error: unknown) => {
    if (UNEXPECTED.test(String(error))) return socket.close(CloseCode.BadRequest, 'Unexpected message');
    presentError(error, reportBug);
    socket.close(CloseCode.InternalServerError, 'Internal error');
  };

  return {
    open(visitor) {
      visitor.closed = server.opened(visitor, visitor);
    },
    hear(visitor, data, isBinary) {
      if (!visitor.line.isOpen) return;
      const message = readMessage(data, isBinary);
      if (isClosing(message)) return visitor.close(...message);
      // Typed as text, and taken as it was read: graphql-ws keeps what it is given for as long as an operation lasts.
      void visitor.take?.(message as unknown as string).catch((error) => failed(visitor, error));
    },
    leave(visitor, code, reason) {
      visitor.pass?.leave();
      void visitor.closed?.(code, reason).catch((error) => failed(visitor, error));
    },
  };
}

/** What it took to plan a document, in messages: what can't be read is given up soon. [G8] */
const workOf = (plan: Plan | GraphQLError): number =>
  plan instanceof GraphQLError ? 5 : Math.ceil((plan.document.tokenCount ?? 0) / 100);

/** As the protocol wants it where an id is taken. */
function rejected({ socket }: Line, id: string): GraphQLError[] {
  socket.close(CloseCode.SubscriberAlreadyExists, `Subscriber for ${id.slice(0, 80)} already exists`);
  return [new GraphQLError('the id is taken')];
}

function tongueOfSocket({ connectionParams, extra }: SocketContext<Params, Visitor>): Tongue {
  const said = connectionParams?.language;
  return tongueOf(typeof said === 'string' ? said : extra.languages);
}

/** The session's token as a client may give it: as `token`, or as it would over HTTP. */
function tokenOf(params: Record<string, unknown> | undefined): string | null {
  const { token, Authorization, authorization = Authorization } = params ?? {};
  if (typeof token === 'string') return token;
  return typeof authorization === 'string' ? authorization.replace(/^Bearer +/i, '') : null;
}
