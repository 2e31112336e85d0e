import type { TransactionSql } from "postgres";
import { shown } from "@/lib/customers/consent-words";
import { tenantIdOf } from "./base";
import type { DemoBusiness } from "./businesses";
import { insertRows } from "./rows";
import { demoId } from "./stable";

const minute = 60_000;

/** What customers said of offers when they first booked: some yes, most nothing, a few no again by the link of a message. */
export async function seedConsents(sql: TransactionSql, business: DemoBusiness): Promise<void> {
  const tenantId = tenantIdOf(business);
  const people = await sql<{ id: string; created_at: Date }[]>`
    select id, created_at from customers c where tenant_id = ${tenantId} and phone is not null and archived_at is null
      and not exists (select 1 from consents k where k.tenant_id = c.tenant_id and k.customer_id = c.id)
    order by created_at, id`;
  const row = (customerId: string, granted: boolean, at: Date) => ({
    ...{ tenant_id: tenantId, id: demoId(`consent/${customerId}/${granted}`), customer_id: customerId },
    ...{ purpose: "marketing", channel: "any", granted, created_at: at },
    ...(granted ? { wording: shown.marketing, source: "booking_page" } : { wording: shown.optOut, source: "message" }),
  });
  const rows = people.flatMap(({ id, created_at }) => {
    // The same of each customer on every start.
    const draw = Number.parseInt(id.replaceAll("-", "").slice(-4), 16) % 10;
    if (draw > 4) return [];
    const said = [row(id, true, created_at)];
    return draw === 0 ? [...said, row(id, false, new Date(created_at.getTime() + minute))] : said;
  });
  await insertRows(sql, "consents", rows);
}
