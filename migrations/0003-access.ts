import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Who is who: accounts, sessions, slips, displays; who was there; and the audit trail. */
export class Access1764100000003 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE meeting ADD COLUMN visibility text NOT NULL DEFAULT 'ROOM', ADD COLUMN quorum integer,
        ADD CONSTRAINT meeting_visibility CHECK (visibility IN ('PUBLIC','ROOM','PRIVATE')),
        ADD CONSTRAINT meeting_quorum CHECK (quorum > 0);
      ALTER TABLE meeting ALTER COLUMN visibility DROP DEFAULT;

      ALTER TABLE participant ADD COLUMN presence text NOT NULL DEFAULT 'ABSENT',
        ADD COLUMN signed_in_at timestamptz, ADD COLUMN left_at timestamptz,
        ADD CONSTRAINT participant_presence CHECK (presence IN ('ABSENT','PRESENT','LEFT'));
      ALTER TABLE participant ALTER COLUMN presence DROP DEFAULT;

      ALTER TABLE appraisal_comment ADD COLUMN drafted_by text;

      CREATE TABLE account (
        id uuid NOT NULL,
        name text NOT NULL,
        display_name text NOT NULL,
        password_hash text,
        subject text,
        person_id uuid,
        is_administrator boolean NOT NULL,
        is_suspended boolean NOT NULL,
        created_at timestamptz NOT NULL,
        CONSTRAINT account_name_once UNIQUE (name),
        CONSTRAINT account_subject_once UNIQUE (subject),
        CONSTRAINT account_pkey PRIMARY KEY (id),
        CONSTRAINT account_person_fk FOREIGN KEY (person_id) REFERENCES person(id) ON DELETE SET NULL
      );

      CREATE TABLE appointment (
        meeting_id uuid NOT NULL,
        account_id uuid NOT NULL,
        duty text NOT NULL,
        CONSTRAINT appointment_pkey PRIMARY KEY (meeting_id, account_id, duty),
        CONSTRAINT appointment_meeting_fk FOREIGN KEY (meeting_id) REFERENCES meeting(id) ON DELETE CASCADE,
        CONSTRAINT appointment_account_fk FOREIGN KEY (account_id) REFERENCES account(id) ON DELETE CASCADE
      );
      CREATE INDEX appointment_account ON appointment (account_id);

      CREATE TABLE invitation (
        id uuid NOT NULL,
        account_id uuid NOT NULL,
        token_hash text NOT NULL,
        purpose text NOT NULL,
        expires_at timestamptz NOT NULL,
        used_at timestamptz,
        CONSTRAINT invitation_purpose CHECK (purpose IN ('PASSWORD','ENTER')),
        CONSTRAINT invitation_token_once UNIQUE (token_hash),
        CONSTRAINT invitation_pkey PRIMARY KEY (id),
        CONSTRAINT invitation_account_fk FOREIGN KEY (account_id) REFERENCES account(id) ON DELETE CASCADE
      );
      CREATE INDEX invitation_account ON invitation (account_id);

      CREATE TABLE slip (
        id uuid NOT NULL,
        participant_id uuid NOT NULL,
        code_hash text NOT NULL,
        issued_at timestamptz NOT NULL,
        expires_at timestamptz NOT NULL,
        revoked_at timestamptz,
        used_at timestamptz,
        CONSTRAINT slip_code_once UNIQUE (code_hash),
        CONSTRAINT slip_pkey PRIMARY KEY (id),
        CONSTRAINT slip_participant_fk FOREIGN KEY (participant_id) REFERENCES participant(id) ON DELETE CASCADE
      );
      CREATE INDEX slip_participant ON slip (participant_id);
      CREATE UNIQUE INDEX slip_one_standing ON slip (participant_id) WHERE revoked_at IS NULL;

      CREATE TABLE display (
        id uuid NOT NULL,
        meeting_id uuid NOT NULL,
        name text NOT NULL,
        paired_at timestamptz NOT NULL,
        revoked_at timestamptz,
        CONSTRAINT display_pkey PRIMARY KEY (id),
        CONSTRAINT display_meeting_fk FOREIGN KEY (meeting_id) REFERENCES meeting(id) ON DELETE CASCADE
      );
      CREATE INDEX display_meeting ON display (meeting_id);

      CREATE TABLE pairing (
        id uuid NOT NULL,
        code text,
        token_hash text NOT NULL,
        requested_at timestamptz NOT NULL,
        expires_at timestamptz NOT NULL,
        address text NOT NULL,
        user_agent text NOT NULL,
        display_id uuid,
        CONSTRAINT pairing_token_once UNIQUE (token_hash),
        CONSTRAINT pairing_code_once UNIQUE (code),
        CONSTRAINT pairing_pkey PRIMARY KEY (id),
        CONSTRAINT pairing_display_fk FOREIGN KEY (display_id) REFERENCES display(id) ON DELETE CASCADE
      );

      CREATE TABLE session (
        id uuid NOT NULL,
        token_hash text NOT NULL,
        previous_hash text,
        rotated_at timestamptz NOT NULL,
        confirmed_at timestamptz,
        account_id uuid,
        participant_id uuid,
        display_id uuid,
        created_at timestamptz NOT NULL,
        expires_at timestamptz NOT NULL,
        ended_at timestamptz,
        changed_at timestamptz NOT NULL,
        seen_at timestamptz NOT NULL,
        connected_at timestamptz,
        address text NOT NULL,
        user_agent text NOT NULL,
        CONSTRAINT session_holder CHECK (num_nonnulls(account_id, participant_id, display_id) <= 1),
        CONSTRAINT session_token_once UNIQUE (token_hash),
        CONSTRAINT session_pkey PRIMARY KEY (id),
        CONSTRAINT session_account_fk FOREIGN KEY (account_id) REFERENCES account(id) ON DELETE CASCADE,
        CONSTRAINT session_participant_fk FOREIGN KEY (participant_id) REFERENCES participant(id) ON DELETE SET NULL,
        CONSTRAINT session_display_fk FOREIGN KEY (display_id) REFERENCES display(id) ON DELETE CASCADE
      );
      CREATE INDEX session_previous ON session (previous_hash);
      CREATE INDEX session_changed ON session (changed_at);
      CREATE INDEX session_account ON session (account_id);
      CREATE INDEX session_participant ON session (participant_id);
      CREATE INDEX session_display ON session (display_id);

      CREATE TABLE audit_entry (
        seq bigint NOT NULL,
        at timestamptz NOT NULL,
        actor_kind text NOT NULL,
        actor_id uuid,
        actor_name text NOT NULL,
        session_id uuid,
        address text NOT NULL,
        action text NOT NULL,
        outcome text NOT NULL,
        meeting_id uuid,
        meeting_seq integer,
        subject_id uuid,
        detail json NOT NULL,
        times integer NOT NULL,
        hash text NOT NULL,
        CONSTRAINT audit_entry_pkey PRIMARY KEY (seq)
      );
      CREATE INDEX audit_entry_meeting ON audit_entry (meeting_id, seq);
      CREATE INDEX audit_entry_actor ON audit_entry (actor_id, seq);

      CREATE TABLE audit_head (
        id integer NOT NULL,
        seq bigint NOT NULL,
        at timestamptz NOT NULL,
        hash text NOT NULL,
        CONSTRAINT audit_head_pkey PRIMARY KEY (id)
      );
      INSERT INTO audit_head (id, seq, at, hash) VALUES (1, 0, clock_timestamp(), '');

      -- What a transaction has to tell. Never read: a crash may empty it, since what is not committed never was.
      CREATE UNLOGGED TABLE audit_pending (
        id uuid NOT NULL,
        said text NOT NULL,
        CONSTRAINT audit_pending_pkey PRIMARY KEY (id)
      );

      -- Within the commit: no lock is taken after the head's, and no server that stalls can hold it. [H4]
      CREATE FUNCTION audit_append() RETURNS trigger LANGUAGE plpgsql AS $$
        DECLARE
          said json := NEW.said;
          head audit_head;
        BEGIN
          SELECT * INTO STRICT head FROM audit_head WHERE id = 1 FOR UPDATE;
          head.seq := head.seq + 1;
          head.at := greatest(head.at, clock_timestamp());
          head.hash := encode(sha256(convert_to(format('["%s","%s","%s",%s', head.hash, head.seq,
            to_char(head.at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'), substr(NEW.said, 2)), 'UTF8')), 'hex');
          UPDATE audit_head SET seq = head.seq, at = head.at, hash = head.hash WHERE id = 1;
          INSERT INTO audit_entry (seq, at, actor_kind, actor_id, actor_name, session_id, address, action, outcome,
              meeting_id, meeting_seq, subject_id, detail, times, hash)
            VALUES (head.seq, head.at, said->>0, (said->>1)::uuid, said->>2, (said->>3)::uuid, said->>4, said->>5, said->>6,
              (said->>7)::uuid, (said->>8)::integer, (said->>9)::uuid, (said->>10)::json, (said->>11)::integer, head.hash);
          DELETE FROM audit_pending WHERE id = NEW.id;
          RETURN NULL;
        END $$;
      CREATE CONSTRAINT TRIGGER audit_append AFTER INSERT ON audit_pending DEFERRABLE INITIALLY DEFERRED
        FOR EACH ROW EXECUTE FUNCTION audit_append();

      -- Against accidents; whoever owns the table can drop it, and the chain tells.
      CREATE FUNCTION audit_entry_stays() RETURNS trigger LANGUAGE plpgsql AS $$
        BEGIN RAISE EXCEPTION 'an entry of the audit trail is never changed'; END $$;
      CREATE TRIGGER audit_entry_stays BEFORE UPDATE OR DELETE OR TRUNCATE ON audit_entry
        FOR EACH STATEMENT EXECUTE FUNCTION audit_entry_stays();

      -- As rate-limiter-flexible wants it.
      CREATE TABLE rate_limit (
        key varchar(255) NOT NULL,
        points integer NOT NULL DEFAULT 0,
        expire bigint,
        CONSTRAINT rate_limit_pkey PRIMARY KEY (key)
      );
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TABLE rate_limit, audit_pending, audit_head, audit_entry, session, pairing, display, slip, invitation, appointment, account;
      DROP FUNCTION audit_append, audit_entry_stays;
      ALTER TABLE appraisal_comment DROP COLUMN drafted_by;
      ALTER TABLE participant DROP COLUMN presence, DROP COLUMN signed_in_at, DROP COLUMN left_at;
      ALTER TABLE meeting DROP COLUMN visibility, DROP COLUMN quorum;
    `);
  }
}
