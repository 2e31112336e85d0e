import { and, eq, inArray, sql } from "drizzle-orm";
import { type MessageChannel, messages } from "@/db/schema/notifications";
import { mayAdvertise } from "@/lib/customers/consent";
import { keepOptOuts } from "@/lib/customers/opt-out";
import { recordEvent } from "@/lib/events/record-event";
import { now } from "@/lib/platform/clock";
import { newId } from "@/lib/platform/ids";
import { goesToCustomer } from "@/lib/tenancy/plan-room";
import type { Scope } from "@/lib/tenancy/scope";
import { calmTime } from "./calm-time";
import { countOnce } from "./count-once";
import { withinPlan } from "./internal/within-plan";
import { type Advertising, messageDefaults } from "./rules";
import { withWayOut } from "./way-out";

export type OutgoingMessage = AnyMessage & Purpose;
/** What goes only to who has allowed it, and tells how to stop it; absent for what somebody asked for by what they did. */
type Purpose = { purpose?: never; template: string } | { purpose: "marketing"; template: Advertising };

type AnyMessage = {
  channel: MessageChannel;
  to: string;
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

/** As it stands beside a message that was not sent. */
export const notAllowedWords = "they have not said yes to advertising";

type Added = { id: string; status: "queued" | "failed" };

/**
 * Puts messages into the outbox, in the transaction of their cause. An SMS is counted; one that may not go stays as
 * failed, for who looks for it. Null for a cause that has its message already, which is not counted again.
 */
export async function addMessages(scope: Scope, wanted: readonly OutgoingMessage[]): Promise<(Added | null)[]> {
  if (wanted.length === 0) return [];
  const ids = wanted.map(() => newId());
  const calmAt = wanted.some(({ calm, purpose }) => calm || purpose) ? await calmTime(scope, now()) : now();
  const unwanted = await notAllowed(scope, wanted);
  const rows = wanted.map((message, at) => {
    const waits = message.calm || message.purpose === "marketing";
    return rowOf(scope, ids[at]!, message, waits ? calmAt : now(), unwanted.has(message));
  });
  const added = new Set(await insertNew(scope, rows));
  const counting = wanted.flatMap((message, at) => {
    const { channel, counted, to, dedupeKey, template } = message;
    return channel === "sms" && !counted && added.has(ids[at]!) && !unwanted.has(message)
      ? [{ id: ids[at]!, to, cause: dedupeKey, planned: goesToCustomer(template) }]
      : [];
  });
  const within = await withinPlan(scope, counting);
  const mayGo = (await countOnce(scope, counting)).map((may, at) => may && within[at]!);
  const refused = new Set(counting.flatMap(({ id }, at) => (mayGo[at] ? [] : [id])));
  if (refused.size > 0) await failMessages(scope, [...refused]);
  return ids.map((id, at) => {
    if (!added.has(id)) return null;
    return { id, status: refused.has(id) || unwanted.has(wanted[at]!) ? "failed" : "queued" };
  });
}

/** Advertising to who has not allowed it. The links of the others lead out of it from now on. */
async function notAllowed(scope: Scope, wanted: readonly OutgoingMessage[]): Promise<ReadonlySet<OutgoingMessage>> {
  const advertising = wanted.filter(({ purpose }) => purpose === "marketing");
  if (advertising.length === 0) return new Set();
  const may = await mayAdvertise(
    scope,
    advertising.map(({ customerId, channel }) => ({ customerId, channel })),
  );
  await keepOptOuts(
    scope,
    advertising.flatMap(({ customerId }, at) => (may[at] && customerId ? [customerId] : [])),
  );
  return new Set(advertising.filter((_, at) => !may[at]));
}

const rowOf = ({ tenantId }: Scope, id: string, message: OutgoingMessage, nextTryAt: Date, unwanted: boolean) => ({
  tenant_id: tenantId,
  id,
  channel: message.channel,
  to_address: message.to,
  customer_id: message.customerId ?? null,
  template: message.template,
  subject: message.subject ?? "",
  body: withWayOut(message),
  dedupe_key: message.dedupeKey,
  secret_until: message.secretUntil ?? null,
  valid_until: message.validUntil ?? null,
  booking_id: message.bookingId ?? null,
  created_at: now(),
  next_try_at: nextTryAt,
  status: unwanted ? "failed" : "queued",
  failure: unwanted ? notAllowedWords : "",
});

const defaultOff = `{${messageDefaults.off.join(",")}}`;

/**
 * One statement with one parameter, however many there are; answers the ids of those that were not there before. What the
 * business has switched off is passed over, and whoever is made up is never written to.
 */
async function insertNew(scope: Scope, rows: ReturnType<typeof rowOf>[]): Promise<string[]> {
  const columns = sql.raw(Object.keys(rows[0]!).join(", "));
  const inserted = await scope.tx.execute<{ id: string }>(sql`
    insert into messages (${columns})
    select ${columns} from json_populate_recordset(null::messages, ${JSON.stringify(rows)}::text::json) as m
    where m.template <> all(coalesce((select off from message_settings where tenant_id = ${scope.tenantId}), ${defaultOff}::text[]))
      and not exists (select from customers c where c.tenant_id = m.tenant_id and c.id = m.customer_id and c.is_sample)
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
