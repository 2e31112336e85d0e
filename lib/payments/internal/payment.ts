import { sql } from "drizzle-orm";
import type { PaymentMethod, PaymentStatus, Proof } from "@/db/schema/payments";
import { holdBooking } from "@/lib/bookings/hold-booking";
import type { Scope } from "@/lib/tenancy/scope";
import { isOpen, isPaid } from "../rules";
import { holdInvoice } from "./hold-invoice";

export type Payment = {
  id: string;
  purpose: "deposit" | "sale" | "subscription";
  bookingId: string | null;
  saleId: string | null;
  invoiceId: string | null;
  businessId: string | null;
  customerId: string | null;
  method: PaymentMethod;
  amountMinor: number;
  currency: string;
  status: PaymentStatus;
  phone: string | null;
  reference: string | null;
  merchantRequestId: string | null;
  checkoutRequestId: string | null;
  receipt: string | null;
  claimed: string | null;
  doubt: string | null;
  proof: Proof | null;
  askedAt: Date | null;
  looks: number;
  saidPaid: number;
  timeZone: string;
};

type Row = Record<"id" | "currency" | "amount_minor" | "time_zone", string> &
  Record<
    | "booking_id"
    | "sale_id"
    | "invoice_id"
    | "business_id"
    | "customer_id"
    | "phone"
    | "reference"
    | "merchant_request_id"
    | "checkout_request_id"
    | "receipt"
    | "claimed"
    | "doubt"
    | "asked_at",
    string | null
  > & {
    purpose: Payment["purpose"];
    method: PaymentMethod;
    status: PaymentStatus;
    proof: Proof | null;
    looks: number;
    said_paid: number;
  };

/**
 * A payment that nobody else changes until this transaction ends. What it is for is locked before it, as by everybody who
 * begins there.
 */
export async function lockPayment(scope: Scope, id: string): Promise<Payment | null> {
  const { tx, tenantId } = scope;
  const [about] = await tx.execute<Record<"booking_id" | "sale_id" | "invoice_id", string | null>>(sql`
    select booking_id, sale_id, invoice_id from payments where tenant_id = ${tenantId} and id = ${id}`);
  if (!about) return null;
  if (about.booking_id) await holdBooking(scope, about.booking_id);
  else if (about.invoice_id) await holdInvoice(scope, about.invoice_id);
  else await tx.execute(sql`select 1 from sales where tenant_id = ${tenantId} and id = ${about.sale_id} for update`);
  const [row] = await tx.execute<Row>(sql`
    select p.*, t.time_zone from payments p join tenants t on t.id = p.tenant_id
    where p.tenant_id = ${tenantId} and p.id = ${id} for update of p`);
  return row ? paymentOf(row) : null;
}

const paymentOf = (row: Row): Payment => ({
  id: row.id,
  purpose: row.purpose,
  bookingId: row.booking_id,
  saleId: row.sale_id,
  invoiceId: row.invoice_id,
  businessId: row.business_id,
  customerId: row.customer_id,
  method: row.method,
  amountMinor: Number(row.amount_minor),
  currency: row.currency,
  status: row.status,
  phone: row.phone,
  reference: row.reference,
  merchantRequestId: row.merchant_request_id,
  checkoutRequestId: row.checkout_request_id,
  receipt: row.receipt,
  claimed: row.claimed,
  doubt: row.doubt,
  proof: row.proof,
  askedAt: row.asked_at ? new Date(row.asked_at) : null,
  looks: row.looks,
  saidPaid: row.said_paid,
  timeZone: row.time_zone,
});

/** What every event about a payment says. */
export const factsOf = (payment: Payment) => {
  const { id, bookingId, saleId, customerId, amountMinor, currency, invoiceId, businessId } = payment;
  return {
    paymentId: id,
    bookingId,
    saleId,
    customerId,
    amountMinor,
    currency,
    ...(invoiceId && businessId ? { invoiceId, businessId } : {}),
  };
};

/** What a callback says of a payment that was over, and nobody could believe by itself, is asked about once more. */
export const saidPaidAfterAll = "said_paid";

/** Safaricom is still asked about it. */
export const isAskedAbout = ({ status, doubt }: Payment): boolean =>
  isOpen(status) || (doubt === saidPaidAfterAll && !isPaid(status));
