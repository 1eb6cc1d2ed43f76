import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import type { Aspect, CommentStatus } from './comment.type.js';

/** A commenter's comment on a statement. A retracted comment's text leaves this row: no query can show it again. */
@Entity('appraisal_comment')
@Index('appraisal_comment_meeting', ['meetingId'])
@Index('appraisal_comment_statement', ['statementId'])
@Check('appraisal_comment_status', "status IN ('DRAFT','POSTED','CORRECTED','RETRACTED')")
@Check('appraisal_comment_aspect', "aspect IN ('STRENGTH','PROBLEM','SUGGESTION')")
@Check('appraisal_comment_retracted', "(status = 'RETRACTED') = (body IS NULL)")
export class CommentRow {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('uuid')
  @ForeignKey('MeetingRow', { name: 'appraisal_comment_meeting_fk', onDelete: 'CASCADE' })
  meetingId!: string;

  @Column('uuid')
  @ForeignKey('StatementRow', { name: 'appraisal_comment_statement_fk', onDelete: 'CASCADE' })
  statementId!: string;

  @Column('uuid')
  @ForeignKey('ParticipantRow', { name: 'appraisal_comment_author_fk', deferrable: 'INITIALLY DEFERRED' })
  authorId!: string;

  @Column('text', { nullable: true })
  aspect!: Aspect | null;

  @Column('text', { nullable: true })
  body!: string | null;

  @Column('text')
  status!: CommentStatus;

  /** Who wrote it down, as access/viewer.ts spells a holder: a recorder may write in a commenter's name. */
  @Column('text', { nullable: true })
  draftedBy!: string | null;

  @Column('timestamptz')
  draftedAt!: Date;

  @Column('timestamptz', { nullable: true })
  postedAt!: Date | null;

  @Column('timestamptz', { nullable: true })
  correctedAt!: Date | null;

  @Column('timestamptz', { nullable: true })
  retractedAt!: Date | null;

  /** Why it was last corrected or retracted. */
  @Column('text', { nullable: true })
  reason!: string | null;
}
