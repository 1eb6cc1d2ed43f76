import { Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import type { Before, EntryRefs, EntryType } from './entry.js';

/** One entry of a meeting's journal. Written once, by journal/write.ts, and never changed. */
@Entity('journal_entry')
export class JournalRow {
  @PrimaryColumn('uuid')
  @ForeignKey('MeetingRow', { name: 'journal_entry_meeting_fk', onDelete: 'CASCADE' })
  meetingId!: string;

  @PrimaryColumn('integer')
  seq!: number;

  @Column('text')
  type!: EntryType;

  @Column('timestamptz')
  at!: Date;

  /** Ids only: no text of the meeting stands in the journal, so a retracted text can't come back from it. */
  @Column('jsonb')
  refs!: EntryRefs;

  /** The rows as they stood before, for undo and audit. No API shows it but the audit trail's. */
  @Column('jsonb')
  before!: Before[];
}
