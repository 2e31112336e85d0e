import { sql } from "drizzle-orm";
import { recordAudit } from "@/lib/auth/audit";
import { recordEvent } from "@/lib/events/record-event";
import { lookAtShelf, takeFromShelf } from "@/lib/inventory/sell-from-shelf";
import { claimTotal, depositWasUsed, noClaim, reversed, saleBecame } from "@/lib/payments/ledger";
import { lockSale } from "@/lib/payments/lock-sale";
import { recordEntries } from "@/lib/payments/record-entries";
import { now } from "@/lib/platform/clock";
import { ok, type Result, refuse } from "@/lib/platform/result";
import type { Scope } from "@/lib/tenancy/scope";
import { releaseVoucher } from "@/lib/vouchers/take-voucher";
import { factsOf } from "./internal/after-money";
import { giveBackRest } from "./internal/count-deposit";
import { standingOf } from "./standing-of";

export type VoidRefusal =
  | { refusal: "unknown_sale" }
  | { refusal: "not_open" }
  /** Money was taken for it, or is being asked for. */
  | { refusal: "has_payments" };

/** It was never sold: nobody owes it, its number stays, and a deposit is the booking's again. Said twice it is done once. */
export async function voidSale(
  scope: Scope,
  { saleId, reason }: { saleId: string; reason: string },
): Promise<Result<{ id: string }, VoidRefusal>> {
  const sale = await lockSale(scope, saleId);
  if (!sale) return refuse("unknown_sale");
  if (sale.status === "voided") return ok({ id: saleId });
  if (sale.status !== "open") return refuse("not_open");
  const { tx, tenantId } = scope;
  const [{ claim, depositMinor, owedMinor }, [asked]] = await Promise.all([
    standingOf(scope, saleId),
    tx.execute(sql`
      select 1 from payments where tenant_id = ${tenantId} and sale_id = ${saleId} and method = 'prompt'
        and status in ('created', 'submitting', 'pending', 'unknown') limit 1`),
  ]);
  // Of what is charged by now: something may have been returned before, of its deposit as well.
  const kept = claimTotal(claim) - owedMinor;
  if (asked || kept < 0 || kept > depositMinor) return refuse("has_payments");
  const entries = [...saleBecame(claim, noClaim), ...(kept > 0 ? reversed(depositWasUsed(kept)) : [])];
  if (entries.length > 0)
    await recordEntries(scope, {
      kind: "sale_voided",
      source: `void of sale ${saleId}`,
      entries,
      currency: sale.currency,
      timeZone: sale.timeZone,
      saleId,
      bookingId: sale.bookingId ?? undefined,
    });
  // Nothing of it left the shelf; that is never refused.
  const back = await lookAtShelf(scope, { saleId, lines: [], below: false });
  if (back.ok) await takeFromShelf(scope, saleId, back.value);
  await releaseVoucher(scope, saleId);
  await tx.execute(sql`
    update sales set status = 'voided', voided_at = ${now().toISOString()}, void_reason = ${reason}
    where tenant_id = ${tenantId} and id = ${saleId}`);
  if (depositMinor > 0 && (await isOver(scope, sale.bookingId!))) await giveBackRest(scope, sale);
  await recordAudit(scope, {
    action: "sale.voided",
    entity: "sale",
    entityId: saleId,
    before: { number: sale.number, amountMinor: sale.totalMinor, currency: sale.currency },
    after: { reason },
  });
  recordEvent(scope, { name: "sale.voided", ...factsOf(sale) });
  return ok({ id: saleId });
}

/** The visit that the deposit was for will not be: nothing else would give it back. */
async function isOver({ tx, tenantId }: Scope, bookingId: string): Promise<boolean> {
  const [row] = await tx.execute(sql`
    select 1 from bookings where tenant_id = ${tenantId} and id = ${bookingId}
      and status in ('cancelled', 'rejected', 'expired', 'no_show')`);
  return row !== undefined;
}
