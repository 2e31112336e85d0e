import { and, eq, sql } from "drizzle-orm";
import { customerImports } from "@/db/schema/privacy";
import { recordAudit } from "@/lib/auth/audit";
import { shown } from "@/lib/customers/consent-words";
import { planDue } from "@/lib/events/plan-due";
import { recordEvent } from "@/lib/events/record-event";
import { localDate } from "@/lib/platform/calendar";
import { now } from "@/lib/platform/clock";
import { newId } from "@/lib/platform/ids";
import { ok, type Result, refuse } from "@/lib/platform/result";
import { houseOf } from "@/lib/tenancy/house-of";
import { roomLeft } from "@/lib/tenancy/plan-room";
import type { Scope } from "@/lib/tenancy/scope";
import type { MappedImport } from "./input";
import { findImport } from "./internal/find-import";
import { type FileRow, type Judged, judge } from "./internal/judge";
import { importBatch } from "./rules";

export type RunRefusal = { refusal: "unknown_import" } | { refusal: "already_begun" };

const rowsOf = ({ tx, tenantId }: Scope, importId: string, most: number) =>
  tx.execute<FileRow>(sql`
    select line, cells from customer_import_rows
    where tenant_id = ${tenantId} and import_id = ${importId} and outcome = 'waiting' order by line limit ${most}`);

export type Plan = {
  added: number;
  known: number;
  twice: number;
  wrong: number;
  /** So many more customers the plan holds; null where it holds any number. */
  room: number | null;
  /** Of those that would be added: who may be sent offers, since the file says on which day they allowed it. */
  allowed: number;
  /** The first that are wrong. */
  problems: { line: number; problem: string }[];
};

const mostProblems = 50;

/** What would come of the file, if its columns are these. Nothing is changed by it. */
export async function planImport(scope: Scope, { importId, mapping }: MappedImport): Promise<Result<Plan, RunRefusal>> {
  const found = await findImport(scope, importId);
  if (!found) return refuse("unknown_import");
  if (found.status !== "read") return refuse("already_begun");
  const rows = await rowsOf(scope, importId, found.rows);
  const how = { importId, mapping, today: await today(scope), seen: new Set<string>() };
  const judged: Judged[] = [];
  // A transaction that thinks for long between two questions is given up by Postgres, and the process has others to answer.
  for (let from = 0; from < rows.length; from += importBatch)
    judged.push(...(await judge(scope, rows.slice(from, from + importBatch), how)));
  const many = (outcome: Judged["outcome"]) => judged.filter((one) => one.outcome === outcome).length;
  return ok({
    ...{ added: many("added"), known: many("known"), twice: many("twice"), wrong: many("wrong") },
    room: (await roomLeft(scope, "activeCustomers"))?.room ?? null,
    allowed: judged.filter((one) => one.outcome === "added" && one.customer.allowedOn !== null).length,
    problems: judged.flatMap((one) => (one.outcome === "wrong" ? [one] : [])).slice(0, mostProblems),
  });
}

const today = async (scope: Scope) => localDate(now(), (await houseOf(scope)).timeZone);

/** From now on it is read in, some rows at a time; see readInRows. */
export async function startImport(
  scope: Scope,
  { importId, mapping }: MappedImport,
): Promise<Result<{ id: string }, RunRefusal>> {
  const found = await findImport(scope, importId, true);
  if (!found) return refuse("unknown_import");
  if (found.status !== "read") return refuse("already_begun");
  await change(scope, importId, { status: "running", mapping, startedAt: now() });
  await planDue(scope, { kind: "import_rows", at: now(), payload: { importId } });
  recordEvent(scope, { name: "import.moved", importId });
  return ok({ id: importId });
}

const change = ({ tx, tenantId }: Scope, id: string, to: Partial<typeof customerImports.$inferInsert>) =>
  tx
    .update(customerImports)
    .set(to)
    .where(and(eq(customerImports.tenantId, tenantId), eq(customerImports.id, id)));

