import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The ballot on paper: its rounds, and what was counted for each candidate. */
export class Ballot1764200000005 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE ballot (
        id uuid NOT NULL,
        meeting_id uuid NOT NULL,
        item_id uuid NOT NULL,
        round integer NOT NULL,
        levels jsonb NOT NULL,
        abstentions_allowed boolean NOT NULL,
        reveal text NOT NULL,
        opened_at timestamptz NOT NULL,
        closes_at timestamptz,
        closed_at timestamptz,
        revealed_at timestamptz,
        issued integer NOT NULL,
        "cast" integer NOT NULL,
        "void" integer,
        CONSTRAINT ballot_round UNIQUE (item_id, round),
        CONSTRAINT ballot_reveal CHECK (reveal IN ('IMMEDIATE','DEFERRED','SEALED')),
        CONSTRAINT ballot_sheets CHECK (round > 0 AND issued > 0 AND "cast" >= 0 AND "void" >= 0 AND "void" <= "cast"),
        CONSTRAINT ballot_open CHECK (closed_at IS NOT NULL OR ("void" IS NULL AND "cast" <= issued)),
        CONSTRAINT ballot_revealed CHECK (
          revealed_at IS NULL OR (closed_at IS NOT NULL AND "void" IS NOT NULL AND "cast" <= issued AND reveal <> 'SEALED')),
        CONSTRAINT ballot_one_open EXCLUDE USING btree (meeting_id WITH =) WHERE (closed_at IS NULL) DEFERRABLE INITIALLY DEFERRED,
        CONSTRAINT ballot_meeting_fk FOREIGN KEY (meeting_id) REFERENCES meeting(id) ON DELETE CASCADE,
        CONSTRAINT ballot_item_fk FOREIGN KEY (item_id) REFERENCES agenda_item(id) DEFERRABLE INITIALLY DEFERRED,
        CONSTRAINT ballot_pkey PRIMARY KEY (id)
      );

      CREATE TABLE ballot_tally (
        id uuid NOT NULL,
        meeting_id uuid NOT NULL,
        ballot_id uuid NOT NULL,
        statement_id uuid NOT NULL,
        number integer NOT NULL,
        counts integer[],
        abstentions integer,
        CONSTRAINT ballot_tally_statement UNIQUE (ballot_id, statement_id),
        CONSTRAINT ballot_tally_number UNIQUE (ballot_id, number),
        CONSTRAINT ballot_tally_counts CHECK (
          (counts IS NULL) = (abstentions IS NULL) AND abstentions >= 0 AND 0 <= ALL(counts)),
        CONSTRAINT ballot_tally_meeting_fk FOREIGN KEY (meeting_id) REFERENCES meeting(id) ON DELETE CASCADE,
        CONSTRAINT ballot_tally_ballot_fk FOREIGN KEY (ballot_id) REFERENCES ballot(id) ON DELETE CASCADE,
        CONSTRAINT ballot_tally_statement_fk FOREIGN KEY (statement_id) REFERENCES statement(id) DEFERRABLE INITIALLY DEFERRED,
        CONSTRAINT ballot_tally_pkey PRIMARY KEY (id)
      );
      -- Boards, undo and deleting look these up by what they belong to.
      CREATE INDEX ballot_meeting ON ballot (meeting_id);
      CREATE INDEX ballot_tally_meeting ON ballot_tally (meeting_id);
      CREATE INDEX ballot_tally_of_statement ON ballot_tally (statement_id);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE ballot_tally, ballot;');
  }
}
