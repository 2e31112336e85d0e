import { type SQL, sql } from "drizzle-orm";
import type { Side } from "@/db/schema/conversations";
import { type GoneRefusal, notThere } from "@/lib/customers/gone";
import { planDue } from "@/lib/events/plan-due";
import { recordEvent } from "@/lib/events/record-event";
import { notificationOf } from "@/lib/notifications/create-notification";
import { now } from "@/lib/platform/clock";
import { newId } from "@/lib/platform/ids";
import { insertTogether } from "@/lib/platform/insert-together";
import { ok, type Result, refuse } from "@/lib/platform/result";
import type { Scope } from "@/lib/tenancy/scope";
import type { MessageInput } from "./input";
import { tellAfterMinutes } from "./rules";

export type MessageRefusal =
  | { refusal: "unknown_conversation" }
  | GoneRefusal
  /** This id came before with other words. */
  | { refusal: "key_reused" };

type Sent = Result<{ conversationId: string; seq: number }, MessageRefusal>;
type Locked = {
  id: string;
  customerId: string;
  customerName: string;
  timeZone: string;
  lastSeq: number;
  unreadByHouse: boolean;
  unreadByCustomer: boolean;
};

/** A customer writes to the house; the first message begins the conversation. */
export async function writeToHouse(scope: Scope, customerId: string, message: MessageInput): Promise<Sent> {
  await beginConversation(scope, customerId);
  return write(scope, await lock(scope, sql`k.customer_id = ${customerId}`), "customer", message);
}

/** The house writes in a conversation. Who of them it is comes from their session. */
export const writeToCustomer = async (
  scope: Scope,
  { conversationId, ...message }: MessageInput & { conversationId: string },
): Promise<Sent> => {
  const found = await lock(scope, sql`k.id = ${conversationId}`);
  if (found) return write(scope, found, "house", message);
  const [whose] = await scope.tx.execute<{ id: string }>(sql`
    select customer_id as id from conversations where tenant_id = ${scope.tenantId} and id = ${conversationId}`);
  return whose ? nobodyThere(scope, whose.id) : refuse("unknown_conversation");
};

async function nobodyThere(scope: Scope, customerId: string): Promise<{ ok: false } & MessageRefusal> {
  const why = await notThere(scope, customerId);
  return why.refusal === "unknown_customer" ? refuse("unknown_conversation") : why;
}

/** The house writes to somebody, whether they have written before or not. */
export async function writeFirst(
  scope: Scope,
  { customerId, ...message }: MessageInput & { customerId: string },
): Promise<Sent> {
  await beginConversation(scope, customerId);
  const found = await lock(scope, sql`k.customer_id = ${customerId}`);
  return found ? write(scope, found, "house", message) : nobodyThere(scope, customerId);
}

/** Theirs, made when there is none; nothing for nobody of this house. */
async function beginConversation({ tx, tenantId }: Scope, customerId: string): Promise<void> {
  const at = now().toISOString();
  await tx.execute(sql`
    insert into conversations (tenant_id, id, customer_id, last_at, last_side, created_at)
    select tenant_id, ${newId()}, id, ${at}, 'customer', ${at} from customers
    where tenant_id = ${tenantId} and id = ${customerId} and archived_at is null
    on conflict do nothing`);
}

/** Locked first, so that what is read then is of now: numbers follow each other, and nothing is written twice. */
async function lock({ tx, tenantId }: Scope, which: SQL): Promise<Locked | null> {
  const [held] = await tx.execute<{ id: string }>(
    sql`select k.id from conversations k where k.tenant_id = ${tenantId} and ${which} for update`,
  );
  if (!held) return null;
  const [row] = await tx.execute<Locked>(sql`
    select k.id, k.customer_id as "customerId", c.name as "customerName", t.time_zone as "timeZone", k.last_seq as "lastSeq",
      ${unreadFrom("customer")} as "unreadByHouse", ${unreadFrom("house")} as "unreadByCustomer"
    from conversations k join tenants t on t.id = k.tenant_id
    join customers c on c.tenant_id = k.tenant_id and c.id = k.customer_id and c.archived_at is null
    where k.tenant_id = ${tenantId} and k.id = ${held.id}`);
  return row ?? null;
}

/** Over `k`: something of that side's waits to be read by the other. */
const unreadFrom = (side: Side) => sql`exists (select from conversation_messages m
  where m.tenant_id = k.tenant_id and m.conversation_id = k.id and m.side = ${side}
    and m.seq > ${side === "customer" ? sql`k.house_read_seq` : sql`k.customer_read_seq`})`;

async function write(
  scope: Scope,
  conversation: Locked | null,
  side: Side,
  { id, words }: MessageInput,
): Promise<Sent> {
  if (!conversation) return refuse("unknown_conversation");
  const { tx, tenantId, actor } = scope;
  const conversationId = conversation.id;
  const [there] = await tx.execute<{ seq: number; same: boolean }>(sql`
    select seq, words = ${words} and side = ${side} as same from conversation_messages
    where tenant_id = ${tenantId} and conversation_id = ${conversationId} and id = ${id}`);
  // Sent again after an answer that was lost; two with the same words have ids of their own.
  if (there) return there.same ? ok({ conversationId, seq: there.seq }) : refuse("key_reused");
  const at = now();
  const seq = conversation.lastSeq + 1;
  const userId = side === "house" && actor.kind === "member" ? actor.userId : null;
  await tx.execute(sql`
    insert into conversation_messages (tenant_id, conversation_id, seq, id, side, by_user_id, words, created_at)
    values (${tenantId}, ${conversationId}, ${seq}, ${id}, ${side}, ${userId}, ${words}, ${at.toISOString()})`);
  // Whoever answers has read what stands above.
  const read = side === "house" ? sql`house_read_seq` : sql`customer_read_seq`;
  await tx.execute(sql`
    update conversations set last_seq = ${seq}, last_at = ${at.toISOString()}, last_side = ${side}, ${read} = ${seq}
    where tenant_id = ${tenantId} and id = ${conversationId}`);
  const about = { conversationId, customerId: conversation.customerId };
  if (side === "house") {
    recordEvent(scope, { name: "conversation.answered", ...about });
    // Once for each silence: what follows unread is told with it.
    if (!conversation.unreadByCustomer)
      await planDue(scope, {
        kind: "tell_unread",
        at: new Date(at.getTime() + tellAfterMinutes * 60_000),
        payload: { conversationId, seq },
      });
  } else {
    const event = { name: "conversation.written", ...about } as const;
    recordEvent(scope, event);
    if (!conversation.unreadByHouse) await insertTogether(scope, [notificationOf(scope, event, conversation)]);
  }
  return ok({ conversationId, seq });
}
