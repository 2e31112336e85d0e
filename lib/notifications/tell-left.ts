import { sql } from "drizzle-orm";
import { reached } from "@/lib/customers/reached";
import { env } from "@/lib/platform/env";
import type { Scope } from "@/lib/tenancy/scope";
import { inWishedWays, type Reached } from "./in-wished-ways";
import type { OutgoingMessage } from "./queue-message";
import { waitlistWords } from "./words/waitlist";

type Left = Reached & { id: string; service: string; house: string; slug: string; ended: string };

/** Whoever the house has taken off the waitlist, or asks no more, hears of it once; who left knows. */
export async function tellLeft(
  scope: Scope,
  left: readonly { entryId: string; by: string }[],
): Promise<OutgoingMessage[]> {
  const ids = `{${left
    .filter(({ by }) => by !== "customer")
    .map(({ entryId }) => entryId)
    .join(",")}}`;
  const rows = await scope.tx.execute<Left>(sql`
    select e.id, e.ended, s.name as service, t.name as house, t.slug, ${reached()}, c.id as customer_id
    from waitlist_entries e
    join customers c on c.tenant_id = e.tenant_id and c.id = e.customer_id
    join services s on s.tenant_id = e.tenant_id and s.id = e.service_id
    join tenants t on t.id = e.tenant_id
    where e.tenant_id = ${scope.tenantId} and e.id = any(${ids}::uuid[])`);
  return rows.flatMap((row) => {
    const say = waitlistWords[row.language];
    const why = row.ended === "unanswered" ? say.unanswered(row.service) : say.off(row.service);
    return inWishedWays(row, {
      template: "waitlist-left",
      subject: `${row.house}: ${say.waitlist}`,
      body: `${row.house}: ${why}. ${say.look(`${env().APP_URL}/book/${row.slug}`)}`,
      dedupeKey: `waitlist-left ${row.id}`,
    });
  });
}
