import { Entity, PrimaryColumn } from 'typeorm';

/** One row: the history that the database had when a server last looked. */
@Entity('incarnation')
export class IncarnationRow {
  @PrimaryColumn('text')
  history!: string;
}
