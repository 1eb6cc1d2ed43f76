import { Column, Entity, ForeignKey, PrimaryColumn, Unique } from 'typeorm';

/** A screen that shows its code and waits for an operator to confirm it. */
@Entity('pairing')
@Unique('pairing_token_once', ['tokenHash'])
@Unique('pairing_code_once', ['code'])
export class PairingRow {
  @PrimaryColumn('uuid')
  id!: string;

  /** What the screen shows; free again when the pairing is over. */
  @Column('text', { nullable: true })
  code!: string | null;

  /** Of the token that the screen keeps, and that becomes the display's. */
  @Column('text')
  tokenHash!: string;

  @Column('timestamptz')
  requestedAt!: Date;

  @Column('timestamptz')
  expiresAt!: Date;

  @Column('text')
  address!: string;

  @Column('text')
  userAgent!: string;

  @Column('uuid', { nullable: true })
  @ForeignKey('DisplayRow', { name: 'pairing_display_fk', onDelete: 'CASCADE' })
  displayId!: string | null;
}
