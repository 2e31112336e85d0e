import { sql } from "drizzle-orm";
import { browsersOf } from "@/lib/customers/reached";
import { env } from "@/lib/platform/env";
import { formatMoney } from "@/lib/platform/format";
import type { Scope } from "@/lib/tenancy/scope";
import { receiptToken } from "@/lib/till/receipt-token";
import { inWishedWays, type Reached } from "./in-wished-ways";
import type { OutgoingMessage } from "./queue-message";
import { customerWords } from "./words/customer";

type Served = Reached & {
  sale_id: string;
  child: string;
  services: string | null;
  total_minor: string;
  currency: string;
  house: string;
};

/** A child was served and it is paid: whoever answers for them hears of it, once for each sale. */
export async function tellGuardian(scope: Scope, closed: readonly { saleId: string }[]): Promise<OutgoingMessage[]> {
  const ids = `{${closed.map(({ saleId }) => saleId).join(",")}}`;
  const rows = await scope.tx.execute<Served>(sql`
    select s.id as sale_id, c.name as child, s.total_minor, s.currency, t.name as house, c.id as customer_id, g.phone,
      g.email, g.language, g.wishes, ${browsersOf(sql`g.id`)} as browsers, (select string_agg(l.name, ', ' order by l.position) from sale_lines l
        where l.tenant_id = s.tenant_id and l.sale_id = s.id and l.service_id is not null) as services
    from sales s
    join customers c on c.tenant_id = s.tenant_id and c.id = s.customer_id
    join customers g on g.tenant_id = c.tenant_id and g.id = c.guardian_id and g.archived_at is null
    join tenants t on t.id = s.tenant_id
    where s.tenant_id = ${scope.tenantId} and s.id = any(${ids}::uuid[]) and s.status = 'closed'`);
  return rows.flatMap((row) =>
    row.services === null
      ? []
      : inWishedWays(row, {
          template: "visit-of-child",
          subject: row.house,
          body: customerWords[row.language].childServed(
            row.house,
            row.child,
            row.services,
            formatMoney(Number(row.total_minor), row.currency),
            `${env().APP_URL}/r/${receiptToken(row.sale_id)}`,
          ),
          dedupeKey: `visit-of-child ${row.sale_id}`,
        }),
  );
}
