import { Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';

/** A participant's personal slip: a code to sign in to one meeting with. Only the code's hash is kept. */
@Entity('slip')
@Unique('slip_code_once', ['codeHash'])
@Index('slip_one_standing', ['participantId'], { unique: true, where: 'revoked_at IS NULL' })
export class SlipRow {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('uuid')
  @Index('slip_participant')
  @ForeignKey('ParticipantRow', { name: 'slip_participant_fk', onDelete: 'CASCADE' })
  participantId!: string;

  @Column('text')
  codeHash!: string;

  @Column('timestamptz')
  issuedAt!: Date;

  @Column('timestamptz')
  expiresAt!: Date;

  @Column('timestamptz', { nullable: true })
  revokedAt!: Date | null;

  @Column('timestamptz', { nullable: true })
  usedAt!: Date | null;
}
