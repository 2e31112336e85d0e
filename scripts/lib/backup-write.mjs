import { createWriteStream } from "node:fs";
import { rename, rm } from "node:fs/promises";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { createGzip } from "node:zlib";
import { appliedMigrations, becomeReaderOf, EXACT, listTables, quoted } from "./backup-tables.mjs";

/*
 * A backup through SQL alone, for servers whose pg_dump is not at hand (the embedded one has none). The file is gzip of
 * JSON lines: a header, then per table a line that names it and its rows as arrays of texts, and a footer at the end.
 */

export const FORMAT = "clientpulse-backup-1";

/** @typedef {{ format: string, madeAt: string, server: string, migrations: string[] }} Header */

/**
 * Every row of the application as of one instant. Readers and writers are not held up.
 * @param {import("postgres").Sql} sql connected as the owner
 * @param {string} file
 * @returns {Promise<Record<string, number>>} rows by table
 */
export async function writeBackup(sql, file) {
  const draft = `${file}.part`;
  try {
    const rows = await sql.begin("isolation level repeatable read read only", async (tx) => {
      /** @type {Record<string, number>} */
      const counts = {};
      await pipeline(
        Readable.from(dump(tx, counts)),
        createGzip(),
        createWriteStream(draft, { mode: 0o600, flags: "w" }),
      );
      return counts;
    });
    await rename(draft, file);
    return rows;
  } catch (error) {
    await rm(draft, { force: true });
    throw error;
  }
}

async function* dump(
  /** @type {import("postgres").TransactionSql} */ tx,
  /** @type {Record<string, number>} */ counts,
) {
  await tx.unsafe(EXACT);
  const [server] = await tx`select current_setting('server_version') as version, now() as at`;
  /** @type {Header} */
  const header = {
    format: FORMAT,
    madeAt: server?.at.toISOString(),
    server: server?.version,
    migrations: await appliedMigrations(tx),
  };
  yield `${JSON.stringify(header)}\n`;
  for (const table of await listTables(tx)) {
    yield `${JSON.stringify({ table: table.name, columns: table.columns.map((column) => column.name) })}\n`;
    await becomeReaderOf(tx, table);
    // As text every value keeps its exact form, and a JSON null cannot be taken for no value.
    const values = table.columns.map((column) => `${quoted(column.name)}::text`).join(", ");
    counts[table.name] = 0;
    for await (const rows of tx
      .unsafe(`select json_build_array(${values})::text as row from ${table.name}`)
      .cursor(500)) {
      counts[table.name] = (counts[table.name] ?? 0) + rows.length;
      yield rows.map(({ row }) => `${row}\n`).join("");
    }
    await tx.unsafe("reset role");
  }
  yield `${JSON.stringify({ end: counts })}\n`;
}
