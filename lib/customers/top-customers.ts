import { type SQL, sql } from "drizzle-orm";
import { actorMay } from "@/lib/auth/actor-may";
import { headOf, writePosition } from "@/lib/tenancy/head";
import type { Scope } from "@/lib/tenancy/scope";
import { nameless } from "./customer-by-phone";
import { cameBack, rhythm, segmentWhere } from "./segments";

export type TopBy = "visits" | "spend" | "risk";

export type TopCustomer = {
  id: string;
  name: string;
  phone: string | null;
  visits: number;
  spentMinor: number;
  lastVisit: string;
  /** As a rule they come every so many days. */
  everyDays: number;
};

export type TopCustomers = { by: TopBy; currency: string; items: TopCustomer[]; position: string };

const most = 25;

const inOrder: Record<TopBy, SQL> = {
  visits: sql`s.visits desc, s.spent desc`,
  spend: sql`s.spent desc, s.visits desc`,
  // Of those who stay away, first who would be missed most.
  risk: sql`s.spent desc, s.visits desc`,
};

/** Who comes most, who pays most, and who is about to stay away. */
export async function topCustomers(scope: Scope, by: TopBy): Promise<TopCustomers> {
  const { actor, tenantId, tx } = scope;
  const mayCall = actorMay(actor, "customers.contact");
  type Row = Omit<TopCustomer, "spentMinor"> & { spent: string };
  const [head, [house], rows] = await Promise.all([
    headOf(scope),
    tx.execute<{ currency: string }>(sql`select currency from tenants where id = ${tenantId}`),
    tx.execute<Row>(sql`
      select c.id, c.name, ${mayCall ? sql`c.phone` : sql`null`} as phone, s.visits, s.spent, s.last as "lastVisit",
        round(${rhythm})::int as "everyDays"
      from ${cameBack(scope)} s join customers c on c.tenant_id = ${tenantId} and c.id = s.customer_id
      where c.archived_at is null and c.name <> ${nameless}
        ${by === "risk" ? sql`and s.visits >= 2 and ${segmentWhere(scope, "lapsing")}` : sql``}
      order by ${inOrder[by]}, lower(c.name), c.id limit ${most}`),
  ]);
  return {
    by,
    currency: house!.currency,
    items: rows.map(({ spent, ...row }) => ({
      ...row,
      spentMinor: Number(spent),
      lastVisit: new Date(row.lastVisit).toISOString(),
    })),
    position: writePosition(head),
  };
}
