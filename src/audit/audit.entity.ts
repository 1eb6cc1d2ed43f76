import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** One entry of the audit trail: who did, or was refused, what, when and from where. Chained to the one before by its hash; never changed. [H8] */
@Entity('audit_entry')
@Index('audit_entry_meeting', ['meetingId', 'seq'])
@Index('audit_entry_actor', ['actorId', 'seq'])
export class AuditRow {
  /** Of the whole trail, without holes. */
  @PrimaryColumn('bigint')
  seq!: string;

  @Column('timestamptz')
  at!: Date;

  /** PUBLIC, ACCOUNT, PARTICIPANT, DISPLAY or SYSTEM. */
  @Column('text')
  actorKind!: string;

  @Column('uuid', { nullable: true })
  actorId!: string | null;

  /** The name as it was then. */
  @Column('text')
  actorName!: string;

  @Column('uuid', { nullable: true })
  sessionId!: string | null;

  @Column('text')
  address!: string;

  /** Name of the command, or SIGN_IN and the like. */
  @Column('text')
  action!: string;

  /** DONE, or the code of the refusal. */
  @Column('text')
  outcome!: string;

  /** No foreign key: the trail outlives what it speaks of. */
  @Column('uuid', { nullable: true })
  meetingId!: string | null;

  /** Seq of the entry that the command wrote into the meeting's journal. */
  @Column('integer', { nullable: true })
  meetingSeq!: number | null;

  @Column('uuid', { nullable: true })
  subjectId!: string | null;

  /** Names and numbers that say more; never a text of the meeting. Not jsonb, which would spell it anew. */
  @Column('json')
  detail!: Record<string, unknown>;

  /** How many times in a row it happened: refusals of one kind are gathered. */
  @Column('integer')
  times!: number;

  /** SHA-256 of the hash before and of everything above, in hex. */
  @Column('text')
  hash!: string;
}
