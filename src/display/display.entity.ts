import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';

/** A screen that was paired with one meeting: it may read, and nothing else. */
@Entity('display')
export class DisplayRow {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('uuid')
  @Index('display_meeting')
  @ForeignKey('MeetingRow', { name: 'display_meeting_fk', onDelete: 'CASCADE' })
  meetingId!: string;

  @Column('text')
  name!: string;

  @Column('timestamptz')
  pairedAt!: Date;

  @Column('timestamptz', { nullable: true })
  revokedAt!: Date | null;
}
