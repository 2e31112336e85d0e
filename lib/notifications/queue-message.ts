import { and, eq, inArray, sql } from "drizzle-orm";
import { type MessageChannel, messages } from "@/db/schema/notifications";
import { recordEvent } from "@/lib/events/record-event";
import { now } from "@/lib/platform/clock";
import { newId } from "@/lib/platform/ids";
import { goesToCustomer } from "@/lib/tenancy/plan-room";
import type { Scope } from "@/lib/tenancy/scope";
import { calmTime } from "./internal/calm-time";
import { countOnce } from "./internal/count-once";
import { withinPlan } from "./internal/within-plan";
import { messageDefaults } from "./rules";

export type OutgoingMessage = {
  channel: MessageChannel;
  to: string;
  template: string;
  subject?: string;
  body: string;
  customerId?: string;
  /** One message per cause: the same again is passed over. */
  dedupeKey: string;
  /** Its words let somebody in until then; they are wiped afterwards. */
  secretUntil?: Date;
  /** After it there is no use in it. With `bookingId`: when that booking begins, which has to stand as the words say. */
  validUntil?: Date;
  bookingId?: string;
  /** It can wait until the business's quiet hours are over. */
  calm?: true;
  /** For an SMS: its sender has counted it before, to be able to say that it may not go. */
  counted?: true;
};

type Added = { id: string; status: "queued" | "failed" };

/**
 * Puts messages into the outbox, in the transaction of their cause. An SMS is counted; one that may not go stays as
 * failed, for who looks for it. Null for a cause that has its message already, which is not counted again.
 */
export async function addMessages(scope: Scope, wanted: readonly OutgoingMessage[]): Promise<(Added | null)[]> {
  if (wanted.length === 0) return [];
  const ids = wanted.map(() => newId());
  const calmAt = wanted.some(({ calm }) => calm) ? await calmTime(scope, now()) : now();
  const rows = wanted.map((message, at) => rowOf(scope, ids[at]!, message, message.calm ? calmAt : now()));
  const added = new Set(await insertNew(scope, rows));
  const counting = wanted.flatMap(({ channel, counted, to, dedupeKey, template }, at) =>
    channel === "sms" && !counted && added.has(ids[at]!)
      ? [{ id: ids[at]!, to, cause: dedupeKey, planned: goesToCustomer(template) }]
      : [],
  );
  const within = await withinPlan(scope, counting);
  const mayGo = (await countOnce(scope, counting)).map((may, at) => may && within[at]!);
  const refused = new Set(counting.flatMap(({ id }, at) => (mayGo[at] ? [] : [id])));
  if (refused.size > 0) await failMessages(scope, [...refused]);
  return ids.map((id) => (added.has(id) ? { id, status: refused.has(id) ? "failed" : "queued" } : null));
}

const rowOf = ({ tenantId }: Scope, id: string, message: OutgoingMessage, nextTryAt: Date) => ({
  tenant_id: tenantId,
  id,
  channel: message.channel,
  to_address: message.to,
  customer_id: message.customerId ?? null,
  template: message.template,
  subject: message.subject ?? "",
  body: message.body,
  dedupe_key: message.dedupeKey,
  secret_until: message.secretUntil ?? null,
  valid_until: message.validUntil ?? null,
  booking_id: message.bookingId ?? null,
  created_at: now(),
  next_try_at: nextTryAt,
  status: "queued",
});

const defaultOff = `{${messageDefaults.off.join(",")}}`;

/**
 * One statement with one parameter, however many there are; answers the ids of those that were not there before. What the
 * business has switched off is passed over.
 */
async function insertNew(scope: Scope, rows: ReturnType<typeof rowOf>[]): Promise<string[]> {
  const columns = sql.raw(Object.keys(rows[0]!).join(", "));
  const inserted = await scope.tx.execute<{ id: string }>(sql`
    insert into messages (${columns})
    select ${columns} from json_populate_recordset(null::messages, ${JSON.stringify(rows)}::text::json) as m
    where m.template <> all(coalesce((select off from message_settings where tenant_id = ${scope.tenantId}), ${defaultOff}::text[]))
    on conflict do nothing returning id`);
  return inserted.map(({ id }) => id);
}

const failMessages = ({ tx, tenantId }: Scope, ids: string[]) =>
  tx
    .update(messages)
    // A code that does not go lies nowhere.
    .set({
      status: "failed",
      body: sql`case when ${messages.secretUntil} is null then ${messages.body} else '' end`,
      secretUntil: null,
    })
    .where(and(eq(messages.tenantId, tenantId), inArray(messages.id, ids)));

/**
 * The same where no job of this tenant runs anyway: an event brings one that sends it. Null when it was there already;
 * `failed` when it may not go, which whoever pressed a button for it is told.
 */
export async function queueMessage(scope: Scope, message: OutgoingMessage): Promise<Added["status"] | null> {
  const [added] = await addMessages(scope, [message]);
  if (added?.status === "queued") recordEvent(scope, { name: "message.queued", messageId: added.id });
  return added?.status ?? null;
}
