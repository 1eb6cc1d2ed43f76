import type { DataSource, EntityManager } from 'typeorm';

/**
 * What tells one history of a database from another: the cluster, the timeline that its log is on (a restored backup and
 * a promoted standby begin a new one), and the table itself (a dump that is read in makes it anew). Every role may ask.
 */
const HISTORY = `
  SELECT concat_ws('/', (SELECT system_identifier FROM pg_control_system()),
    left(pg_walfile_name(pg_current_wal_lsn()), 8),
    (SELECT oid FROM pg_database WHERE datname = current_database()), 'meeting'::regclass::oid) AS present,
    (SELECT history FROM incarnation) AS known`;

/**
 * A database that has another history than the one last seen was restored: entries that followers have may be gone, and
 * their numbers given again. Every meeting gets a new epoch, so that nobody goes on from such a number. [L8]
 */
export async function recognise(database: DataSource): Promise<void> {
  const seen = await look(database.manager);
  if (seen === null || seen.present === seen.known) return;
  await database.transaction(async (manager) => {
    await manager.query("SELECT pg_advisory_xact_lock(hashtextextended('rostrum incarnation', 0))");
    const { present, known } = (await look(manager))!;
    if (present === known) return;
    if (known !== null) await renewEpochs(manager);
    await manager.query('DELETE FROM incarnation');
    await manager.query('INSERT INTO incarnation (history) VALUES ($1)', [present]);
  });
}

/** Locks the meetings in the order in which everybody does. */
export async function renewEpochs(manager: EntityManager): Promise<void> {
  await manager.query(`UPDATE meeting SET epoch = gen_random_uuid()
    FROM (SELECT id FROM meeting ORDER BY id FOR NO KEY UPDATE) locked WHERE meeting.id = locked.id`);
}

interface Seen {
  present: string;
  known: string | null;
}

/** A service may forbid these questions, or not know them: then there is nothing to compare. */
async function look(manager: EntityManager): Promise<Seen | null> {
  return manager.query(HISTORY).then(
    ([seen]) => seen,
    (error: { code?: string }) => {
      if (/^(42501|42883|0A000)$/.test(error.code ?? '')) return null;
      throw error;
    },
  );
}
