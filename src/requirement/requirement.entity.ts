import { Column, Entity, ForeignKey, PrimaryColumn, Unique } from 'typeorm';

/** One of the chair's numbered requirements; on the board from `revealedAt` on. */
@Entity('requirement')
@Unique('requirement_number', ['meetingId', 'number'], { deferrable: 'INITIALLY DEFERRED' })
export class RequirementRow {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('uuid')
  @ForeignKey('MeetingRow', { name: 'requirement_meeting_fk', onDelete: 'CASCADE' })
  meetingId!: string;

  @Column('integer')
  number!: number;

  @Column('text')
  heading!: string;

  @Column('text')
  body!: string;

  @Column('timestamptz', { nullable: true })
  revealedAt!: Date | null;
}
