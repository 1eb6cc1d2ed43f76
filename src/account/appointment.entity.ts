import { Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import type { Duty } from '../people/participant.type.js';

/** A duty that an account carries at a meeting without being one of its participants. */
@Entity('appointment')
export class AppointmentRow {
  @PrimaryColumn('uuid')
  @ForeignKey('MeetingRow', { name: 'appointment_meeting_fk', onDelete: 'CASCADE' })
  meetingId!: string;

  @PrimaryColumn('uuid')
  @Index('appointment_account')
  @ForeignKey('AccountRow', { name: 'appointment_account_fk', onDelete: 'CASCADE' })
  accountId!: string;

  @PrimaryColumn('text')
  duty!: Duty;
}
