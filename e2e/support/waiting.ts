import type postgres from "postgres";

/** Sessions that wait for somebody's lock with such words in their statement: whatever else runs there may wait for a moment. */
export const waitingForLocks = (sql: postgres.Sql, words: string) =>
  sql<{ application_name: string }[]>`select application_name from pg_stat_activity
    where wait_event_type = 'Lock' and datname = current_database() and strpos(query, ${words}) > 0`;
