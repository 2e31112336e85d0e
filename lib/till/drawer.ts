import { sql } from "drizzle-orm";
import { drawerMoves, drawerSessions } from "@/db/schema/till";
import { recordAudit } from "@/lib/auth/audit";
import { recordEvent } from "@/lib/events/record-event";
import { cashAtHand } from "@/lib/payments/cash-at-hand";
import { cashWasCounted, drawerWasFilled } from "@/lib/payments/ledger";
import { holdLedger } from "@/lib/payments/ledger-lock";
import { recordEntries } from "@/lib/payments/record-entries";
import { now } from "@/lib/platform/clock";
import { newId } from "@/lib/platform/ids";
import { type KeyReused, once } from "@/lib/platform/once";
import { ok, type Result, refuse } from "@/lib/platform/result";
import { houseOf } from "@/lib/tenancy/house-of";
import type { Scope } from "@/lib/tenancy/scope";
import type { CloseDrawerInput, MoveCashInput, OpenDrawerInput } from "./input";

/**
 * The drawer holds what the ledger says there is in cash. It is opened with so much in it, money is put in and taken out
 * with why, and at the end somebody counts it without knowing what there should be.
 */

export type DrawerRefusal = { refusal: "drawer_open" } | { refusal: "unknown_drawer" } | { refusal: "drawer_closed" };

export type OpenDrawerRefusal =
  | { refusal: "drawer_open" }
  /** It is not what the last count left, and what came since: somebody says why. */
  | { refusal: "float_differs" };

export async function openDrawer(
  scope: Scope,
  { floatMinor, reason }: OpenDrawerInput,
): Promise<Result<{ id: string }, OpenDrawerRefusal>> {
  await holdLedger(scope);
  const [{ currency, timeZone }, { cashMinor, counted }] = await Promise.all([houseOf(scope), cashAtHand(scope)]);
  // The first drawer of all begins with whatever is put into it.
  const differs = floatMinor !== cashMinor && (counted || cashMinor !== 0);
  const { tx, tenantId } = scope;
  const [open] = await tx.execute(sql`
    select 1 from drawer_sessions where tenant_id = ${tenantId} and closed_at is null`);
  if (open) return refuse("drawer_open");
  if (differs && !reason) return refuse("float_differs");
  const id = newId();
  await tx
    .insert(drawerSessions)
    .values({ tenantId, id, floatMinor, currency, openedBy: memberId(scope), openedAt: now() });
  // What is in it beyond what was there before came from the owner; what is missing went to them.
  const entries = drawerWasFilled(floatMinor - cashMinor);
  if (entries.length > 0)
    await recordEntries(scope, { kind: "drawer", source: `opening of drawer ${id}`, entries, currency, timeZone });
  if (differs)
    await recordAudit(scope, {
      action: "drawer.opened",
      entity: "drawer",
      entityId: id,
      before: { leftMinor: cashMinor, currency },
      after: { floatMinor, currency, reason },
    });
  recordEvent(scope, { name: "drawer.opened", drawerId: id });
  return ok({ id });
}

export async function moveCash(
  scope: Scope,
  wish: MoveCashInput,
): Promise<Result<{ id: string }, DrawerRefusal | KeyReused>> {
  await holdLedger(scope);
  const drawer = await lockDrawer(scope, wish.drawerId);
  if (!drawer) return refuse("unknown_drawer");
  return once<{ id: string }, DrawerRefusal>(scope, "drawer-moves", wish, async () => {
    if (drawer.closed) return refuse("drawer_closed");
    const { currency, timeZone } = await houseOf(scope);
    const id = newId();
    const { kind, amountMinor, reason, drawerId: sessionId } = wish;
    await scope.tx.insert(drawerMoves).values({
      tenantId: scope.tenantId,
      id,
      sessionId,
      kind,
      amountMinor,
      reason,
      byUserId: memberId(scope),
      createdAt: now(),
    });
    await recordEntries(scope, {
      kind: "drawer",
      source: `cash move ${id}`,
      entries: drawerWasFilled(kind === "in" ? amountMinor : -amountMinor),
      currency,
      timeZone,
    });
    await recordAudit(scope, {
      action: "drawer.changed",
      entity: "drawer",
      entityId: sessionId,
      after: { kind, amountMinor, currency, reason },
    });
    recordEvent(scope, { name: "drawer.changed", drawerId: sessionId });
    return ok({ id });
  });
}

/** What it came to: told only once the count is written down. */
export type CountedDrawer = { id: string; countedMinor: number; expectedMinor: number; differenceMinor: number };

export async function closeDrawer(
  scope: Scope,
  { drawerId, countedMinor, note }: CloseDrawerInput,
): Promise<Result<CountedDrawer, DrawerRefusal>> {
  await holdLedger(scope);
  const drawer = await lockDrawer(scope, drawerId);
  if (!drawer) return refuse("unknown_drawer");
  // Two who counted at once: the first count stands, and the same count said twice is one.
  if (drawer.closed)
    return drawer.countedMinor === countedMinor
      ? ok(countOf(drawerId, countedMinor, drawer.expectedMinor))
      : refuse("drawer_closed");
  const [{ currency, timeZone }, { cashMinor, since }] = await Promise.all([houseOf(scope), cashAtHand(scope)]);
  const count = countOf(drawerId, countedMinor, cashMinor);
  const source = `count of drawer ${drawerId}`;
  const entries = cashWasCounted(count.differenceMinor);
  if (entries.length > 0) await recordEntries(scope, { kind: "cash_count", source, entries, currency, timeZone });
  // Not before the last of what it counts, whichever machine has written that.
  const at = new Date(Math.max(now().getTime(), (since?.getTime() ?? 0) + 1)).toISOString();
  await scope.tx.execute(sql`
    update drawer_sessions set counted_minor = ${countedMinor}, expected_minor = ${cashMinor}, note = ${note},
      closed_by = ${memberId(scope)}, closed_at = ${at},
      -- Where its difference counts: of a closed day the next one that is open.
      day = coalesce((select day from ledger_transactions where tenant_id = ${scope.tenantId} and source = ${source}),
        (select min(d)::date from generate_series((${at}::timestamptz at time zone ${timeZone})::date,
          (${at}::timestamptz at time zone ${timeZone})::date + 60, interval '1 day') d
          where not exists (select from day_closes c where c.tenant_id = ${scope.tenantId} and c.day = d::date)))
    where tenant_id = ${scope.tenantId} and id = ${drawerId}`);
  await recordAudit(scope, {
    action: "drawer.closed",
    entity: "drawer",
    entityId: drawerId,
    after: { countedMinor, expectedMinor: cashMinor, currency, ...(note ? { note } : {}) },
  });
  recordEvent(scope, { name: "drawer.closed", drawerId });
  return ok(count);
}

const countOf = (id: string, countedMinor: number, expectedMinor: number): CountedDrawer => ({
  id,
  countedMinor,
  expectedMinor,
  differenceMinor: countedMinor - expectedMinor,
});

const memberId = ({ actor }: Scope) => (actor.kind === "member" ? actor.userId : null);

async function lockDrawer({ tx, tenantId }: Scope, id: string) {
  const [row] = await tx.execute<{ closed: boolean; counted: string | null; expected: string | null }>(sql`
    select closed_at is not null as closed, counted_minor as counted, expected_minor as expected
    from drawer_sessions where tenant_id = ${tenantId} and id = ${id} for update`);
  return row ? { closed: row.closed, countedMinor: Number(row.counted), expectedMinor: Number(row.expected) } : null;
}
