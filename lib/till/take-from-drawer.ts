import { sql } from "drizzle-orm";
import { drawerMoves } from "@/db/schema/till";
import { recordEvent } from "@/lib/events/record-event";
import type { Entry } from "@/lib/payments/ledger";
import { holdLedger } from "@/lib/payments/ledger-lock";
import { recordEntries } from "@/lib/payments/record-entries";
import { now } from "@/lib/platform/clock";
import { newId } from "@/lib/platform/ids";
import { ok, type Result, refuse } from "@/lib/platform/result";
import { houseOf } from "@/lib/tenancy/house-of";
import type { Scope } from "@/lib/tenancy/scope";

export type NoDrawer = { refusal: "no_drawer" };

type Wish = { amountMinor: number; reason: string; source: string; entries: readonly Entry[] };

/**
 * Cash that leaves the open drawer for something that the books have a name for; below nothing it comes back into it.
 * It is no part of the day's takings. Takes the ledger's lock, which comes before any row.
 */
export async function takeFromDrawer(
  scope: Scope,
  { amountMinor, reason, source, entries }: Wish,
): Promise<Result<{ drawerId: string }, NoDrawer>> {
  await holdLedger(scope);
  const { actor, tenantId, tx } = scope;
  const [drawer] = await tx.execute<{ id: string }>(sql`
    select id from drawer_sessions where tenant_id = ${tenantId} and closed_at is null for update`);
  if (!drawer) return refuse("no_drawer");
  const { currency, timeZone } = await houseOf(scope);
  await tx.insert(drawerMoves).values({
    tenantId,
    id: newId(),
    sessionId: drawer.id,
    kind: amountMinor > 0 ? "out" : "in",
    amountMinor: Math.abs(amountMinor),
    reason,
    byUserId: actor.kind === "member" ? actor.userId : null,
    createdAt: now(),
  });
  await recordEntries(scope, { kind: "drawer", source, entries, currency, timeZone });
  recordEvent(scope, { name: "drawer.changed", drawerId: drawer.id });
  return ok({ drawerId: drawer.id });
}
