import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The epoch of each meeting's journal, and the history that the database was last seen to have. */
export class AnEpoch1764100000002 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE meeting ADD COLUMN epoch uuid;
      UPDATE meeting SET epoch = gen_random_uuid();
      ALTER TABLE meeting ALTER COLUMN epoch SET NOT NULL;

      CREATE TABLE incarnation (
        history text NOT NULL,
        CONSTRAINT incarnation_pkey PRIMARY KEY (history)
      );
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TABLE incarnation;
      ALTER TABLE meeting DROP COLUMN epoch;
    `);
  }
}
