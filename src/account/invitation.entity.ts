import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';

/** A link that works once: to set a password, or to enter at once. */
@Entity('invitation')
@Unique('invitation_token_once', ['tokenHash'])
@Check('invitation_purpose', "purpose IN ('PASSWORD','ENTER')")
export class InvitationRow {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('uuid')
  @Index('invitation_account')
  @ForeignKey('AccountRow', { name: 'invitation_account_fk', onDelete: 'CASCADE' })
  accountId!: string;

  @Column('text')
  tokenHash!: string;

  @Column('text')
  purpose!: 'PASSWORD' | 'ENTER';

  @Column('timestamptz')
  expiresAt!: Date;

  @Column('timestamptz', { nullable: true })
  usedAt!: Date | null;
}
