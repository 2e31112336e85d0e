import { type SQL, sql } from "drizzle-orm";
import type { PaymentMethod, PaymentStatus, Proof } from "@/db/schema/payments";
import type { Scope } from "@/lib/tenancy/scope";

/** A payment in a list. */
export type PaymentItem = {
  id: string;
  /** When it was asked for or typed in. */
  at: string;
  settledAt: string | null;
  amountMinor: number;
  currency: string;
  status: PaymentStatus;
  method: PaymentMethod;
  proof: Proof | null;
  receipt: string | null;
  /** The code that a payer says they have, while M-Pesa is asked about it. */
  claimed: string | null;
  resultCode: string | null;
  doubt: string | null;
  purpose: "deposit" | "sale" | "subscription";
  bookingId: string | null;
  bookingReference: string | null;
  saleId: string | null;
  saleNumber: number | null;
  customerName: string | null;
  /** Who asked for it or typed it in; null where the customer did. */
  byName: string | null;
};

export type PaymentRow = Record<"id" | "created_at" | "amount_minor" | "currency", string> &
  Record<
    | "settled_at"
    | "receipt"
    | "claimed"
    | "result_code"
    | "doubt"
    | "booking_id"
    | "booking_reference"
    | "sale_id"
    | "customer_name"
    | "by_name",
    string | null
  > & {
    sale_number: number | null;
    status: PaymentStatus;
    method: PaymentMethod;
    proof: Proof | null;
    purpose: "deposit" | "sale" | "subscription";
  };

/** What of a payment `p` is shown, for a statement that groups nothing. */
export const paymentColumns = ({
  tenantId,
}: Scope): SQL => sql`p.id, p.created_at, p.settled_at, p.amount_minor, p.currency,
  p.status, p.method, p.proof, p.receipt, p.claimed, p.result_code, p.doubt, p.purpose, p.booking_id, p.sale_id,
  (select b.reference from bookings b where b.tenant_id = ${tenantId} and b.id = p.booking_id) as booking_reference,
  (select s.number from sales s where s.tenant_id = ${tenantId} and s.id = p.sale_id) as sale_number,
  (select c.name from customers c where c.tenant_id = ${tenantId} and c.id = p.customer_id) as customer_name,
  (select u.name from users u where u.id = p.by_user_id) as by_name`;

export const instantOf = (at: string | null): string | null => (at ? new Date(at).toISOString() : null);

export const paymentItem = (row: PaymentRow): PaymentItem => ({
  id: row.id,
  at: new Date(row.created_at).toISOString(),
  settledAt: instantOf(row.settled_at),
  amountMinor: Number(row.amount_minor),
  currency: row.currency,
  status: row.status,
  method: row.method,
  proof: row.proof,
  receipt: row.receipt,
  claimed: row.claimed,
  resultCode: row.result_code,
  doubt: row.doubt,
  purpose: row.purpose,
  bookingId: row.booking_id,
  bookingReference: row.booking_reference,
  saleId: row.sale_id,
  saleNumber: row.sale_number,
  customerName: row.customer_name,
  byName: row.by_name,
});
