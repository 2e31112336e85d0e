import { createReadStream } from "node:fs";
import { createInterface } from "node:readline";
import { createGunzip } from "node:zlib";
import { ROLES } from "../../db/roles.mjs";
import { appliedMigrations, becomeReaderOf, EXACT, isJobTable, listTables, quoted } from "./backup-tables.mjs";
import { FORMAT } from "./backup-write.mjs";

/** @typedef {import("./backup-tables.mjs").Table} Table @typedef {import("./backup-tables.mjs").Transaction} Transaction */
/** @typedef {import("./backup-write.mjs").Header} Header */

/**
 * Puts a backup into a migrated and empty database, all of it or nothing.
 * @param {import("postgres").Sql} sql connected as the owner
 * @param {string} file
 * @returns {Promise<{ header: Header, rows: Record<string, number> }>}
 */
export async function readBackup(sql, file) {
  const input = createInterface({
    input: createReadStream(file).pipe(createGunzip()),
    crlfDelay: Number.POSITIVE_INFINITY,
  });
  const lines = input[Symbol.asyncIterator]();
  /** @type {Header} */
  const header = JSON.parse((await lines.next()).value ?? "{}");
  if (header.format !== FORMAT) throw new Error(`${file} is not a backup of ClientPulse.`);
  return sql.begin(async (tx) => {
    await tx.unsafe(EXACT);
    await refuseOtherSchema(tx, header);
    const tables = await listTables(tx);
    await refuseFullDatabase(tx, tables);
    const close = await openTables(tx, tables);
    const rows = await load(tx, tables, lines);
    await startNewEpoch(tx);
    await close();
    return { header, rows };
  });
}

async function load(
  /** @type {Transaction} */ tx,
  /** @type {Table[]} */ tables,
  /** @type {AsyncIterator<string, undefined>} */ lines,
) {
  /** @type {Record<string, number>} */
  const counts = {};
  /** @type {Awaited<ReturnType<typeof openLoader>> | undefined} */
  let loader;
  for (;;) {
    const { value: line, done } = await lines.next();
    if (done) throw new Error("The backup ends too early; nothing was restored.");
    if (line.startsWith("[")) {
      await loader?.add(line);
      continue;
    }
    await loader?.finish();
    const { table: name, columns, end } = JSON.parse(line);
    if (end) {
      const wrong = Object.keys(end).filter((table) => end[table] !== counts[table]);
      if (wrong.length > 0) throw new Error(`The backup is damaged in ${wrong.join(", ")}; nothing was restored.`);
      return counts;
    }
    const table = tables.find((known) => known.name === name);
    if (!table) throw new Error(`The backup has a table ${name}, and this database has none.`);
    counts[name] = 0;
    loader = await openLoader(tx, table, columns, (rows) => {
      counts[name] = (counts[name] ?? 0) + rows;
    });
  }
}

async function openLoader(
  /** @type {Transaction} */ tx,
  /** @type {Table} */ table,
  /** @type {string[]} */ columns,
  /** @type {(rows: number) => void} */ count,
) {
  // The owner may write every table of public while the fence is open; the worker's tables are the platform's.
  const role = isJobTable(table) ? `set local role ${ROLES.platform}` : "reset role";
  if (isJobTable(table)) await tx.unsafe(`${role}; delete from ${table.name}; reset role`);
  const types = new Map(table.columns.map((column) => [column.name, column.type]));
  const values = columns.map((name, index) => `(row->>${index})::${types.get(name)}`).join(", ");
  const insert = `insert into ${table.name} (${columns.map(quoted).join(", ")}) overriding system value
    select ${values} from json_array_elements($1::text::json) as row`;
  /** @type {string[]} */
  let waiting = [];
  const flush = async () => {
    if (waiting.length === 0) return;
    await tx.unsafe(role);
    await tx.unsafe(insert, [`[${waiting.join(",")}]`]);
    await tx.unsafe("reset role");
    count(waiting.length);
    waiting = [];
  };
  return {
    async add(/** @type {string} */ line) {
      waiting.push(line);
      if (waiting.length === 500) await flush();
    },
    finish: flush,
  };
}

/** Whoever watched the log before must not take the restored one for its continuation: clients start afresh. */
async function startNewEpoch(/** @type {Transaction} */ tx) {
  // The clock makes it new even when one backup is restored twice.
  await tx`update event_heads set epoch = greatest(epoch + 1, extract(epoch from now() - timestamptz '2026-01-01')::int)`;
}

/** Takes fence, foreign keys and triggers away until all rows are there; the keys are checked when they come back. */
async function openTables(/** @type {Transaction} */ tx, /** @type {Table[]} */ tables) {
  const forced = tables.filter((table) => table.forced);
  const keys = await tx`
    select conrelid::regclass::text as table, quote_ident(conname) as name, pg_get_constraintdef(oid) as definition
    from pg_constraint where contype = 'f' and connamespace = 'public'::regnamespace and conparentid = 0`;
  const triggered = await tx`
    select distinct tgrelid::regclass::text as table from pg_trigger t join pg_class c on c.oid = t.tgrelid
    where not tgisinternal and c.relnamespace = 'public'::regnamespace`;
  for (const { name } of forced) await tx.unsafe(`alter table ${name} no force row level security`);
  for (const { table } of triggered) await tx.unsafe(`alter table ${table} disable trigger user`);
  for (const { table, name } of keys) await tx.unsafe(`alter table ${table} drop constraint ${name}`);
  // What the migrations themselves put there is in the backup as well.
  for (const table of tables.filter((candidate) => !isJobTable(candidate)))
    await tx.unsafe(`delete from ${table.name}`);
  return async () => {
    await tx.unsafe("set constraints all immediate");
    for (const { table, name, definition } of keys) {
      await tx.unsafe(`alter table ${table} add constraint ${name} ${definition}`);
    }
    for (const { table } of triggered) await tx.unsafe(`alter table ${table} enable trigger user`);
    for (const { name } of forced) await tx.unsafe(`alter table ${name} force row level security`);
    for (const table of tables) await advanceSequences(tx, table);
  };
}

async function advanceSequences(/** @type {Transaction} */ tx, /** @type {Table} */ table) {
  await becomeReaderOf(tx, table);
  for (const { name: column } of table.columns) {
    const [found] = await tx`select pg_get_serial_sequence(${table.name}, ${column}) as name`;
    if (!found?.name) continue;
    await tx.unsafe(
      `select setval('${found.name}', greatest(1, (select max(${quoted(column)}) from ${table.name})),
        exists (select 1 from ${table.name}))`,
    );
  }
  await tx.unsafe("reset role");
}

async function refuseOtherSchema(/** @type {Transaction} */ tx, /** @type {Header} */ { migrations, madeAt }) {
  const here = await appliedMigrations(tx);
  if (here.join() === migrations.join()) return;
  throw new Error(
    `The backup of ${madeAt} was made with ${migrations.length} migrations, and this database has ${here.length} ` +
      "or others. Restore it with the version of ClientPulse that made it, then update.",
  );
}

async function refuseFullDatabase(/** @type {Transaction} */ tx, /** @type {Table[]} */ tables) {
  for (const table of tables.filter((candidate) => ["users", "customers", "events"].includes(candidate.name))) {
    await becomeReaderOf(tx, table);
    const [found] = await tx.unsafe(`select 1 from ${table.name} limit 1`);
    await tx.unsafe("reset role");
    if (found)
      throw new Error(`This database is not empty (${table.name}). Restore into a new one; see docs/deploy.md.`);
  }
}
