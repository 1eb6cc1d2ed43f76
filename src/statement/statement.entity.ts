import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';
import type { StatementMode, StatementPhase } from './statement.type.js';

/** One speaker's report at one meeting, given under an agenda item. */
@Entity('statement')
@Unique('statement_speaker_once', ['meetingId', 'speakerId'])
@Index('statement_on_site_item', ['itemId'], { unique: true, where: "mode = 'ON_SITE'" })
@Index('statement_item', ['itemId'])
@Check('statement_mode', "mode IN ('ON_SITE','WRITTEN')")
@Check('statement_phase', "phase IN ('WAITING','STATEMENT','HEARD','COMMENT','DONE')")
export class StatementRow {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('uuid')
  @ForeignKey('MeetingRow', { name: 'statement_meeting_fk', onDelete: 'CASCADE' })
  meetingId!: string;

  @Column('uuid')
  @ForeignKey('AgendaItemRow', { name: 'statement_item_fk', deferrable: 'INITIALLY DEFERRED' })
  itemId!: string;

  @Column('uuid')
  @ForeignKey('ParticipantRow', { name: 'statement_speaker_fk', deferrable: 'INITIALLY DEFERRED' })
  speakerId!: string;

  @Column('text')
  mode!: StatementMode;

  @Column('text')
  phase!: StatementPhase;

  /** The text handed in; null while there is none. */
  @Column('text', { nullable: true })
  body!: string | null;

  /** When it was last heard to its end; null before. */
  @Column('timestamptz', { nullable: true })
  heardAt!: Date | null;

  /** Why the host went on without a comment. */
  @Column('text', { nullable: true })
  commentSkipReason!: string | null;
}
