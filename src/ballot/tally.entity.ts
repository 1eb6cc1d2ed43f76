import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';

/** A candidate's row on the sheet of one round, and what the tellers counted there; both null: nothing yet. */
@Entity('ballot_tally')
@Unique('ballot_tally_statement', ['ballotId', 'statementId'])
@Unique('ballot_tally_number', ['ballotId', 'number'])
@Check('ballot_tally_counts', '(counts IS NULL) = (abstentions IS NULL) AND abstentions >= 0 AND 0 <= ALL(counts)')
export class BallotTallyRow {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('uuid')
  @Index('ballot_tally_meeting')
  @ForeignKey('MeetingRow', { name: 'ballot_tally_meeting_fk', onDelete: 'CASCADE' })
  meetingId!: string;

  @Column('uuid')
  @ForeignKey('BallotRow', { name: 'ballot_tally_ballot_fk', onDelete: 'CASCADE' })
  ballotId!: string;

  @Column('uuid')
  @Index('ballot_tally_of_statement')
  @ForeignKey('StatementRow', { name: 'ballot_tally_statement_fk', deferrable: 'INITIALLY DEFERRED' })
  statementId!: string;

  /** Its place on the sheet, counted from 1. */
  @Column('integer')
  number!: number;

  /** By level. */
  @Column('integer', { array: true, nullable: true })
  counts!: number[] | null;

  @Column('integer', { nullable: true })
  abstentions!: number | null;
}
