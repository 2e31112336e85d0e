import { sql } from "drizzle-orm";
import { recordEvent } from "@/lib/events/record-event";
import { now } from "@/lib/platform/clock";
import type { Scope } from "@/lib/tenancy/scope";
import { type Tender, wasGivenBack } from "../ledger";
import { recordEntries } from "../record-entries";
import { doubt } from "./doubt";
import { lockPayment } from "./payment";

type Done = {
  method: "reversal" | "mpesa" | "cash" | "card" | "other";
  receipt: string | null;
  approvedBy?: string | null;
};

type Row = {
  why: "cancelled" | "declined" | "late" | "returned" | "overpaid";
  amount_minor: string;
  currency: string;
  payment_id: string | null;
  booking_id: string | null;
  sale_id: string | null;
  time_zone: string;
};

const owedOn = {
  cancelled: "deposits",
  declined: "deposits",
  late: "unclaimed",
  returned: "customers",
  overpaid: "customers",
} as const;

const from: Record<Done["method"], Tender> = {
  reversal: "mpesa",
  mpesa: "mpesa",
  cash: "cash",
  card: "card",
  other: "other",
};

/** It has been given back: the row and the ledger, once. */
export async function refundWasPaid(scope: Scope, id: string, { method, receipt, approvedBy }: Done): Promise<void> {
  const [row] = await scope.tx.execute<Row>(sql`
    update refunds r set status = 'done', method = ${method}, receipt = ${receipt}, done_at = ${now().toISOString()}, note = '',
      approved_by = coalesce(${approvedBy ?? null}, approved_by)
    from tenants t where t.id = r.tenant_id and r.tenant_id = ${scope.tenantId} and r.id = ${id} and r.status <> 'done'
    returning r.why, r.amount_minor, r.currency, r.payment_id, r.booking_id, r.sale_id, t.time_zone`);
  if (!row) return;
  const isNew = await recordEntries(scope, {
    kind: "refund",
    source: `refund ${id}`,
    // What a sale did not need of a deposit still lies with the deposits.
    entries: wasGivenBack(
      row.why === "overpaid" && row.booking_id ? "deposits" : owedOn[row.why],
      from[method],
      Number(row.amount_minor),
    ),
    currency: row.currency,
    timeZone: row.time_zone,
    refundId: id,
    paymentId: row.payment_id ?? undefined,
    bookingId: row.booking_id ?? undefined,
    saleId: row.sale_id ?? undefined,
  });
  if (!isNew) throw new Error(`refund ${id} stands in the ledger already`);
  recordEvent(scope, { name: "refund.changed", refundId: id });
}

/** By hand, and by Safaricom as well: the second one is owed to the house, and a person has to ask for it. */
export async function wasPaidTwice(scope: Scope, id: string): Promise<void> {
  const [row] = await scope.tx.execute<Pick<Row, "amount_minor" | "currency" | "payment_id" | "time_zone">>(sql`
    update refunds r set note = 'given back twice: by hand, and by M-Pesa'
    from tenants t where t.id = r.tenant_id and r.tenant_id = ${scope.tenantId} and r.id = ${id}
    returning r.amount_minor, r.currency, r.payment_id, t.time_zone`);
  const isNew = await recordEntries(scope, {
    kind: "refund",
    source: `refund ${id} again`,
    entries: wasGivenBack("unclaimed", "mpesa", Number(row!.amount_minor)),
    currency: row!.currency,
    timeZone: row!.time_zone,
    refundId: id,
  });
  const payment = isNew && row!.payment_id ? await lockPayment(scope, row!.payment_id) : null;
  if (payment) await doubt(scope, payment, "refunded_twice");
  recordEvent(scope, { name: "refund.changed", refundId: id });
}
