import { Column, Entity, PrimaryColumn } from 'typeorm';

/** Where the audit trail ends: one row, locked by whoever appends. */
@Entity('audit_head')
export class AuditHeadRow {
  @PrimaryColumn('integer')
  id!: number;

  @Column('bigint')
  seq!: string;

  /** When it was last appended to: the trail's time never goes back. */
  @Column('timestamptz')
  at!: Date;

  @Column('text')
  hash!: string;
}
