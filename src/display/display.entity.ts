import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import type { Language } from '../meeting/meeting.type.js';
import type { DisplayView, Theme } from './display.type.js';

/** A screen that was paired with one meeting: it may read, and say how it is, and nothing else. */
@Entity('display')
@Check('display_view', "view IN ('HALL','ROSTRUM','PORTRAIT','STRIP')")
@Check('display_theme', "theme IN ('DARK','LIGHT')")
@Check('display_ratio', 'ratio BETWEEN 4 AND 10')
@Check('display_language', "language IN ('ZH','EN')")
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

  @Column('text')
  view!: DisplayView;

  @Column('text')
  theme!: Theme;

  /** Distance of the farthest viewer ÷ height of the image. */
  @Column('double precision')
  ratio!: number;

  /** null: the meeting's. */
  @Column('text', { nullable: true })
  language!: Language | null;

  /** What it said last about itself: a diagnosis, and never used for anything else. */
  @Column('integer', { nullable: true })
  shownSeq!: number | null;

  @Column('uuid', { nullable: true })
  shownEpoch!: string | null;

  /** Milliseconds by which its computer's clock is ahead of the server's. */
  @Column('double precision', { nullable: true })
  clockOffset!: number | null;

  @Column('integer', { nullable: true })
  width!: number | null;

  @Column('integer', { nullable: true })
  height!: number | null;

  @Column('timestamptz', { nullable: true })
  reportedAt!: Date | null;
}
