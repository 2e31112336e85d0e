import { sql } from "drizzle-orm";
import { advances, type PaidFrom } from "@/db/schema/payroll";
import { recordAudit } from "@/lib/auth/audit";
import { recordEvent } from "@/lib/events/record-event";
import { staffWasPaid } from "@/lib/payments/ledger";
import { holdLedger } from "@/lib/payments/ledger-lock";
import { recordEntries } from "@/lib/payments/record-entries";
import { localDate } from "@/lib/platform/calendar";
import { now } from "@/lib/platform/clock";
import { newId } from "@/lib/platform/ids";
import { type KeyReused, once } from "@/lib/platform/once";
import { ok, type Result, refuse } from "@/lib/platform/result";
import { houseOf } from "@/lib/tenancy/house-of";
import type { Scope } from "@/lib/tenancy/scope";
import { type NoDrawer, takeFromDrawer } from "@/lib/till/take-from-drawer";
import type { AdvanceInput } from "./input";
import { openDay, settledUntil } from "./internal/payroll-lock";

export type AdvanceRefusal = NoDrawer | { refusal: "unknown_staff" };
type Money = { staffId: string; name: string; amountMinor: number; paidFrom: PaidFrom; source: string };

/** Somebody is paid before the period is over: taken off their next payslip. */
export async function giveAdvance(
  scope: Scope,
  wish: AdvanceInput,
): Promise<Result<{ id: string }, AdvanceRefusal | KeyReused>> {
  // Before any row: cash comes out of the drawer.
  await holdLedger(scope);
  return once<{ id: string }, AdvanceRefusal>(scope, "advances", wish, async () => {
    const { staffId, amountMinor, paidFrom, note } = wish;
    const [who] = await scope.tx.execute<{ name: string }>(sql`
      select name from staff where tenant_id = ${scope.tenantId} and id = ${staffId}`);
    if (!who) return refuse("unknown_staff");
    const id = newId();
    const paid = await moveMoney(scope, { staffId, name: who.name, amountMinor, paidFrom, source: `advance ${id}` });
    if (!paid.ok) return paid;
    await write(scope, { id, staffId, amountMinor, paidFrom, note, undoes: null });
    await recordAudit(scope, {
      action: "advance.given",
      entity: "staff",
      entityId: staffId,
      after: { amountMinor, currency: paid.value.currency, paidFrom, ...(note ? { note } : {}) },
    });
    return ok({ id });
  });
}

export type UndoAdvanceRefusal = NoDrawer | { refusal: "unknown_advance" } | { refusal: "settled" };

/** It was not given after all, or has come back: as long as no payslip has taken it off. */
export async function undoAdvance(
  scope: Scope,
  { advanceId }: { advanceId: string },
): Promise<Result<{ id: string }, UndoAdvanceRefusal>> {
  await holdLedger(scope);
  const { tenantId, tx } = scope;
  const [given] = await tx.execute<Money & { day: string; undone: string | null; amountMinor: string }>(sql`
    select a.staff_id as "staffId", s.name, a.amount_minor as "amountMinor", a.paid_from as "paidFrom", a.day::text as day,
      (select u.id from advances u where u.tenant_id = a.tenant_id and u.undoes = a.id) as undone
    from advances a join staff s on s.tenant_id = a.tenant_id and s.id = a.staff_id
    where a.tenant_id = ${tenantId} and a.id = ${advanceId} and a.undoes is null`);
  if (!given) return refuse("unknown_advance");
  if (given.undone) return ok({ id: given.undone });
  const settled = await settledUntil(scope);
  if (settled !== null && given.day <= settled) return refuse("settled");
  const { staffId, name, paidFrom } = given;
  const amountMinor = -Number(given.amountMinor);
  const paid = await moveMoney(scope, { staffId, name, amountMinor, paidFrom, source: `advance ${advanceId} undone` });
  if (!paid.ok) return paid;
  const id = newId();
  await write(scope, { id, staffId, amountMinor, paidFrom, note: "", undoes: advanceId });
  await recordAudit(scope, {
    action: "advance.undone",
    entity: "staff",
    entityId: staffId,
    after: { amountMinor: -amountMinor, currency: paid.value.currency, paidFrom },
  });
  return ok({ id });
}

async function moveMoney(
  scope: Scope,
  { name, amountMinor, paidFrom, source }: Money,
): Promise<Result<{ currency: string }, NoDrawer>> {
  const { currency, timeZone } = await houseOf(scope);
  const entries = staffWasPaid(paidFrom, amountMinor);
  if (paidFrom === "cash") {
    const reason = amountMinor > 0 ? `Advance for ${name}` : `Advance of ${name} came back`;
    const taken = await takeFromDrawer(scope, { amountMinor, reason, source, entries });
    if (!taken.ok) return taken;
  } else await recordEntries(scope, { kind: "advance", source, entries, currency, timeZone });
  return ok({ currency });
}

async function write(
  scope: Scope,
  row: Pick<typeof advances.$inferInsert, "id" | "staffId" | "amountMinor" | "paidFrom" | "note" | "undoes">,
): Promise<void> {
  const { actor, tenantId, tx } = scope;
  const { currency, timeZone } = await houseOf(scope);
  await tx.insert(advances).values({
    ...row,
    ...{ tenantId, currency },
    day: await openDay(scope, localDate(now(), timeZone)),
    byUserId: actor.kind === "member" ? actor.userId : null,
    createdAt: now(),
  });
  recordEvent(scope, { name: "advance.changed", staffId: row.staffId });
}
