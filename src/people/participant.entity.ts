import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';
import type { Duty } from './participant.type.js';
import type { Presence } from './presence.type.js';

/** A person at one meeting, with the duties they carry there. */
@Entity('participant')
@Check('participant_presence', "presence IN ('ABSENT','PRESENT','LEFT')")
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

  /** Whether they are in the room. */
  @Column('text')
  presence!: Presence;

  /** When they first signed in. */
  @Column('timestamptz', { nullable: true })
  signedInAt!: Date | null;

  /** When they last left early. */
  @Column('timestamptz', { nullable: true })
  leftAt!: Date | null;
}
