import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';

/** Somebody's being signed in: of an account, a participant or a display. Tokens are kept as hashes only. */
@Entity('session')
@Unique('session_token_once', ['tokenHash'])
@Index('session_previous', ['previousHash'])
@Index('session_changed', ['changedAt'])
@Check('session_holder', 'num_nonnulls(account_id, participant_id, display_id) <= 1')
export class SessionRow {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('text')
  tokenHash!: string;

  /** The token before the last rotation: good until a while after the new one was first used, and a theft if it comes later. */
  @Column('text', { nullable: true })
  previousHash!: string | null;

  @Column('timestamptz')
  rotatedAt!: Date;

  /** When the token after the last rotation was first used: until then it may have been lost on its way. */
  @Column('timestamptz', { nullable: true })
  confirmedAt!: Date | null;

  @Column('uuid', { nullable: true })
  @Index('session_account')
  @ForeignKey('AccountRow', { name: 'session_account_fk', onDelete: 'CASCADE' })
  accountId!: string | null;

  @Column('uuid', { nullable: true })
  @Index('session_participant')
  @ForeignKey('ParticipantRow', { name: 'session_participant_fk', onDelete: 'SET NULL' })
  participantId!: string | null;

  @Column('uuid', { nullable: true })
  @Index('session_display')
  @ForeignKey('DisplayRow', { name: 'session_display_fk', onDelete: 'CASCADE' })
  displayId!: string | null;

  @Column('timestamptz')
  createdAt!: Date;

  @Column('timestamptz')
  expiresAt!: Date;

  @Column('timestamptz', { nullable: true })
  endedAt!: Date | null;

  /** When it was ended, or what its holder may do was changed: those who keep its sockets look for this. */
  @Column('timestamptz')
  changedAt!: Date;

  @Column('timestamptz')
  seenAt!: Date;

  /** When a socket of it was last known to be open (seen.ts); null: there is none. */
  @Column('timestamptz', { nullable: true })
  connectedAt!: Date | null;

  @Column('text')
  address!: string;

  @Column('text')
  userAgent!: string;
}
