import { sql } from "drizzle-orm";
import { localDate } from "@/lib/platform/calendar";
import { now } from "@/lib/platform/clock";
import { headOf, writePosition } from "@/lib/tenancy/head";
import { houseOf } from "@/lib/tenancy/house-of";
import type { Scope } from "@/lib/tenancy/scope";
import { cursorOf, isoOf, pageRows, pastCursor } from "./internal/pages";
import { periodRows } from "./internal/period-rows";
import { periodOf } from "./period";
import type { ReferralRowsAnswer } from "./report-answers";
import type { ReferralRowsQuery } from "./rows-input";

type Row = ReferralRowsAnswer["items"][number] & { id: string };

/** Who came by a code, the latest first, page by page; of one who brought friends, or of all. */
export async function listReferralRows(
  scope: Scope,
  { cursor, referrer, ...query }: ReferralRowsQuery,
): Promise<ReferralRowsAnswer> {
  const { tx, tenantId } = scope;
  const head = await headOf(scope);
  const { timeZone } = await houseOf(scope);
  const period = periodOf(query, localDate(now(), timeZone));
  const rows = await tx.execute<Row>(sql`
    select * from (select f.customer_id as id, f.customer_id as "customerId", c.name, f.referrer_id as "referrerId",
        g.name as referrer, ${isoOf(sql`f.created_at`)} as at, f.sale_id is not null as "hasPaid", f.points
      from ${periodRows([period], timeZone)} join referrals f on f.tenant_id = ${tenantId}
        and f.created_at >= p.starts and f.created_at < p.ends ${referrer ? sql`and f.referrer_id = ${referrer}` : sql``}
      join customers c on c.tenant_id = f.tenant_id and c.id = f.customer_id
      join customers g on g.tenant_id = f.tenant_id and g.id = f.referrer_id) r
    where ${pastCursor(cursor)} order by r.at desc, r.id desc limit ${pageRows + 1}`);
  return {
    period,
    items: rows.slice(0, pageRows).map(({ id: _, ...row }) => row),
    nextCursor: cursorOf(rows),
    position: writePosition(head),
  };
}
