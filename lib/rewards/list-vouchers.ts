import { type SQL, sql } from "drizzle-orm";
import type { RewardKind, VoucherOrigin, VoucherStatus } from "@/db/schema/rewards";
import { headOf, writePosition } from "@/lib/tenancy/head";
import type { Scope } from "@/lib/tenancy/scope";
import type { VouchersQuery } from "./input";

export type ListedVoucher = {
  id: string;
  customer: { id: string; name: string };
  /** Its first half: whoever reads the list holds nobody's code. */
  code: string;
  name: string;
  kind: RewardKind;
  status: VoucherStatus;
  origin: VoucherOrigin;
  reason: string;
  points: number;
  visits: number;
  offMinor: number;
  currency: string;
  saleId: string | null;
  saleNumber: number | null;
  expiresAt: string;
  createdAt: string;
  redeemedAt: string | null;
  by: string | null;
};
export type VoucherList = { vouchers: ListedVoucher[]; nextCursor: string | null; position: string };
type Row = Omit<ListedVoucher, "customer" | "offMinor"> & {
  customerId: string;
  customerName: string;
  offMinor: string;
  place: string;
};

const pageSize = 50;

/** Whose codes stand open, and what became of the others; the newest first. */
export async function listVouchers(scope: Scope, { status, customer, cursor }: VouchersQuery): Promise<VoucherList> {
  const head = await headOf(scope);
  const [at = null, id = null] = cursor?.split(" ") ?? [];
  const rows = await readVouchers(
    scope,
    sql`(${status ?? null}::text is null or v.status = ${status ?? null})
      and (${customer ?? null}::uuid is null or v.customer_id = ${customer ?? null})
      and (${at}::timestamptz is null or (v.created_at, v.id) < (${at}::timestamptz, ${id}::uuid))
      order by v.created_at desc, v.id desc limit ${pageSize + 1}`,
  );
  const page = rows.slice(0, pageSize);
  const last = page.at(-1);
  return {
    vouchers: page.map(shown),
    nextCursor: rows.length > pageSize && last ? `${last.place} ${last.id}` : null,
    position: writePosition(head),
  };
}

/** One, or null when there is none. */
export async function getVoucher(scope: Scope, id: string): Promise<ListedVoucher | null> {
  const [row] = await readVouchers(scope, sql`v.id = ${id}`);
  return row ? shown(row) : null;
}

const readVouchers = ({ tx, tenantId }: Scope, where: SQL) =>
  tx.execute<Row>(sql`
    select v.id, c.id as "customerId", c.name as "customerName", left(v.code, 4) || '-····' as code, v.name, v.kind,
      v.status, v.origin, v.reason, v.points, v.visits, v.off_minor as "offMinor", r.currency, v.sale_id as "saleId",
      s.number as "saleNumber", v.expires_at as "expiresAt", v.created_at as "createdAt", v.redeemed_at as "redeemedAt",
      u.name as by, to_char(v.created_at at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as place
    from vouchers v
    join customers c on c.tenant_id = v.tenant_id and c.id = v.customer_id
    join rewards r on r.tenant_id = v.tenant_id and r.id = v.reward_id
    left join sales s on s.tenant_id = v.tenant_id and s.id = v.sale_id
    left join users u on u.id = v.by_user_id
    where v.tenant_id = ${tenantId} and ${where}`);

const iso = (at: string) => new Date(at).toISOString();

const shown = ({ customerId, customerName, place: _, ...row }: Row): ListedVoucher => ({
  ...row,
  customer: { id: customerId, name: customerName },
  offMinor: Number(row.offMinor),
  expiresAt: iso(row.expiresAt),
  createdAt: iso(row.createdAt),
  redeemedAt: row.redeemedAt && iso(row.redeemedAt),
});
