import { and, eq, sql } from "drizzle-orm";
import { saleLines, sales } from "@/db/schema/till";
import { recordEvent } from "@/lib/events/record-event";
import { lookAtShelf, type NotEnough, takeFromShelf } from "@/lib/inventory/sell-from-shelf";
import { claimTotal, saleBecame } from "@/lib/payments/ledger";
import { lockSale } from "@/lib/payments/lock-sale";
import { recordEntries } from "@/lib/payments/record-entries";
import { type KeyReused, once } from "@/lib/platform/once";
import { ok, type Result, refuse } from "@/lib/platform/result";
import type { Scope } from "@/lib/tenancy/scope";
import { lookAtVoucher, takeVoucher, type VoucherRefusal } from "@/lib/vouchers/take-voucher";
import type { ChangeSaleInput } from "./input";
import { afterMoney, factsOf } from "./internal/after-money";
import { countDeposit } from "./internal/count-deposit";
import { mayLetOff } from "./internal/may-let-off";
import { type LinesRefusal, soldLines } from "./internal/sold-lines";
import { billColumns, writeLines } from "./internal/write-sale";
import type { Saved } from "./open-sale";
import { priceSale } from "./price";
import { standingOf } from "./standing-of";

export type ChangeSaleRefusal =
  | NotEnough
  | LinesRefusal
  | KeyReused
  | VoucherRefusal
  | { refusal: "unknown_sale" }
  | { refusal: "not_open" }
  /** Somebody has changed it since it was seen. */
  | { refusal: "moved_on" }
  | { refusal: "discount_too_big" }
  /** More than that was paid already, or is being asked for: it is given back first. */
  | { refusal: "paid_more" }
  /** A part of it was given back: what is charged is no longer what its lines say. */
  | { refusal: "returned" };

/** While it is open, something else is sold: the ledger is told the difference. */
export async function changeSale(scope: Scope, wish: ChangeSaleInput): Promise<Result<Saved, ChangeSaleRefusal>> {
  const sale = await lockSale(scope, wish.saleId);
  if (!sale) return refuse("unknown_sale");
  return once<Saved, ChangeSaleRefusal>(scope, "sale-changes", wish, async () => {
    if (sale.status !== "open") return refuse("not_open");
    if (sale.revision !== wish.revision) return refuse("moved_on");
    const [lines, before, held] = await Promise.all([
      soldLines(scope, wish, { saleId: sale.id, bookingId: sale.bookingId, visitId: sale.visitId }),
      standingOf(scope, sale.id),
      heldNow(scope, sale.id),
    ]);
    if (!lines.ok) return lines;
    const used = await lookAtVoucher(scope, {
      ...{ code: wish.voucher, saleId: sale.id, customerId: sale.customerId, lines: lines.value },
    });
    if (!used.ok) return used;
    const { vatPercent } = sale;
    const bill = priceSale({ ...wish, lines: lines.value, voucherOff: used.value?.off, vatPercent });
    if (!mayLetOff(scope, bill, held)) return refuse("discount_too_big");
    // What of a deposit is too much goes back to the booking by itself; other money does not.
    const paidMinor = claimTotal(before.claim) - sale.owedMinor - before.depositMinor;
    if (held.returned) return refuse("returned");
    if (bill.totalMinor < paidMinor + held.askedMinor) return refuse("paid_more");
    const gift = used.value?.voucher.productId;
    const taken = await lookAtShelf(scope, { saleId: sale.id, lines: lines.value, gift, below: wish.belowStock });
    if (!taken.ok) return taken;
    const customerId = sale.customerId ?? used.value?.voucher.customerId ?? null;
    const changed = { ...sale, customerId, revision: sale.revision + 1, totalMinor: bill.totalMinor };
    const { tx, tenantId } = scope;
    await tx.delete(saleLines).where(and(eq(saleLines.tenantId, tenantId), eq(saleLines.saleId, sale.id)));
    await Promise.all([
      writeLines(scope, sale.id, lines.value, bill),
      tx
        .update(sales)
        .set({
          ...billColumns(bill, wish.discountReason, used.value?.voucher.name),
          ...{ customerId, revision: changed.revision },
        })
        .where(and(eq(sales.tenantId, tenantId), eq(sales.id, sale.id))),
    ]);
    await takeFromShelf(scope, sale.id, taken.value);
    await takeVoucher(scope, sale.id, used.value, held.voucherId);
    const entries = saleBecame(before.claim, bill.claim);
    if (entries.length > 0)
      await recordEntries(scope, {
        kind: "sale",
        source: `sale ${sale.id} ${changed.revision}`,
        entries,
        currency: sale.currency,
        timeZone: sale.timeZone,
        saleId: sale.id,
        bookingId: sale.bookingId ?? undefined,
      });
    await countDeposit(scope, changed, await standingOf(scope, sale.id));
    recordEvent(scope, { name: "sale.changed", ...factsOf(changed) });
    const { owedMinor, status } = await afterMoney(scope, changed);
    return ok({
      id: sale.id,
      number: sale.number,
      revision: changed.revision,
      status: status as Saved["status"],
      owedMinor,
    });
  });
}

/** What it holds by now: what is let off, its voucher, prompts that are on their way, and something that was given back. */
async function heldNow({ tx, tenantId }: Scope, saleId: string) {
  const [row] = await tx.execute<{
    asked: string;
    discount: string;
    subtotal: string;
    returned: boolean;
    voucherId: string | null;
    voucher: string | null;
  }>(sql`
    select s.discount_minor as discount, s.subtotal_minor as subtotal, v.id as "voucherId", v.off_minor as voucher,
      (select coalesce(sum(p.amount_minor), 0) from payments p where p.tenant_id = s.tenant_id and p.sale_id = s.id
        and p.method = 'prompt' and p.status in ('created', 'submitting', 'pending', 'unknown')) as asked,
      exists (select from refunds r where r.tenant_id = s.tenant_id and r.sale_id = s.id and r.status <> 'withdrawn'
        and r.why = 'returned') as returned
    from sales s left join vouchers v on v.tenant_id = s.tenant_id and v.sale_id = s.id
    where s.tenant_id = ${tenantId} and s.id = ${saleId}`);
  return {
    voucherId: row?.voucherId ?? null,
    voucherMinor: Number(row?.voucher ?? 0),
    askedMinor: Number(row?.asked ?? 0),
    discountMinor: Number(row?.discount ?? 0),
    subtotalMinor: Number(row?.subtotal ?? 0),
    returned: row?.returned ?? false,
  };
}
