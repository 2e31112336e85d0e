import { sql } from "drizzle-orm";
import type { TaskList } from "graphile-worker";
import type { DomainEvent } from "@/lib/events/catalogue";
import type { EventName } from "@/lib/events/rules";
import { deliver } from "@/lib/notifications/deliver";
import { addMessages, type OutgoingMessage } from "@/lib/notifications/queue-message";
import { sendQueuedMessages } from "@/lib/notifications/send-messages";
import { inWords } from "@/lib/platform/log";
import { reactions } from "@/lib/reactions";
import type { Scope } from "@/lib/tenancy/scope";
import { withTenant } from "@/lib/tenancy/with-tenant";
import { deleteClosed } from "./delete-closed";
import { deliverSoon, leaves } from "./deliveries";
import { doDue, expire, inWordsOnly, type Waiting } from "./due";
import { oneByOne } from "./one-by-one";
import { tidy } from "./tidy";

type React = { tenantId: string; seq: number; reaction: string };
type AnyReaction = (scope: Scope, events: readonly DomainEvent[]) => Promise<readonly OutgoingMessage[]>;

/**
 * Reactions of many tenants come in one moment. One after the other they leave a processor to whoever is waiting for an
 * answer; one that waits for somebody's lock is not waited for.
 */
const patienceMs = 250;

/** The jobs there are. They load, open the tenant's scope and call; rules live in the domains. */
export const tasks: TaskList = {
  // A job that an older version left behind is one reaction alone.
  react: oneByOne((payload) => reactTo([payload].flat() as React[]), patienceMs),
  due: (payload) => doDue(payload as Waiting),
  expire: (payload) => expire(payload as Waiting),
  deliver: async (payload) => {
    const { tenantId } = payload as { tenantId: string };
    // Behind whoever waits by now.
    if (await deliver(tenantId).catch(inWordsOnly)) await deliverSoon(tenantId);
  },
  delete: async (payload) => {
    await deleteClosed((payload as { tenantId: string }).tenantId).catch(inWordsOnly);
  },
  tidy: () => tidy(),
};

/** Together they are one transaction; when one of them is in the way, each for itself, and only that one is tried again. */
async function reactTo(wanted: React[]): Promise<Promise<void>[] | void> {
  if (wanted.length > 1 && (await isDone(reactTogether(wanted)))) return;
  const results: Promise<void>[] = [];
  for (const one of wanted) {
    // What went wrong is kept beside the job, where nobody's phone number has a place.
    const result = reactTogether([one]).catch((error) => Promise.reject(new Error(inWords(error))));
    results.push(result);
    await isDone(result);
  }
  return results;
}

const isDone = (work: Promise<void>): Promise<boolean> =>
  work.then(
    () => true,
    () => false,
  );

/** Reactions to events of one tenant: all or none. */
async function reactTogether(wanted: React[]): Promise<void> {
  const [{ tenantId }] = wanted as [React];
  const actor = { kind: "system", job: [...new Set(wanted.map(({ reaction }) => reaction))].join(" ") } as const;
  const work = async (scope: Scope) => {
    const events = await eventsAt(scope, [...new Set(wanted.map(({ seq }) => seq))]);
    const messages: OutgoingMessage[] = [];
    for (const [reaction, given] of byReaction(wanted, events)) messages.push(...(await reaction(scope, given)));
    // What an SMS costs is counted at the end, when nothing is left that could go wrong and have it counted again.
    await addMessages(scope, messages);
    // The outbox is the row itself; a transport that leaves the house is called after the commit.
    await sendQueuedMessages(scope);
    return messages.some(leaves) || ([...events.values()].some(isQueued) && sendsOutside());
  };
  const outside = await withTenant(tenantId, actor, work, { planned: "once" });
  if (outside) await deliverSoon(tenantId);
}

/** Its verb has put the message down itself. */
const isQueued = ({ name }: DomainEvent): boolean => name === "message.queued";
const sendsOutside = (): boolean => (["sms", "email"] as const).some((channel) => leaves({ channel }));

/** Each reaction once, with all events that it is wanted for, in their order. */
function byReaction(wanted: React[], events: Map<number, DomainEvent>): Map<AnyReaction, DomainEvent[]> {
  const given = new Map<AnyReaction, DomainEvent[]>();
  for (const { seq, reaction: name } of wanted) {
    const event = events.get(seq);
    const reaction = event && (reactions[event.name] as Record<string, AnyReaction>)[name];
    if (reaction) given.set(reaction, [...(given.get(reaction) ?? []), event]);
  }
  return given;
}

async function eventsAt(scope: Scope, seqs: number[]): Promise<Map<number, DomainEvent>> {
  const rows = await scope.tx.execute<{ seq: string; name: EventName; payload: Record<string, unknown> }>(
    sql`select seq, name, payload from events
      where tenant_id = ${scope.tenantId} and seq = any(${`{${seqs.join(",")}}`}::bigint[])`,
  );
  return new Map(rows.map(({ seq, name, payload }) => [Number(seq), { name, ...payload } as DomainEvent]));
}
