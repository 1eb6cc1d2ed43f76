import { Check, Column, Entity, Exclusion, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';
import type { BallotLevel, Reveal } from './ballot.type.js';

/** One round of a ballot on paper, held under an agenda item; at most one of a meeting is open. */
@Entity('ballot')
@Unique('ballot_round', ['itemId', 'round'])
@Exclusion('ballot_one_open', 'USING btree (meeting_id WITH =) WHERE (closed_at IS NULL)', {
  deferrable: 'INITIALLY DEFERRED',
})
@Check('ballot_reveal', "reveal IN ('IMMEDIATE','DEFERRED','SEALED')")
@Check('ballot_sheets', 'round > 0 AND issued > 0 AND "cast" >= 0 AND "void" >= 0 AND "void" <= "cast"')
@Check('ballot_open', 'closed_at IS NOT NULL OR ("void" IS NULL AND "cast" <= issued)')
@Check(
  'ballot_revealed',
  `revealed_at IS NULL OR (closed_at IS NOT NULL AND "void" IS NOT NULL AND "cast" <= issued AND reveal <> 'SEALED')`,
)
export class BallotRow {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('uuid')
  @Index('ballot_meeting')
  @ForeignKey('MeetingRow', { name: 'ballot_meeting_fk', onDelete: 'CASCADE' })
  meetingId!: string;

  @Column('uuid')
  @ForeignKey('AgendaItemRow', { name: 'ballot_item_fk', deferrable: 'INITIALLY DEFERRED' })
  itemId!: string;

  @Column('integer')
  round!: number;

  /** From the best to the worst. */
  @Column('jsonb')
  levels!: BallotLevel[];

  @Column('boolean')
  abstentionsAllowed!: boolean;

  @Column('text')
  reveal!: Reveal;

  @Column('timestamptz')
  openedAt!: Date;

  /** As announced. */
  @Column('timestamptz', { nullable: true })
  closesAt!: Date | null;

  @Column('timestamptz', { nullable: true })
  closedAt!: Date | null;

  @Column('timestamptz', { nullable: true })
  revealedAt!: Date | null;

  @Column('integer')
  issued!: number;

  @Column('integer')
  cast!: number;

  /** Null: not counted yet. */
  @Column('integer', { nullable: true })
  void!: number | null;
}
