import { sql } from "drizzle-orm";
import type { SaleStatus } from "@/db/schema/till";
import { recordEvent } from "@/lib/events/record-event";
import { claimTotal } from "@/lib/payments/ledger";
import type { LockedSale } from "@/lib/payments/lock-sale";
import { squareOverpaid } from "@/lib/payments/square-overpaid";
import { now } from "@/lib/platform/clock";
import { shareOut } from "@/lib/platform/share-out";
import type { Scope } from "@/lib/tenancy/scope";
import { type Standing, standingOf } from "../standing-of";
import { giveBackRest } from "./count-deposit";

type Sale = LockedSale;

/**
 * Called in the transaction in which money came or went: a sale that owes nothing is closed, one that owes again is open
 * again, and its visit knows what of it is paid. Answers what is owed.
 */
export async function afterMoney(scope: Scope, sale: Sale): Promise<{ owedMinor: number; status: SaleStatus }> {
  const { tx, tenantId } = scope;
  const standing = await standingOf(scope, sale.id);
  const { owedMinor } = standing;
  const closes = sale.status === "open" && owedMinor <= 0;
  const reopens = sale.status === "closed" && owedMinor > 0;
  const at = now().toISOString();
  if (closes || reopens)
    await tx.execute(sql`
      update sales set status = ${closes ? "closed" : "open"}, closed_at = ${closes ? at : null}
      where tenant_id = ${tenantId} and id = ${sale.id}`);
  await squareOverpaid(scope, sale);
  await keepVisitPaid(scope, sale, standing);
  // A deposit may come after its sale was paid otherwise.
  if (closes || (sale.status === "closed" && !reopens)) await giveBackRest(scope, sale);
  if (closes) recordEvent(scope, { name: "sale.closed", ...factsOf(sale) });
  if (reopens) recordEvent(scope, { name: "sale.reopened", ...factsOf(sale), amountMinor: owedMinor });
  return { owedMinor, status: closes ? "closed" : reopens ? "open" : sale.status };
}

/** What is told of a sale. */
export const factsOf = ({ id, number, totalMinor, currency, customerId }: Sale) => ({
  saleId: id,
  number,
  amountMinor: totalMinor,
  currency,
  customerId,
});

/** Of what was paid, the part that was for the visit's own work. */
export async function keepVisitPaid(scope: Scope, sale: Sale, known?: Standing): Promise<void> {
  const { tx, tenantId } = scope;
  if (!sale.visitId && !sale.bookingId) return;
  const { claim, owedMinor } = known ?? (await standingOf(scope, sale.id));
  const total = claimTotal(claim);
  const paid = total - owedMinor;
  const [row] = await tx.execute<{ minor: string }>(sql`
    select coalesce(sum(quantity * unit_minor - discount_minor), 0) as minor from sale_lines
    where tenant_id = ${tenantId} and sale_id = ${sale.id} and of_line_id is not null`);
  const work = Math.min(Number(row?.minor ?? 0), total);
  const [part = 0] = shareOut(Math.max(0, Math.min(paid, total)), [work, total - work]);
  await tx.execute(sql`
    update visits set paid_minor = least(total_minor, ${part})
    where tenant_id = ${tenantId} and (id = ${sale.visitId} or booking_id = ${sale.bookingId})`);
}
