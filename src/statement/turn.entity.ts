import { Check, Column, Entity, Exclusion, ForeignKey, PrimaryColumn, Unique } from 'typeorm';

/**
 * One time at the lectern. All times are instants of the server's clock, so a duration is a difference of
 * instants and survives midnight, a DST change and a restart.
 */
@Entity('turn')
@Unique('turn_number', ['statementId', 'number'])
@Exclusion('turn_one_open', 'USING btree (meeting_id WITH =) WHERE (ended_at IS NULL)', {
  deferrable: 'INITIALLY DEFERRED',
})
@Check('turn_times', 'planned_seconds > 0 AND planned_seconds + extended_seconds > 0 AND paused_milliseconds >= 0')
export class TurnRow {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('uuid')
  @ForeignKey('MeetingRow', { name: 'turn_meeting_fk', onDelete: 'CASCADE' })
  meetingId!: string;

  @Column('uuid')
  @ForeignKey('StatementRow', { name: 'turn_statement_fk', onDelete: 'CASCADE' })
  statementId!: string;

  @Column('integer')
  number!: number;

  @Column('integer')
  plannedSeconds!: number;

  @Column('integer')
  extendedSeconds!: number;

  @Column('timestamptz')
  startedAt!: Date;

  @Column('timestamptz', { nullable: true })
  endedAt!: Date | null;

  @Column('timestamptz', { nullable: true })
  pausedAt!: Date | null;

  /** The pauses that are over, added up. */
  @Column('double precision')
  pausedMilliseconds!: number;
}
