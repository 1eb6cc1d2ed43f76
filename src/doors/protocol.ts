import type { IncomingMessage } from 'node:http';
import {
  createSourceEventStream,
  type ExecutionArgs,
  type ExecutionResult,
  execute,
  type FormattedExecutionResult,
  GraphQLError,
  type GraphQLFormattedError,
  type GraphQLSchema,
  getOperationAST,
} from 'graphql';
import { CloseCode, handleProtocols, makeServer, type Context as SocketContext } from 'graphql-ws';
import type { Pass } from '../access/pass.js';
import { common, opennessOf, type Sight, wordOf } from '../access/rights.rules.js';
import type { Viewer } from '../access/viewer.js';
import { type Context, createContext, type Services } from '../context.js';
import { Refusal } from '../errors.js';
import type { Line } from '../live/line.js';
import { isStream } from '../live/stream.js';
import type { Allowance } from './allowance.js';
import { dismiss, NOT_READ } from './dismiss.js';
import { readMessage } from './message.js';
import type { Operations } from './operations.js';
import type { Plan, Plans } from './plans.js';
import { presentError, type ReportBug, type Tongue, tongueOf, translate } from './present.js';
import { createRender } from './render.js';
import type { Visits } from './visits.js';

export { handleProtocols };

/** Unauthorized, as graphql-ws has it: its clients don't come back by themselves. */
const ENDED = 4401;

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
  request: IncomingMessage;
  /** From connection_init on. */
  pass?: Pass;
  operations: Operations;
  allowance: Allowance;
}

type Params = { language?: unknown; token?: unknown };

interface JoinArgs extends ExecutionArgs {
  plan: Plan;
  id: string;
  pass: Pass;
  line: Line;
  tongue: Tongue;
  contextValue: Context;
}

/** graphql-transport-ws on one line, until it closes. Subscriptions are joined to those that get the same. */
export type Protocol = (visitor: Visitor) => void;

/** Milliseconds in which a socket must have said `connection_init`. [G7] */
const INIT_WITHIN = 5_000;
/** Bytes of answers that may wait for a reader: whoever asks and never reads is sent away. [G12] */
const MOST_WAITING = 4 * 1024 * 1024;

/** What graphql-ws throws where a client sends what only servers send; that is no error of ours. [G11] */
const UNEXPECTED = /^Error: Unexpected message of type /;

export function createProtocol({ schema, services, plans, visits, reportBug }: Settings): Protocol {
  const renderOf = createRender({ schema, services, reportBug });
  const present = (ctx: SocketContext<Params, Visitor>, errors: readonly unknown[]): GraphQLFormattedError[] =>
    errors.map((error) => translate(presentError(error, reportBug), tongueOfSocket(ctx)));

  const join = async (args: JoinArgs) => {
    const stream = await createSourceEventStream(args);
    if (!isStream(stream)) return stream as ExecutionResult;
    const { plan, id, line, pass, contextValue } = args;
    const meetingId = stream.meetingId.toLowerCase();
    const [seen, standing] = [await contextValue.sight(meetingId), await contextValue.standing(meetingId)];
    // What has changed since that was read is noticed when the meeting is looked at.
    const leave = pass.follow(meetingId, wordOf(seen), standing ? opennessOf(standing) : '');
    const sight = common(seen, plan.traits);
    try {
      return await services.live.join(stream, {
        key: keyOf(args, sight),
        line,
        id,
        render: renderOf({ ...args, meetingId, sight }),
        isVolatile: plan.traits.isVolatile,
        leave,
      });
    } catch (error) {
      leave();
      // The field's resolver throws it, so that it is told like any other.
      return execute({ ...args, rootValue: error });
    }
  };

  /** Who asks, found out anew for each operation. [F6] */
  const confirmed = async ({ extra }: SocketContext<Params, Visitor>): Promise<Viewer> => {
    const viewer = await services.passes.confirm(extra.pass!);
    if (!viewer) throw new Refusal('UNAUTHENTICATED');
    return viewer;
  };

  const server = makeServer<Params, Visitor>({
    connectionInitWaitTimeout: INIT_WITHIN,
    onConnect: async ({ connectionParams, extra }) => {
      const visit = await visits.ofSocket(extra.request, tokenOf(connectionParams));
      if (visit === null) extra.line.socket.close(ENDED, 'Session ended');
      if (visit === null || !extra.line.isOpen) return false;
      extra.pass = services.passes.admit(visit, extra.line.socket);
      return true;
    },
    // A syntax error thrown here would cost the whole socket; returned, it ends this operation only. [L6]
    onSubscribe: async (ctx, id, { query, variables, operationName }) => {
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
        const operation = { schema, document, variableValues: variables, operationName, contextValue };
        return { ...operation, plan, id, pass, line, tongue } as ExecutionArgs;
      } catch (error) {
        operations.started(id);
        return [new GraphQLError('', { originalError: error as Error })];
      }
    },
    subscribe: (args) => join(args as JoinArgs),
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
  return tongueOf(typeof said === 'string' ? said : extra.request.headers['accept-language']);
}

/** The session's token as a client may give it: as `token`, or as it would over HTTP. */
function tokenOf(params: Record<string, unknown> | undefined): string | null {
  const { token, Authorization, authorization = Authorization } = params ?? {};
  if (typeof token === 'string') return token;
  return typeof authorization === 'string' ? authorization.replace(/^Bearer +/i, '') : null;
}

/** Equal keys get equal results: the same document, operation, variables and language, and the same sight. [F5] */
function keyOf({ plan, document, operationName, variableValues, tongue }: JoinArgs, sight: Sight): string {
  const defined = getOperationAST(document, operationName)?.variableDefinitions ?? [];
  const names = defined.map(({ variable }) => variable.name.value).filter((name) => !plan.traits.cursors.has(name));
  // A variable that is null differs from one that is left out, which may have a default.
  const values = names.map((name) => (Object.hasOwn(variableValues ?? {}, name) ? [variableValues![name]] : 0));
  return JSON.stringify([plan.id, operationName, values, tongue, wordOf(sight)]);
}
