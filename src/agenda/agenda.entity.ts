import { Check, Column, Entity, Exclusion, ForeignKey, PrimaryColumn, Unique } from 'typeorm';
import type { ItemKind, ItemStatus } from './agenda.type.js';

/** One item of a meeting's agenda. At most one is CURRENT; positions run 1, 2, 3 … without holes. */
@Entity('agenda_item')
@Unique('agenda_item_position', ['meetingId', 'position'], { deferrable: 'INITIALLY DEFERRED' })
@Exclusion('agenda_item_one_current', "USING btree (meeting_id WITH =) WHERE (status = 'CURRENT')", {
  deferrable: 'INITIALLY DEFERRED',
})
@Check(
  'agenda_item_kind',
  "kind IN ('OPENING','STATEMENT','WRITTEN_STATEMENTS','BALLOT','REMARKS','REQUIREMENTS','INTERMISSION','CLOSING')",
)
@Check('agenda_item_status', "status IN ('PENDING','CURRENT','DONE','SKIPPED')")
@Check('agenda_item_planned', 'planned_seconds > 0')
export class AgendaItemRow {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('uuid')
  @ForeignKey('MeetingRow', { name: 'agenda_item_meeting_fk', onDelete: 'CASCADE' })
  meetingId!: string;

  @Column('integer')
  position!: number;

  @Column('text')
  kind!: ItemKind;

  @Column('text')
  title!: string;

  @Column('text')
  status!: ItemStatus;

  @Column('integer', { nullable: true })
  plannedSeconds!: number | null;

  @Column('timestamptz', { nullable: true })
  calledAt!: Date | null;

  @Column('timestamptz', { nullable: true })
  endedAt!: Date | null;

  @Column('text', { nullable: true })
  skipReason!: string | null;

  /** What the chair means to say (主持词); may be empty. */
  @Column('text')
  notes!: string;
}
