import { Column, Entity, PrimaryColumn } from 'typeorm';

/** What a transaction has to tell the audit trail. It is appended, and taken away here, within the commit. */
@Entity('audit_pending')
export class AuditPendingRow {
  @PrimaryColumn('uuid')
  id!: string;

  /** The columns of an entry as a JSON array, as audit/chain.ts makes it. */
  @Column('text')
  said!: string;
}
