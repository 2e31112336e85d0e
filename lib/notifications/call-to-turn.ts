import { sql } from "drizzle-orm";
import { reached } from "@/lib/customers/reached";
import { env } from "@/lib/platform/env";
import type { Scope } from "@/lib/tenancy/scope";
import { waitToken } from "@/lib/waitlist/wait-tokens";
import { inWishedWays, type Reached } from "./in-wished-ways";
import type { OutgoingMessage } from "./queue-message";
import { waitlistWords } from "./words/waitlist";

type Called = Reached & { id: string; number: number; called_at: string; to: string | null; house: string };

/** Whoever is called and gave a number hears of it, wherever they wait; once for each time they are called. */
export async function callToTurn(scope: Scope, called: readonly { ticketId: string }[]): Promise<OutgoingMessage[]> {
  const ids = `{${called.map(({ ticketId }) => ticketId).join(",")}}`;
  const rows = await scope.tx.execute<Called>(sql`
    select q.id, q.number, q.called_at, p.name as to, t.name as house, ${reached()}, c.id as customer_id
    from queue_tickets q
    join customers c on c.tenant_id = q.tenant_id and c.id = q.customer_id
    join tenants t on t.id = q.tenant_id
    left join staff p on p.tenant_id = q.tenant_id and p.id = q.called_to
    where q.tenant_id = ${scope.tenantId} and q.id = any(${ids}::uuid[]) and q.status = 'called'`);
  return rows.flatMap((row) => {
    const say = waitlistWords[row.language];
    return inWishedWays(row, {
      template: "turn-called",
      subject: say.turn(row.house),
      body: `${say.called(row.house, row.number, row.to)} ${env().APP_URL}/q/${waitToken("ticket", row.id)}`,
      dedupeKey: `turn-called ${row.id} ${new Date(row.called_at).toISOString()}`,
    });
  });
}
