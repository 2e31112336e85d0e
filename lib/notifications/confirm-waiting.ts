import { sql } from "drizzle-orm";
import { reached } from "@/lib/customers/reached";
import { env } from "@/lib/platform/env";
import type { Scope } from "@/lib/tenancy/scope";
import { waitToken } from "@/lib/waitlist/wait-tokens";
import { inWishedWays, type Reached } from "./in-wished-ways";
import type { OutgoingMessage } from "./queue-message";
import { waitlistWords } from "./words/waitlist";

type Waiting = Reached & { id: string; service: string; house: string };

/** The link of their place on the waitlist, once. */
export async function confirmWaiting(scope: Scope, joined: readonly { entryId: string }[]): Promise<OutgoingMessage[]> {
  const ids = `{${joined.map(({ entryId }) => entryId).join(",")}}`;
  const rows = await scope.tx.execute<Waiting>(sql`
    select e.id, s.name as service, t.name as house, ${reached()}, c.id as customer_id
    from waitlist_entries e
    join customers c on c.tenant_id = e.tenant_id and c.id = e.customer_id
    join services s on s.tenant_id = e.tenant_id and s.id = e.service_id
    join tenants t on t.id = e.tenant_id
    where e.tenant_id = ${scope.tenantId} and e.id = any(${ids}::uuid[]) and e.ended is null`);
  return rows.flatMap((row) => {
    const say = waitlistWords[row.language];
    return inWishedWays(row, {
      template: "waitlist-joined",
      subject: `${row.house}: ${say.waitlist}`,
      body: say.joined(row.house, row.service, `${env().APP_URL}/w/${waitToken("waitlist", row.id)}`),
      dedupeKey: `waitlist-joined ${row.id}`,
    });
  });
}
