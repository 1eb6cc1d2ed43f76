import type { IncomingMessage } from 'node:http';
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
import type { Pass } from '../access/pass.js';
import type { Viewer } from '../access/viewer.js';
import { createContext, type Services } from '../context.js';
import { isUnavailable } from '../database/constraints.js';
import { Refusal } from '../errors.js';
import type { Line } from '../live/line.js';
import type { Allowance } from './allowance.js';
import { dismiss, NOT_READ } from './dismiss.js';
import { createJoin, type Joining } from './join.js';
import { readMessage } from './message.js';
import type { Operations } from './operations.js';
import type { Plan, Plans } from './plans.js';
import { presentError, type ReportBug, type Tongue, tongueOf, translate } from './present.js';
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

/** Who is at the other end of a socket. */
export interface Visitor {
  line: Line;
  /** Until connection_init. */
  request: IncomingMessage | null;
  /** What the request's Accept-Language said. */
  languages: string | undefined;
  /** From connection_init on. */
  pass?: Pass;
  operations: Operations;
  allowance: Allowance;
}

type Params = { language?: unknown; token?: unknown };

/** graphql-transport-ws on one line, until it closes. Subscriptions are joined to those that get the same. */
export type Protocol = (visitor: Visitor) => void;

/** Milliseconds in which a socket must have said `connection_init`. [G7] */
const INIT_WITHIN = 5_000;
/** Bytes of answers that may wait for a reader: whoever asks and never reads is sent away. [G12] */
const MOST_WAITING = 2 * 1024 * 1024;

/** An answer counts as a message more for so many characters, up to so many messages: asking for much is work, too. [G8] */
const AS_MESSAGE = 32 * 1024;
const MOST_OF_ONE = 10;
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
    connectionInitWaitTimeout: INIT_WITHIN,
    onConnect: async ({ connectionParams, extra }) => {
      const visit = await visits.ofSocket(extra.request!, tokenOf(connectionParams)).catch((error) => {
        if (!isUnavailable(error)) throw error;
        // Who it is can't be said now; clients come back by themselves.
        extra.line.socket.close(TRY_AGAIN, 'Try again later');
        return null;
      });
      extra.request = null;
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
      const excess = operations.excess(plan.cost, ctx.subscriptions);
      if (excess) return [excess];
      const { document } = plan;
      const tongue = tongueOfSocket(ctx);
      if (getOperationAST(document, operationName)) operations.start(id, plan.cost);
      try {
        const visit = { ...pass!.visit, viewer: await confirmed(ctx) };
        const contextValue = createContext(services, tongue, visit);
        // graphql-ws keeps what was sent for as long as the operation lasts.
        Object.assign(payload, { query: '', variables: null });
        const operation = { schema, document, variableValues: variables, operationName, contextValue };
        return { ...operation, plan, id, pass, line, tongue } as ExecutionArgs;
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

  return (visitor) => {
    const { socket } = visitor.line;
    const failed = (error: unknown) => {
      if (UNEXPECTED.test(String(error))) return socket.close(CloseCode.BadRequest, 'Unexpected message');
      presentError(error, reportBug);
      socket.close(CloseCode.InternalServerError, 'Internal error');
    };
    const closed = server.opened(
      {
        protocol: socket.protocol,
        send: (data) =>
          new Promise((resolve, reject) => {
            if (visitor.line.queued > MOST_WAITING) dismiss(socket, NOT_READ);
            if (!visitor.line.isOpen) return resolve();
            visitor.allowance.spend(Math.min(MOST_OF_ONE, data.length / AS_MESSAGE));
            socket.send(data, (error) => (error && visitor.line.isOpen ? reject(error) : resolve()));
          }),
        // A reason may hold an id, and be longer than a frame of this kind can be.
        close: (code, reason = '') =>
          socket.close(code, Buffer.byteLength(reason) > 123 ? reason.slice(0, 30) : reason),
        onMessage: (take) =>
          socket.on('message', (data, isBinary) => {
            if (!visitor.line.isOpen) return;
            const message = readMessage(data, isBinary);
            if (typeof message === 'string') void take(message).catch(failed);
            else socket.close(...message);
          }),
      },
      visitor,
    );
    socket.once('close', (code, reason) => {
      visitor.pass?.leave();
      void closed(code, String(reason)).catch(failed);
    });
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
