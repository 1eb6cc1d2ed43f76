import type { Logger } from 'typeorm';

/** The server looks at the clock and the history of its database when it wants to, and not because it was asked something. */
const OWN = /clock_timestamp\(\) AS at|incarnation/;

/** A logger for a database, which hears of every statement that somebody's request has caused. */
export function hearing(hear: (sql: string) => void): Logger {
  const quiet = () => undefined;
  return {
    logQuery: (sql) => void (OWN.test(sql) || hear(sql)),
    logQueryError: quiet,
    logQuerySlow: quiet,
    logSchemaBuild: quiet,
    logMigration: quiet,
    log: quiet,
  };
}
