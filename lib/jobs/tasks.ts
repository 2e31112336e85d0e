import { sql } from "drizzle-orm";
import type { TaskList } from "graphile-worker";
import type { DomainEvent } from "@/lib/events/catalogue";
import type { EventName } from "@/lib/events/rules";
import { sendQueuedMessages } from "@/lib/notifications/send-messages";
import { reactions } from "@/lib/reactions";
import type { Scope } from "@/lib/tenancy/scope";
import { withTenant } from "@/lib/tenancy/with-tenant";
import { tidy } from "./tidy";

type React = { tenantId: string; seq: number; reaction: string };
type AnyReaction = (scope: Scope, event: DomainEvent) => Promise<void>;

/** The jobs there are. They load, open the tenant's scope and call; rules live in the domains. */
export const tasks: TaskList = {
  react: async (payload) => {
    const { tenantId, seq, reaction } = payload as React;
    const actor = { kind: "system", job: reaction } as const;
    await withTenant(tenantId, actor, async (scope) => {
      const event = await eventAt(scope, seq);
      const table = event ? (reactions[event.name] as Record<string, AnyReaction>) : {};
      if (event) await table[reaction]?.(scope, event);
      // The outbox is the row itself; a transport that leaves the house is called after the commit.
      await sendQueuedMessages(scope);
    });
  },
  tidy: () => tidy(),
};

async function eventAt(scope: Scope, seq: number): Promise<DomainEvent | null> {
  const [row] = await scope.tx.execute<{ name: EventName; payload: Record<string, unknown> }>(
    sql`select name, payload from events where tenant_id = ${scope.tenantId} and seq = ${seq}`,
  );
  return row ? ({ name: row.name, ...row.payload } as DomainEvent) : null;
}
