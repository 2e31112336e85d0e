import { sql } from "drizzle-orm";
import { isDuplicate } from "@/db/errors";
import { accessTokens } from "@/db/schema/requests";
import { sales } from "@/db/schema/till";
import { isGone } from "@/lib/customers/gone";
import { recordEvent } from "@/lib/events/record-event";
import { lookAtShelf, type NotEnough, takeFromShelf } from "@/lib/inventory/sell-from-shelf";
import { noClaim, saleBecame } from "@/lib/payments/ledger";
import type { LockedSale } from "@/lib/payments/lock-sale";
import { recordEntries } from "@/lib/payments/record-entries";
import { now } from "@/lib/platform/clock";
import { newId } from "@/lib/platform/ids";
import { type KeyReused, once } from "@/lib/platform/once";
import { ok, type Result, refuse } from "@/lib/platform/result";
import type { Scope } from "@/lib/tenancy/scope";
import { lookAtVoucher, takeVoucher, type VoucherRefusal } from "@/lib/vouchers/take-voucher";
import type { OpenSaleInput } from "./input";
import { aboutOf } from "./internal/about";
import { afterMoney, factsOf } from "./internal/after-money";
import { countDeposit } from "./internal/count-deposit";
import { lockTill } from "./internal/lock-till";
import { mayLetOff } from "./internal/may-let-off";
import { type LinesRefusal, soldLines } from "./internal/sold-lines";
import { billColumns, writeLines } from "./internal/write-sale";
import { priceSale } from "./price";
import { receiptTokenHash } from "./receipt-token";
import { standingOf } from "./standing-of";

export type Saved = { id: string; number: number; revision: number; status: "open" | "closed"; owedMinor: number };
export type OpenRefusal =
  | LinesRefusal
  | NotEnough
  | KeyReused
  | VoucherRefusal
  | { refusal: "unknown_booking" }
  | { refusal: "unknown_customer" }
  /** Somebody has charged it before. */
  | { refusal: "charged_already"; saleId: string }
  | { refusal: "discount_too_big" };

/** Something is sold: numbered, priced, and owed from now on. The deposit of its booking is used by itself. */
export async function openSale(scope: Scope, wish: OpenSaleInput): Promise<Result<Saved, OpenRefusal>> {
  const till = await lockTill(scope);
  return once<Saved, OpenRefusal>(scope, "sales", wish, async () => {
    const about = await chargedFor(scope, wish);
    if (!about.ok) return about;
    const lines = await soldLines(scope, wish, about.value);
    if (!lines.ok) return lines;
    const { vatPercent, currency, timeZone } = till;
    const used = await lookAtVoucher(scope, {
      ...{ code: wish.voucher, saleId: null, customerId: about.value.customerId, lines: lines.value },
    });
    if (!used.ok) return used;
    const bill = priceSale({ ...wish, lines: lines.value, voucherOff: used.value?.off, vatPercent });
    if (!mayLetOff(scope, bill)) return refuse("discount_too_big");
    const gift = used.value?.voucher.productId;
    const taken = await lookAtShelf(scope, { saleId: null, lines: lines.value, gift, below: wish.belowStock });
    if (!taken.ok) return taken;
    const { actor, tx, tenantId } = scope;
    const sale: LockedSale = {
      id: newId(),
      number: till.lastNumber + 1,
      status: "open",
      ...about.value,
      customerId: about.value.customerId ?? used.value?.voucher.customerId ?? null,
      totalMinor: bill.totalMinor,
      vatPercent,
      revision: 0,
      currency,
      timeZone,
      owedMinor: bill.totalMinor,
    };
    try {
      await tx.transaction(async (savepoint) => {
        const { timeZone: _, owedMinor: __, ...row } = sale;
        await savepoint.insert(sales).values({
          ...row,
          ...billColumns(bill, wish.discountReason, used.value?.voucher.name),
          tenantId,
          byUserId: actor.kind === "member" ? actor.userId : null,
          createdAt: now(),
        });
      });
    } catch (error) {
      if (isDuplicate(error, "sales_of_booking") || isDuplicate(error, "sales_of_visit"))
        return refuse("charged_already", { saleId: await chargedBy(scope, about.value) });
      throw error;
    }
    await tx.execute(sql`update tills set last_number = ${sale.number} where tenant_id = ${tenantId}`);
    await writeLines(scope, sale.id, lines.value, bill);
    await takeFromShelf(scope, sale.id, taken.value);
    await takeVoucher(scope, sale.id, used.value, null);
    await tx.insert(accessTokens).values({
      hash: receiptTokenHash(sale.id),
      tenantId,
      kind: "receipt",
      subjectId: sale.id,
      createdAt: now(),
    });
    const entries = saleBecame(noClaim, bill.claim);
    if (entries.length > 0)
      await recordEntries(scope, {
        kind: "sale",
        source: `sale ${sale.id} 0`,
        entries,
        currency,
        timeZone,
        saleId: sale.id,
        bookingId: sale.bookingId ?? undefined,
      });
    await countDeposit(scope, sale, await standingOf(scope, sale.id));
    recordEvent(scope, { name: "sale.opened", ...factsOf(sale) });
    const { owedMinor, status } = await afterMoney(scope, sale);
    return ok({ id: sale.id, number: sale.number, revision: 0, status: status as Saved["status"], owedMinor });
  });
}

type About = { bookingId: string | null; visitId: string | null; customerId: string | null };

/** Whom it is for, and what it is of: a visit with its booking, or a booking with its visit if it has become one. */
async function chargedFor(
  scope: Scope,
  wish: OpenSaleInput,
): Promise<Result<About, { refusal: "unknown_booking" } | { refusal: "unknown_customer" }>> {
  const { bookingId = null, visitId = null, customerId = null } = wish;
  if (!bookingId && !visitId) {
    if (!customerId) return ok({ bookingId, visitId, customerId });
    const [known] = await scope.tx.execute(sql`
      select 1 from customers c where c.tenant_id = ${scope.tenantId} and c.id = ${customerId}
        and not ${isGone({ tenantId: sql`c.tenant_id`, id: sql`c.id` })}`);
    return known ? ok({ bookingId, visitId, customerId }) : refuse("unknown_customer");
  }
  const [found] = await scope.tx.execute<About>(sql`
    select a.visit_id as "visitId", a.booking_id as "bookingId", a.customer_id as "customerId"
    from (${aboutOf(scope, { bookingId, visitId })}) a`);
  const known = found && (visitId ? found.visitId : found.bookingId);
  return known ? ok(found) : refuse("unknown_booking");
}

async function chargedBy({ tx, tenantId }: Scope, { bookingId, visitId }: About): Promise<string> {
  const [row] = await tx.execute<{ id: string }>(sql`
    select id from sales where tenant_id = ${tenantId} and status <> 'voided'
      and (booking_id = ${bookingId} or visit_id = ${visitId}) limit 1`);
  return row!.id;
}
