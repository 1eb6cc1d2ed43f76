import type { MigrationInterface, QueryRunner } from 'typeorm';

/** People, meetings, agendas, statements, comments, requirements, and the journal. */
export class AMeeting1763900000001 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE organization (
        id uuid NOT NULL,
        parent_id uuid,
        name text NOT NULL,
        CONSTRAINT organization_not_own_parent CHECK (parent_id <> id),
        CONSTRAINT organization_pkey PRIMARY KEY (id)
      );

      CREATE TABLE person (
        id uuid NOT NULL,
        organization_id uuid NOT NULL,
        name text NOT NULL,
        post text NOT NULL,
        CONSTRAINT person_pkey PRIMARY KEY (id)
      );

      CREATE TABLE meeting (
        id uuid NOT NULL,
        organization_id uuid NOT NULL,
        title text NOT NULL,
        period text NOT NULL,
        starts_at timestamptz NOT NULL,
        time_zone text NOT NULL,
        venue text NOT NULL,
        language text NOT NULL,
        format text NOT NULL,
        status text NOT NULL,
        planned_seconds integer NOT NULL,
        warning_seconds integer NOT NULL,
        current_item_id uuid,
        opened_at timestamptz,
        paused_at timestamptz,
        returns_at timestamptz,
        closed_at timestamptz,
        seq integer NOT NULL,
        CONSTRAINT meeting_times CHECK (planned_seconds > 0 AND warning_seconds >= 0),
        CONSTRAINT meeting_language CHECK (language IN ('ZH','EN')),
        CONSTRAINT meeting_format CHECK (format IN ('ONE_BY_ONE','BLOCK')),
        CONSTRAINT meeting_status CHECK (status IN ('DRAFT','SCHEDULED','LIVE','PAUSED','CLOSED','ARCHIVED')),
        CONSTRAINT meeting_pkey PRIMARY KEY (id)
      );

      CREATE TABLE participant (
        id uuid NOT NULL,
        meeting_id uuid NOT NULL,
        person_id uuid NOT NULL,
        duties text[] NOT NULL,
        seat text NOT NULL,
        CONSTRAINT participant_person_once UNIQUE (meeting_id, person_id),
        CONSTRAINT participant_pkey PRIMARY KEY (id)
      );

      CREATE TABLE agenda_item (
        id uuid NOT NULL,
        meeting_id uuid NOT NULL,
        position integer NOT NULL,
        kind text NOT NULL,
        title text NOT NULL,
        status text NOT NULL,
        planned_seconds integer,
        called_at timestamptz,
        ended_at timestamptz,
        skip_reason text,
        CONSTRAINT agenda_item_position UNIQUE (meeting_id, position) DEFERRABLE INITIALLY DEFERRED,
        CONSTRAINT agenda_item_planned CHECK (planned_seconds > 0),
        CONSTRAINT agenda_item_status CHECK (status IN ('PENDING','CURRENT','DONE','SKIPPED')),
        CONSTRAINT agenda_item_kind CHECK (kind IN ('OPENING','STATEMENT','WRITTEN_STATEMENTS','BALLOT','REMARKS','REQUIREMENTS','INTERMISSION','CLOSING')),
        CONSTRAINT agenda_item_one_current EXCLUDE USING btree (meeting_id WITH =) WHERE (status = 'CURRENT') DEFERRABLE INITIALLY DEFERRED,
        CONSTRAINT agenda_item_pkey PRIMARY KEY (id)
      );

      CREATE TABLE statement (
        id uuid NOT NULL,
        meeting_id uuid NOT NULL,
        item_id uuid NOT NULL,
        speaker_id uuid NOT NULL,
        mode text NOT NULL,
        phase text NOT NULL,
        body text,
        heard_at timestamptz,
        comment_skip_reason text,
        CONSTRAINT statement_speaker_once UNIQUE (meeting_id, speaker_id),
        CONSTRAINT statement_phase CHECK (phase IN ('WAITING','STATEMENT','HEARD','COMMENT','DONE')),
        CONSTRAINT statement_mode CHECK (mode IN ('ON_SITE','WRITTEN')),
        CONSTRAINT statement_pkey PRIMARY KEY (id)
      );

      CREATE TABLE turn (
        id uuid NOT NULL,
        meeting_id uuid NOT NULL,
        statement_id uuid NOT NULL,
        number integer NOT NULL,
        planned_seconds integer NOT NULL,
        extended_seconds integer NOT NULL,
        started_at timestamptz NOT NULL,
        ended_at timestamptz,
        paused_at timestamptz,
        paused_milliseconds double precision NOT NULL,
        CONSTRAINT turn_number UNIQUE (statement_id, number),
        CONSTRAINT turn_times CHECK (planned_seconds > 0 AND planned_seconds + extended_seconds > 0 AND paused_milliseconds >= 0),
        CONSTRAINT turn_one_open EXCLUDE USING btree (meeting_id WITH =) WHERE (ended_at IS NULL) DEFERRABLE INITIALLY DEFERRED,
        CONSTRAINT turn_pkey PRIMARY KEY (id)
      );

      CREATE TABLE appraisal_comment (
        id uuid NOT NULL,
        meeting_id uuid NOT NULL,
        statement_id uuid NOT NULL,
        author_id uuid NOT NULL,
        aspect text,
        body text,
        status text NOT NULL,
        drafted_at timestamptz NOT NULL,
        posted_at timestamptz,
        corrected_at timestamptz,
        retracted_at timestamptz,
        reason text,
        CONSTRAINT appraisal_comment_retracted CHECK ((status = 'RETRACTED') = (body IS NULL)),
        CONSTRAINT appraisal_comment_aspect CHECK (aspect IN ('STRENGTH','PROBLEM','SUGGESTION')),
        CONSTRAINT appraisal_comment_status CHECK (status IN ('DRAFT','POSTED','CORRECTED','RETRACTED')),
        CONSTRAINT appraisal_comment_pkey PRIMARY KEY (id)
      );

      CREATE TABLE requirement (
        id uuid NOT NULL,
        meeting_id uuid NOT NULL,
        number integer NOT NULL,
        heading text NOT NULL,
        body text NOT NULL,
        revealed_at timestamptz,
        CONSTRAINT requirement_number UNIQUE (meeting_id, number) DEFERRABLE INITIALLY DEFERRED,
        CONSTRAINT requirement_pkey PRIMARY KEY (id)
      );

      CREATE TABLE journal_entry (
        meeting_id uuid NOT NULL,
        seq integer NOT NULL,
        type text NOT NULL,
        at timestamptz NOT NULL,
        refs jsonb NOT NULL,
        before jsonb NOT NULL,
        CONSTRAINT journal_entry_pkey PRIMARY KEY (meeting_id, seq)
      );

      CREATE TABLE receipt (
        idempotency_key text NOT NULL,
        digest text NOT NULL,
        meeting_id uuid NOT NULL,
        seq integer NOT NULL,
        type text,
        at timestamptz NOT NULL,
        subject_id uuid NOT NULL,
        CONSTRAINT receipt_pkey PRIMARY KEY (idempotency_key)
      );

      CREATE INDEX appraisal_comment_statement ON appraisal_comment (statement_id);

      CREATE INDEX appraisal_comment_meeting ON appraisal_comment (meeting_id);

      CREATE INDEX meeting_organization ON meeting (organization_id);

      CREATE INDEX meeting_by_start ON meeting (starts_at, id);

      CREATE INDEX organization_parent ON organization (parent_id);

      CREATE INDEX participant_person ON participant (person_id);

      CREATE INDEX person_organization ON person (organization_id);

      CREATE INDEX statement_item ON statement (item_id);

      CREATE UNIQUE INDEX statement_on_site_item ON statement (item_id) WHERE mode = 'ON_SITE';

      ALTER TABLE agenda_item ADD CONSTRAINT agenda_item_meeting_fk FOREIGN KEY (meeting_id) REFERENCES meeting(id) ON DELETE CASCADE;

      ALTER TABLE appraisal_comment ADD CONSTRAINT appraisal_comment_meeting_fk FOREIGN KEY (meeting_id) REFERENCES meeting(id) ON DELETE CASCADE;

      ALTER TABLE appraisal_comment ADD CONSTRAINT appraisal_comment_statement_fk FOREIGN KEY (statement_id) REFERENCES statement(id) ON DELETE CASCADE;

      ALTER TABLE appraisal_comment ADD CONSTRAINT appraisal_comment_author_fk FOREIGN KEY (author_id) REFERENCES participant(id) DEFERRABLE INITIALLY DEFERRED;

      ALTER TABLE journal_entry ADD CONSTRAINT journal_entry_meeting_fk FOREIGN KEY (meeting_id) REFERENCES meeting(id) ON DELETE CASCADE;

      ALTER TABLE meeting ADD CONSTRAINT meeting_organization_fk FOREIGN KEY (organization_id) REFERENCES organization(id);

      ALTER TABLE meeting ADD CONSTRAINT meeting_current_item_fk FOREIGN KEY (current_item_id) REFERENCES agenda_item(id) DEFERRABLE INITIALLY DEFERRED;

      ALTER TABLE organization ADD CONSTRAINT organization_parent_fk FOREIGN KEY (parent_id) REFERENCES organization(id);

      ALTER TABLE participant ADD CONSTRAINT participant_meeting_fk FOREIGN KEY (meeting_id) REFERENCES meeting(id) ON DELETE CASCADE;

      ALTER TABLE participant ADD CONSTRAINT participant_person_fk FOREIGN KEY (person_id) REFERENCES person(id);

      ALTER TABLE person ADD CONSTRAINT person_organization_fk FOREIGN KEY (organization_id) REFERENCES organization(id);

      ALTER TABLE requirement ADD CONSTRAINT requirement_meeting_fk FOREIGN KEY (meeting_id) REFERENCES meeting(id) ON DELETE CASCADE;

      ALTER TABLE statement ADD CONSTRAINT statement_meeting_fk FOREIGN KEY (meeting_id) REFERENCES meeting(id) ON DELETE CASCADE;

      ALTER TABLE statement ADD CONSTRAINT statement_item_fk FOREIGN KEY (item_id) REFERENCES agenda_item(id) DEFERRABLE INITIALLY DEFERRED;

      ALTER TABLE statement ADD CONSTRAINT statement_speaker_fk FOREIGN KEY (speaker_id) REFERENCES participant(id) DEFERRABLE INITIALLY DEFERRED;

      ALTER TABLE turn ADD CONSTRAINT turn_meeting_fk FOREIGN KEY (meeting_id) REFERENCES meeting(id) ON DELETE CASCADE;

      ALTER TABLE turn ADD CONSTRAINT turn_statement_fk FOREIGN KEY (statement_id) REFERENCES statement(id) ON DELETE CASCADE;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(
      'DROP TABLE receipt, journal_entry, requirement, appraisal_comment, turn, statement, agenda_item, participant, meeting, person, organization CASCADE',
    );
  }
}
