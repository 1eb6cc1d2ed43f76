import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What covers the board, the chair's notes, how each display is set, and what displays say about themselves. */
export class Screens1764100000004 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE meeting ADD COLUMN is_blacked_out boolean NOT NULL DEFAULT false, ADD COLUMN message text;
      ALTER TABLE meeting ALTER COLUMN is_blacked_out DROP DEFAULT;

      ALTER TABLE agenda_item ADD COLUMN notes text NOT NULL DEFAULT '';
      ALTER TABLE agenda_item ALTER COLUMN notes DROP DEFAULT;

      ALTER TABLE display ADD COLUMN view text NOT NULL DEFAULT 'HALL', ADD COLUMN theme text NOT NULL DEFAULT 'DARK',
        ADD COLUMN ratio double precision NOT NULL DEFAULT 6, ADD COLUMN language text,
        ADD COLUMN shown_seq integer, ADD COLUMN shown_epoch uuid, ADD COLUMN clock_offset double precision,
        ADD COLUMN width integer, ADD COLUMN height integer, ADD COLUMN reported_at timestamptz,
        ADD CONSTRAINT display_view CHECK (view IN ('HALL','ROSTRUM','PORTRAIT','STRIP')),
        ADD CONSTRAINT display_theme CHECK (theme IN ('DARK','LIGHT')),
        ADD CONSTRAINT display_ratio CHECK (ratio BETWEEN 4 AND 10),
        ADD CONSTRAINT display_language CHECK (language IN ('ZH','EN'));
      ALTER TABLE display ALTER COLUMN view DROP DEFAULT, ALTER COLUMN theme DROP DEFAULT, ALTER COLUMN ratio DROP DEFAULT;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE display DROP COLUMN view, DROP COLUMN theme, DROP COLUMN ratio, DROP COLUMN language,
        DROP COLUMN shown_seq, DROP COLUMN shown_epoch, DROP COLUMN clock_offset, DROP COLUMN width, DROP COLUMN height,
        DROP COLUMN reported_at;
      ALTER TABLE agenda_item DROP COLUMN notes;
      ALTER TABLE meeting DROP COLUMN is_blacked_out, DROP COLUMN message;
    `);
  }
}
