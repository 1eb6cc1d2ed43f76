import 'reflect-metadata';
import type { GraphQLSchema } from 'graphql';
import { buildSchema, type NonEmptyArray } from 'type-graphql';
import { guard } from './access/guard.js';
import { SessionResolver } from './access/session.resolver.js';
import { AccountResolver } from './account/account.resolver.js';
import { AccountAppointments, AppointmentResolver, MeetingAppointments } from './account/appointment.resolver.js';
import { SignInResolver } from './account/sign-in.resolver.js';
import { AgendaResolver } from './agenda/agenda.resolver.js';
import { PlanResolver } from './agenda/plan.resolver.js';
import { CommentResolver } from './appraisal/comment.resolver.js';
import { PostedResolver } from './appraisal/posted.resolver.js';
import { AuditResolver } from './audit/audit.resolver.js';
import { audited } from './audit/refusals.js';
import { BallotCommands } from './ballot/ballot.commands.js';
import { BallotResolver, BallotTallyResolver, MeetingBallotsResolver } from './ballot/ballot.resolver.js';
import { BoardResolver } from './board/board.resolver.js';
import { DisplayResolver, MeetingDisplaysResolver } from './display/display.resolver.js';
import { PairingResolver } from './display/pairing.resolver.js';
import { ReportResolver } from './display/report.resolver.js';
import { JournalResolver, ReceiptResolver } from './journal/journal.resolver.js';
import { CoverCommands } from './meeting/cover.commands.js';
import { MeetingCommands } from './meeting/meeting.commands.js';
import { MeetingResolver } from './meeting/meeting.resolver.js';
import { ReadinessResolver } from './meeting/readiness.resolver.js';
import { NodeResolver } from './node.resolver.js';
import { OrganizationResolver } from './people/organization.resolver.js';
import { ParticipantResolver } from './people/participant.resolver.js';
import { PersonResolver } from './people/person.resolver.js';
import { PresenceResolver } from './people/presence.resolver.js';
import { RefusalResolver } from './refusal.resolver.js';
import { RequirementResolver } from './requirement/requirement.resolver.js';
import { SlipCommands, SlipResolver } from './slip/slip.resolver.js';
import { CalledResolver } from './statement/called.resolver.js';
import { StatementResolver, TurnResolver } from './statement/statement.resolver.js';

/** Every resolver there is. The server, the emitter of the SDL and the tests share this list. */
const resolvers: NonEmptyArray<Function> = [
  NodeResolver,
  RefusalResolver,
  OrganizationResolver,
  PersonResolver,
  MeetingResolver,
  MeetingCommands,
  ReadinessResolver,
  CoverCommands,
  ParticipantResolver,
  PresenceResolver,
  SlipResolver,
  SlipCommands,
  AgendaResolver,
  PlanResolver,
  StatementResolver,
  TurnResolver,
  CalledResolver,
  CommentResolver,
  PostedResolver,
  RequirementResolver,
  BallotResolver,
  BallotTallyResolver,
  MeetingBallotsResolver,
  BallotCommands,
  JournalResolver,
  ReceiptResolver,
  BoardResolver,
  PairingResolver,
  DisplayResolver,
  MeetingDisplaysResolver,
  ReportResolver,
  SessionResolver,
  SignInResolver,
  AccountResolver,
  AppointmentResolver,
  AccountAppointments,
  MeetingAppointments,
  AuditResolver,
];

/** type-graphql wants a pub/sub even where every subscription brings its own source. Ours is the journal. */
const noPubSub = {
  publish: () => {
    throw new Error('entries are written by journal/write.ts, not published');
  },
  subscribe: () => {
    throw new Error('entries are followed through live/, not subscribed to');
  },
};

export async function buildRostrumSchema(): Promise<GraphQLSchema> {
  // Inputs are checked by the rules themselves (input.ts), in both languages.
  const schema = await buildSchema({ resolvers, pubSub: noPubSub, validate: false });
  // type-graphql gives the roots no description.
  Object.assign(schema.getQueryType()!, { description: 'What can be asked, over HTTP and WebSocket.' });
  Object.assign(schema.getMutationType()!, {
    description: 'Commands: each is done whole, or refused and changes nothing.',
  });
  Object.assign(schema.getSubscriptionType()!, {
    description: 'What can be followed, over WebSocket (graphql-transport-ws).',
  });
  guard(schema);
  return audited(schema);
}
