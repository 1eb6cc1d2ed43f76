import { Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';
import type { Duty } from './participant.type.js';

/** A person at one meeting, with the duties they carry there. */
@Entity('participant')
@Unique('participant_person_once', ['meetingId', 'personId'])
export class ParticipantRow {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('uuid')
  @ForeignKey('MeetingRow', { name: 'participant_meeting_fk', onDelete: 'CASCADE' })
  meetingId!: string;

  @Column('uuid')
  @Index('participant_person')
  @ForeignKey('PersonRow', { name: 'participant_person_fk' })
  personId!: string;

  @Column('text', { array: true })
  duties!: Duty[];

  @Column('text')
  seat!: string;
}
