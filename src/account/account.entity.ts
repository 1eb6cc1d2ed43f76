import { Column, Entity, ForeignKey, PrimaryColumn, Unique } from 'typeorm';

/** Somebody who may sign in without being at a meeting: an operator or an administrator. */
@Entity('account')
@Unique('account_name_once', ['name'])
@Unique('account_subject_once', ['subject'])
export class AccountRow {
  @PrimaryColumn('uuid')
  id!: string;

  /** What one signs in with; kept in lower case. */
  @Column('text')
  name!: string;

  @Column('text')
  displayName!: string;

  /** argon2id; null until the invitation is used, and for those who sign in through a provider. */
  @Column('text', { nullable: true })
  passwordHash!: string | null;

  /** Issuer and subject at the OpenID provider, once they have signed in through it. */
  @Column('text', { nullable: true })
  subject!: string | null;

  /** Who this is among the persons: the duties of that participant are the account's, too. */
  @Column('uuid', { nullable: true })
  @ForeignKey('PersonRow', { name: 'account_person_fk', onDelete: 'SET NULL' })
  personId!: string | null;

  @Column('boolean')
  isAdministrator!: boolean;

  @Column('boolean')
  isSuspended!: boolean;

  @Column('timestamptz')
  createdAt!: Date;
}
