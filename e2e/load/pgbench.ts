import { spawnSync } from "node:child_process";
import { existsSync, readdirSync, writeFileSync } from "node:fs";
import { delimiter, join } from "node:path";
import postgres from "postgres";
import { type Made, type Slot, slotAt } from "./businesses";
import type { Piece, Recipe, Statement } from "./capture";
import type { Database } from "./database";

/** On the PATH, or where Debian keeps what only administrators use. */
export function findPgbench(): string | null {
  const debian = "/usr/lib/postgresql";
  const versions = existsSync(debian) ? readdirSync(debian).map((version) => join(debian, version, "bin")) : [];
  const folders = [...(process.env.PATH ?? "").split(delimiter), ...versions.reverse()];
  return folders.map((folder) => join(folder, "pgbench")).find((file) => existsSync(file)) ?? null;
}

const slots = 60_000;

/** Transactions per second of a booking's statements with no program around them, or why there is no number. */
export async function pgbenchOf(
  program: string,
  database: Database,
  made: Made,
  recipe: Recipe,
  options: { clients: number; seconds: number; file: string },
): Promise<number> {
  const newId = await makeSlots(database, made);
  writeFileSync(options.file, script(recipe, newId));
  const args = ["-n", "-M", "prepared", "-c", String(options.clients), "-j", "1", "-T", String(options.seconds)];
  const run = spawnSync(program, [...args, "-f", options.file, database.appUrl], { encoding: "utf8" });
  const found = /tps = ([\d.]+)/.exec(run.stdout ?? "");
  const failed = /number of failed transactions: (\d+)/.exec(run.stdout ?? "");
  if (run.status !== 0 || !found || Number(failed?.[1] ?? 0) > 0)
    throw new Error(`pgbench: ${run.stdout}${run.stderr}`);
  return Number(found[1]);
}

/** pgbench's variables cannot make a slot, so the slots lie ready and a sequence hands them out. */
async function makeSlots(database: Database, made: Made): Promise<string> {
  const sql = postgres(database.adminUrl, { max: 1, onnotice: () => {} });
  const rows = Array.from({ length: slots }, (_, n) => slotAt(made, n, made.businesses.length - 1));
  const column = (of: (row: Slot) => string) => sql.array(rows.map(of), 25);
  await sql.unsafe(`
    create table bench_slots (n int primary key, tenant_id text, slug text, staff_id text, service_id text, starts_at timestamptz);
    create sequence bench_slot;
    grant select on bench_slots to clientpulse_app;
    grant usage on sequence bench_slot to clientpulse_app`);
  await sql`insert into bench_slots (tenant_id, slug, staff_id, service_id, starts_at, n)
    select a, b, c, d, e::timestamptz, n from unnest(
      ${column((row) => row.tenantId)}::text[], ${column((row) => row.slug)}::text[], ${column((row) => row.staffId)}::text[],
      ${column((row) => row.serviceId)}::text[], ${column((row) => row.startsAt)}::text[])
      with ordinality as t (a, b, c, d, e, n)`;
  const [has] = await sql<{ v7: boolean }[]>`select to_regproc('pg_catalog.uuidv7') is not null as v7`;
  await sql.end();
  return has?.v7 ? "uuidv7()" : "gen_random_uuid()";
}

/** One SELECT draws the slot and makes every parameter; then come the booking's own statements, word for word. */
function script(recipe: Recipe, newId: string): string {
  const made = new Map<string, string>();
  const columns: string[] = [];
  const statements = [...recipe.before, ...recipe.transaction.flat(), ...recipe.after].map(({ text, params }) => {
    const from = columns.length;
    for (const param of params) columns.push(`${parameter(param, made)} as p${columns.length}`);
    // To pgbench nothing is an empty text, so what is null is written out.
    const given = (_: string, at: string) => (params[Number(at) - 1] === null ? "null" : `:p${from + Number(at) - 1}`);
    return `${text.replace(/\$(\d+)/g, given)};`;
  });
  const anew = [...made].map(([name, expression]) => `${expression.replace("id()", newId)} as ${name}`).join(", ");
  const draw = `select ${columns.join(", ")} from (select *, ${anew} from bench_slots where n = (select nextval('bench_slot'))) as s \\gset`;
  return [draw, ...statements, ""].map((line) => line.replace(/\s+/g, " ").trim()).join("\n");
}

const parameter = (param: Statement["params"][number], made: Map<string, string>): string =>
  Array.isArray(param) ? param.map((piece) => expression(piece, made)).join(" || ") : String(param);

/** pgbench takes `:word` for a variable of its own wherever it stands. */
const literal = (text: string): string => `'${text.replaceAll("'", "''").replaceAll(":", "' || chr(58) || '")}'`;

const iso = (instant: string) => `replace((${instant} at time zone 'UTC')::text, ' ', 'T') || 'Z'`;

const columnOf: Record<string, string> = {
  tenantId: "tenant_id",
  slug: "slug",
  staffId: "staff_id",
  serviceId: "service_id",
  name: "('B' || n)",
  phone: "('+2547' || (20000000 + n))",
  key: "('bench-key-' || n)",
  now: iso("clock_timestamp()"),
};

function expression(piece: Piece, made: Map<string, string>): string {
  if (typeof piece === "string") return literal(piece);
  const { is, shiftMs = 0 } = piece;
  if (is === "start") return iso(`(starts_at + interval '${shiftMs} milliseconds')`);
  const column = columnOf[is];
  if (column) return column;
  // Made once for the whole transaction, since several statements name the same booking.
  const random = is.startsWith("hash")
    ? "encode(sha256(random()::text::bytea), 'hex')"
    : "upper(substr(md5(random()::text), 1, 8))";
  made.set(is, is.startsWith("id") ? "id()::text" : random);
  return is;
}
