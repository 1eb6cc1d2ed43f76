import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { EntryType } from './entry.js';

/** The answer given to a command that carried an idempotency key, kept to be given again. */
@Entity('receipt')
export class ReceiptRow {
  @PrimaryColumn('text')
  idempotencyKey!: string;

  /** SHA-256 of the command's name and input: a key belongs to one command. */
  @Column('text')
  digest!: string;

  @Column('uuid')
  meetingId!: string;

  @Column('integer')
  seq!: number;

  @Column('text', { nullable: true })
  type!: EntryType | null;

  @Column('timestamptz')
  at!: Date;

  @Column('uuid')
  subjectId!: string;
}
