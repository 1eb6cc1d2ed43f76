import { DataSource, DefaultNamingStrategy, type Logger } from 'typeorm';
import { snakeCase } from 'typeorm/util/StringUtils.js';
import { migrations } from '../../migrations/index.js';
import { SessionRow } from '../access/session.entity.js';
import { AccountRow } from '../account/account.entity.js';
import { AppointmentRow } from '../account/appointment.entity.js';
import { InvitationRow } from '../account/invitation.entity.js';
import { AgendaItemRow } from '../agenda/agenda.entity.js';
import { CommentRow } from '../appraisal/comment.entity.js';
import { AuditRow } from '../audit/audit.entity.js';
import { AuditHeadRow } from '../audit/head.entity.js';
import { AuditPendingRow } from '../audit/pending.entity.js';
import { BallotRow } from '../ballot/ballot.entity.js';
import { BallotTallyRow } from '../ballot/tally.entity.js';
import { DisplayRow } from '../display/display.entity.js';
import { PairingRow } from '../display/pairing.entity.js';
import { JournalRow } from '../journal/journal.entity.js';
import { ReceiptRow } from '../journal/receipt.entity.js';
import { MeetingRow } from '../meeting/meeting.entity.js';
import { OrganizationRow } from '../people/organization.entity.js';
import { ParticipantRow } from '../people/participant.entity.js';
import { PersonRow } from '../people/person.entity.js';
import { RequirementRow } from '../requirement/requirement.entity.js';
import { SlipRow } from '../slip/slip.entity.js';
import { StatementRow } from '../statement/statement.entity.js';
import { TurnRow } from '../statement/turn.entity.js';
import { IncarnationRow } from './incarnation.entity.js';

/** Tables and columns are snake_case; constraints bear the names that the entities give them. */
class SnakeCase extends DefaultNamingStrategy {
  override columnName(property: string, given: string | undefined): string {
    return given ?? snakeCase(property);
  }
  override primaryKeyName(table: { name: string } | string): string {
    return `${typeof table === 'string' ? table : table.name.split('.').at(-1)}_pkey`;
  }
}

interface Settings {
  /** Called when an idle connection dies, as when PostgreSQL restarts; the pool opens another when needed. */
  onConnectionLost?: (error: Error) => void;
  logger?: Logger;
}

export function createDataSource(url: string, { onConnectionLost, logger }: Settings = {}): DataSource {
  return new DataSource({
    type: 'postgres',
    url,
    entities: [
      OrganizationRow,
      PersonRow,
      MeetingRow,
      ParticipantRow,
      AgendaItemRow,
      StatementRow,
      TurnRow,
      CommentRow,
      RequirementRow,
      BallotRow,
      BallotTallyRow,
      JournalRow,
      ReceiptRow,
      IncarnationRow,
      AccountRow,
      AppointmentRow,
      InvitationRow,
      SessionRow,
      SlipRow,
      DisplayRow,
      PairingRow,
      AuditRow,
      AuditHeadRow,
      AuditPendingRow,
    ],
    migrations,
    namingStrategy: new SnakeCase(),
    uuidExtension: 'pgcrypto',
    installExtensions: false,
    connectTimeoutMS: 5000,
    // Without a handler a connection that dies in the pool would take the process with it.
    poolErrorHandler: onConnectionLost ?? (() => undefined),
    logger,
    logging: logger ? ['query'] : false,
    // A database that hangs is told from one that works; nothing here takes nearly as long.
    extra: { max: 20, query_timeout: 60_000 },
  });
}

/** Brings the database up to date. TypeORM takes no lock of its own, and several servers may start at once. */
export async function migrate(database: DataSource): Promise<void> {
  const runner = database.createQueryRunner();
  try {
    await runner.query("SELECT pg_advisory_lock(hashtextextended('rostrum migrations', 0))");
    await database.runMigrations({ transaction: 'all' });
  } finally {
    await runner.query("SELECT pg_advisory_unlock(hashtextextended('rostrum migrations', 0))").catch(() => undefined);
    await runner.release();
  }
}
