import { sql } from "drizzle-orm";
import type { TaskList } from "graphile-worker";
import type { DomainEvent } from "@/lib/events/catalogue";
import type { EventName } from "@/lib/events/rules";
import { sendQueuedMessages } from "@/lib/notifications/send-messages";
import { inWords } from "@/lib/platform/log";
import { reactions } from "@/lib/reactions";
import type { Scope } from "@/lib/tenancy/scope";
import { withTenant } from "@/lib/tenancy/with-tenant";
import { tidy } from "./tidy";

type React = { tenantId: string; seq: number; reaction: string };
type AnyReaction = (scope: Scope, event: DomainEvent) => Promise<void>;

/** The jobs there are. They load, open the tenant's scope and call; rules live in the domains. */
export const tasks: TaskList = {
  react: async (payload) => {
    // A job that an older version left behind is one reaction alone.
    const wanted = [payload].flat() as React[];
    // Together they are one transaction; when one of them is in the way, each for itself, and only that one is tried again.
    if (wanted.length > 1 && (await isDone(reactTogether(wanted)))) return;
    const results: Promise<void>[] = [];
    for (const one of wanted) {
      // What went wrong is kept beside the job, where nobody's phone number has a place.
      const result = reactTogether([one]).catch((error) => Promise.reject(new Error(inWords(error))));
      results.push(result);
      await isDone(result);
    }
    return results;
  },
  tidy: () => tidy(),
};

const isDone = (work: Promise<void>): Promise<boolean> =>
  work.then(
    () => true,
    () => false,
  );

/** Reactions to events of one tenant: all or none. */
async function reactTogether(wanted: React[]): Promise<void> {
  const [{ tenantId }] = wanted as [React];
  const actor = { kind: "system", job: [...new Set(wanted.map(({ reaction }) => reaction))].join(" ") } as const;
  await withTenant(tenantId, actor, async (scope) => {
    const events = await eventsAt(scope, [...new Set(wanted.map(({ seq }) => seq))]);
    for (const { seq, reaction } of wanted) {
      const event = events.get(seq);
      const table = event ? (reactions[event.name] as Record<string, AnyReaction>) : {};
      if (event) await table[reaction]?.(scope, event);
    }
    // The outbox is the row itself; a transport that leaves the house is called after the commit.
    await sendQueuedMessages(scope);
  });
}

async function eventsAt(scope: Scope, seqs: number[]): Promise<Map<number, DomainEvent>> {
  const rows = await scope.tx.execute<{ seq: string; name: EventName; payload: Record<string, unknown> }>(
    sql`select seq, name, payload from events where tenant_id = ${scope.tenantId} and seq in ${seqs}`,
  );
  return new Map(rows.map(({ seq, name, payload }) => [Number(seq), { name, ...payload } as DomainEvent]));
}
