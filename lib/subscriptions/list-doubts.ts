import { platformPool } from "@/db/platform-client";
import { platformTenantId } from "@/lib/tenancy/platform-tenant";

/** Money of the platform's that a person has to look at. */
export type Doubt = {
  /** Of a payment that something is odd about; null for money that came in and is for nothing known. */
  paymentId: string | null;
  doubt: string | null;
  receipt: string | null;
  business: string | null;
  amountMinor: number;
  currency: string;
  reference: string;
  at: string;
};

type Row = Omit<Doubt, "amountMinor" | "at"> & { minor: string; at: Date };
const most = 50;

/** Newest first: payments for subscriptions that are doubtful, and what came to the platform's number unasked. */
export async function listDoubts(): Promise<Doubt[]> {
  const { rows } = await platformPool().query<Row>(
    `select p.id as "paymentId", p.doubt, p.receipt, t.name as business, p.amount_minor as minor, p.currency,
        coalesce(p.reference, '') as reference, p.created_at as at
      from payments p left join tenants t on t.id = p.business_id where p.tenant_id = $1 and p.doubt is not null
      union all
      select null, null, m.receipt, null, m.amount_minor, 'KES', m.reference, m.paid_at from mpesa_receipts m
      where m.tenant_id = $1 and m.payment_id is null and m.settled_as is null and not exists (
        select from payments p where p.tenant_id = m.tenant_id and p.receipt = m.receipt)
      order by at desc limit ${most}`,
    [platformTenantId],
  );
  return rows.map(({ minor, at, ...row }) => ({ ...row, amountMinor: Number(minor), at: at.toISOString() }));
}