/** The next rows; what is left after them is due at once. A row that was read in has an outcome, so none is read in twice. */
export async function readInRows(scope: Scope, { importId }: { importId: string }): Promise<void> {
  const found = await findImport(scope, importId, true);
  if (found?.status !== "running") return;
  const rows = await rowsOf(scope, importId, importBatch);
  const how = { importId, mapping: found.mapping, today: await today(scope) };
  await writeOutcomes(scope, importId, await write(scope, await judge(scope, rows, how)));
  recordEvent(scope, { name: "import.moved", importId });
  if (rows.length === importBatch) {
    await planDue(scope, { kind: "import_rows", at: now(), payload: { importId } });
    return;
  }
  await change(scope, importId, { status: "done", endedAt: now() });
  await recordAudit(scope, {
    action: "customers.imported",
    entity: "import",
    entityId: importId,
    after: { file: found.fileName, rows: found.rows },
  });
}

type Outcome = { line: number; outcome: Judged["outcome"] | "full"; problem?: string; customerId?: string };

/** Adds who is new, as far as the plan holds them. Who was added by somebody else meanwhile is known. */
async function write(scope: Scope, judged: readonly Judged[]): Promise<Outcome[]> {
  const { tx, tenantId } = scope;
  const left = await roomLeft(scope, "activeCustomers");
  let room = left?.room ?? Number.POSITIVE_INFINITY;
  const outcomes = judged.map((one): Outcome & { customer?: object; allowedOn?: string | null } => {
    if (one.outcome !== "added") return one;
    // Who cannot be reached is not counted.
    if (one.customer.phone && room-- < 1)
      return { line: one.line, outcome: "full", problem: "The plan holds no more customers" };
    return {
      line: one.line,
      outcome: "added",
      customerId: newId(),
      customer: one.customer,
      allowedOn: one.customer.allowedOn,
    };
  });
  const fresh = outcomes.flatMap(({ customer, customerId: id }) => (customer ? [{ id, ...customer }] : []));
  const at = now().toISOString();
  const made = await tx.execute<{ id: string }>(sql`
    insert into customers (tenant_id, id, name, phone, email, location, birthday, tags, allergies, notes, service_notes, language, created_at)
    select ${tenantId}, r.id, r.name, r.phone, r.email, r.location, r.birthday, array(select json_array_elements_text(r.tags)),
      r.allergies, r.notes, r."serviceNotes", r.language, ${at}
    from json_to_recordset(${JSON.stringify(fresh)}::text::json) as r (id uuid, name text, phone text, email text, location text,
      birthday text, tags json, allergies text, notes text, "serviceNotes" text, language text)
    on conflict do nothing returning id`);
  const added = new Set(made.map(({ id }) => id));
  const allowed = outcomes.flatMap(({ customerId, allowedOn }) =>
    customerId && allowedOn && added.has(customerId) ? [{ id: newId(), customer: customerId, day: allowedOn }] : [],
  );
  const { timeZone } = await houseOf(scope);
  await tx.execute(sql`
    insert into consents (tenant_id, id, customer_id, purpose, channel, granted, wording, source, created_at)
    select ${tenantId}, r.id, r.customer, 'marketing', 'any', true, ${shown.imported}, 'import',
      least((r.day + time '00:00') at time zone ${timeZone}, ${at}::timestamptz)
    from json_to_recordset(${JSON.stringify(allowed)}::text::json) as r (id uuid, customer uuid, day date)`);
  return outcomes.map(({ line, outcome, problem, customerId }) => {
    if (customerId && !added.has(customerId)) return { line, outcome: "known" };
    return { line, outcome, ...(problem ? { problem } : {}), ...(customerId ? { customerId } : {}) };
  });
}

/** Their words are kept only of those that somebody has to put right. */
const writeOutcomes = ({ tx, tenantId }: Scope, importId: string, outcomes: readonly Outcome[]) =>
  tx.execute(sql`
    update customer_import_rows t set outcome = r.outcome, problem = coalesce(r.problem, ''), customer_id = r."customerId",
      cells = case when r.outcome in ('wrong', 'full') then t.cells end
    from json_to_recordset(${JSON.stringify(outcomes)}::text::json)
      as r (line int, outcome text, problem text, "customerId" uuid)
    where t.tenant_id = ${tenantId} and t.import_id = ${importId} and t.line = r.line`);
