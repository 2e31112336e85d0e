import { sql } from "drizzle-orm";
import { holdBooking } from "@/lib/bookings/hold-booking";
import { now } from "@/lib/platform/clock";
import type { Scope } from "@/lib/tenancy/scope";
import { lockSale } from "../lock-sale";
import { holdInvoice } from "./hold-invoice";

/** What a payment is for. A booking says itself how much. */
export type PaidFor = { bookingId: string } | { saleId: string; amountMinor: number } | ForInvoice;
/** A business owes the platform so much; its invoice stands in its own rows. Asked in the platform's scope. */
export type ForInvoice = { invoiceId: string; businessId: string; amountMinor: number; currency: string };

export type Owed = {
  bookingId: string | null;
  saleId: string | null;
  invoiceId?: string;
  businessId?: string;
  customerId: string | null;
  amountMinor: number;
  currency: string;
  /** The booking's own code, and the how-manieth payment of it this would be. */
  reference: string | null;
  attempt: number;
};

export const purposeOf = ({ bookingId, saleId }: Owed) => (bookingId ? "deposit" : saleId ? "sale" : "subscription");

type NotOwed = { refusal: "nothing_due" } | { refusal: "hold_over" };

/** What is to be paid, with the lock of what it is for: two payments of one thing come one after the other. */
export const owedFor = (scope: Scope, wish: PaidFor): Promise<Owed | NotOwed> =>
  "bookingId" in wish
    ? owedForBooking(scope, wish.bookingId)
    : "saleId" in wish
      ? owedForSale(scope, wish)
      : owedForInvoice(scope, wish);

/** What is open is known where the invoice stands; here it is known whether it was paid. */
async function owedForInvoice(scope: Scope, { invoiceId, businessId, amountMinor, currency }: ForInvoice) {
  await holdInvoice(scope, invoiceId);
  const [paid] = await scope.tx.execute(sql`
    select 1 from payments where tenant_id = ${scope.tenantId} and invoice_id = ${invoiceId}
      and status in ('paid', 'paid_late')`);
  if (paid || amountMinor < 1) return { refusal: "nothing_due" as const };
  return {
    ...{ bookingId: null, saleId: null, invoiceId, businessId, customerId: null },
    ...{ amountMinor, currency, reference: null, attempt: 1 },
  };
}

type BookingRow = {
  deposit: string | null;
  deposit_minor: string;
  currency: string;
  customer_id: string;
  reference: string;
  status: string;
  expires_at: string | null;
};

async function owedForBooking(scope: Scope, id: string): Promise<Owed | NotOwed> {
  const { tx, tenantId, actor } = scope;
  await holdBooking(scope, id);
  const mine = actor.kind === "customer" ? sql`and customer_id = ${actor.customerId}` : sql``;
  const [row] = await tx.execute<BookingRow>(sql`
    select deposit, deposit_minor, currency, customer_id, reference, status, expires_at from bookings
    where tenant_id = ${tenantId} and id = ${id} ${mine}`);
  if (row?.deposit !== "due") return { refusal: "nothing_due" };
  const isHeld = row.status === "held" && Date.parse(row.expires_at ?? "") > now().getTime();
  if (!isHeld) return { refusal: "hold_over" };
  return {
    bookingId: id,
    saleId: null,
    customerId: row.customer_id,
    amountMinor: Number(row.deposit_minor),
    currency: row.currency,
    reference: row.reference,
    attempt: await attemptsAt(tx, tenantId, id),
  };
}

async function attemptsAt(tx: Scope["tx"], tenantId: string, bookingId: string): Promise<number> {
  const [row] = await tx.execute<{ n: number }>(
    sql`select count(*)::int + 1 as n from payments where tenant_id = ${tenantId} and booking_id = ${bookingId}`,
  );
  return row!.n;
}

/** As much of a sale as is not paid yet, and no more; read once nobody else changes it any more. */
async function owedForSale(
  scope: Scope,
  { saleId, amountMinor }: { saleId: string; amountMinor: number },
): Promise<Owed | NotOwed> {
  const sale = await lockSale(scope, saleId);
  if (!sale || sale.status === "voided" || amountMinor < 1 || amountMinor > sale.owedMinor)
    return { refusal: "nothing_due" };
  return {
    ...{ bookingId: null, saleId, customerId: sale.customerId },
    ...{ amountMinor, currency: sale.currency, reference: null, attempt: 1 },
  };
}
