import { sql } from "drizzle-orm";
import { recordEvent } from "@/lib/events/record-event";
import { now } from "@/lib/platform/clock";
import type { Scope } from "@/lib/tenancy/scope";
import { type Tender, wasGivenBack } from "../ledger";
import { recordEntries } from "../record-entries";

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
  await recordEntries(scope, {
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
  recordEvent(scope, { name: "refund.changed", refundId: id });
}
