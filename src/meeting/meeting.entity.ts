import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import type { Language, MeetingFormat, MeetingStatus, Visibility } from './meeting.type.js';

/** One review meeting. `seq` numbers its journal and is moved only by journal/write.ts, under this row's lock. */
@Entity('meeting')
@Check('meeting_status', "status IN ('DRAFT','SCHEDULED','LIVE','PAUSED','CLOSED','ARCHIVED')")
@Check('meeting_format', "format IN ('ONE_BY_ONE','BLOCK')")
@Check('meeting_language', "language IN ('ZH','EN')")
@Check('meeting_visibility', "visibility IN ('PUBLIC','ROOM','PRIVATE')")
@Check('meeting_quorum', 'quorum > 0')
@Check('meeting_times', 'planned_seconds > 0 AND warning_seconds >= 0')
@Index('meeting_by_start', ['startsAt', 'id'])
export class MeetingRow {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('uuid')
  @Index('meeting_organization')
  @ForeignKey('OrganizationRow', { name: 'meeting_organization_fk' })
  organizationId!: string;

  @Column('text')
  title!: string;

  @Column('text')
  period!: string;

  @Column('timestamptz')
  startsAt!: Date;

  @Column('text')
  timeZone!: string;

  @Column('text')
  venue!: string;

  @Column('text')
  language!: Language;

  @Column('text')
  format!: MeetingFormat;

  @Column('text')
  status!: MeetingStatus;

  /** Seconds of a turn where the agenda item sets none. */
  @Column('integer')
  plannedSeconds!: number;

  /** The countdown warns when this many seconds are left. */
  @Column('integer')
  warningSeconds!: number;

  @Column('text')
  visibility!: Visibility;

  /** How many must be present; null: none is set. */
  @Column('integer', { nullable: true })
  quorum!: number | null;

  @Column('uuid', { nullable: true })
  @ForeignKey('AgendaItemRow', { name: 'meeting_current_item_fk', deferrable: 'INITIALLY DEFERRED' })
  currentItemId!: string | null;

  @Column('timestamptz', { nullable: true })
  openedAt!: Date | null;

  @Column('timestamptz', { nullable: true })
  pausedAt!: Date | null;

  @Column('timestamptz', { nullable: true })
  returnsAt!: Date | null;

  @Column('timestamptz', { nullable: true })
  closedAt!: Date | null;

  /** Screens in the room are black, whatever is beneath. */
  @Column('boolean')
  isBlackedOut!: boolean;

  /** A short message of the operator, over whatever the board shows; null: none. */
  @Column('text', { nullable: true })
  message!: string | null;

  @Column('integer')
  seq!: number;

  /** Says which journal `seq` numbers: a restored backup and the archive begin a new one. */
  @Column('uuid')
  epoch!: string;
}
