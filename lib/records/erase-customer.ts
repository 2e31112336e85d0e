import { sql } from "drizzle-orm";
import { recordAudit } from "@/lib/auth/audit";
import { withMerged } from "@/lib/customers/with-merged";
import { recordEvent } from "@/lib/events/record-event";
import { now } from "@/lib/platform/clock";
import { ok, type Result, refuse } from "@/lib/platform/result";
import { uuids } from "@/lib/platform/uuids";
import type { Scope } from "@/lib/tenancy/scope";
import { changeTurn } from "@/lib/waitlist/change-turn";
import { leaveWaitlist } from "@/lib/waitlist/leave-waitlist";
import { erasedName, held, rowsOf } from "./held";
import type { EraseInput } from "./input";
import { filled, whose } from "./internal/held-sql";
import { addressPattern, namePattern, type WordsOf, wordsOf } from "./internal/words-of";

/** What has to come to its end first: each would need to know who they are. */
export type InTheWay = { bookings: number; sales: number; payments: number; refunds: number };
export type EraseRefusal =
  | { refusal: "unknown_customer" }
  /** What was typed is not the name of who is meant. */
  | { refusal: "other_name" }
  | ({ refusal: "not_yet" } & InTheWay);

/**
 * Leaves nothing readable of who somebody was: not their name, number or e-mail, nor what was written about them. That they
 * came, what was sold and what was paid stays, as it must for the books, of an erased customer. For good: their key is
 * destroyed, and with it every copy of what was sealed with it.
 */
export async function eraseCustomer(
  scope: Scope,
  { customerId, name }: EraseInput,
): Promise<Result<true, EraseRefusal>> {
  const { tx, tenantId } = scope;
  const ids = await withMerged(scope, customerId);
  await stopWaiting(scope, ids);
  const known = await tx.execute<{ id: string; name: string; account_id: string | null; gone: boolean }>(sql`
    select id, name, account_id, archived_at is not null as gone from customers
    where tenant_id = ${tenantId} and id = any(${uuids(ids)}) order by id for update`);
  const one = known.find(({ id }) => id === customerId);
  if (one?.gone !== false) return refuse("unknown_customer");
  if (one.name.trim().toLowerCase() !== name.toLowerCase()) return refuse("other_name");
  const words = await wordsOf(scope, ids);
  const open = await inTheWay(scope, ids, words.phones);
  if (Object.values(open).some((many) => many > 0)) return refuse("not_yet", open);
  const staffIds = await servedBy(scope, ids);
  const things = await thingsOf(scope, ids);
  for (const [table, rows] of Object.entries(held)) {
    const name = sql.identifier(table);
    const which = whose(scope, rowsOf(rows), ids);
    if (rows.erased === "row") await tx.execute(sql`delete from ${name} t where ${which}`);
    else if ("put" in rows.erased) {
      const put = Object.entries(rows.erased.put).map(
        ([at, what]) => sql`${sql.identifier(at)} = ${filled(what, ids)}`,
      );
      await tx.execute(sql`update ${name} t set ${sql.join(put, sql`, `)} where ${which}`);
    }
  }
  await loseKeys(scope, ids);
  await emptyRows(scope, ids);
  await blotWords(scope, things, words);
  for (const account of new Set([null, ...known.map((one) => one.account_id)]))
    await tx.execute(sql`select door_forget(${account}::uuid, ${textArray([...words.phones, ...words.emails])})`);
  await recordAudit(scope, { action: "customer.erased", entity: "customer", entityId: customerId });
  recordEvent(scope, { name: "customer.erased", customerId, staffIds });
  return ok(true);
}

const textArray = (texts: readonly string[]) =>
  sql`array(select jsonb_array_elements_text(${JSON.stringify(texts)}::text::jsonb))`;

/** Whoever is to be forgotten waits for nothing: first, as the list and the queue are locked before any booking. */
async function stopWaiting(scope: Scope, ids: readonly string[]): Promise<void> {
  const { tx, tenantId } = scope;
  const entries = await tx.execute<{ id: string }>(sql`
    select id from waitlist_entries where tenant_id = ${tenantId} and customer_id = any(${uuids(ids)}) and ended is null`);
  for (const { id } of entries) await leaveWaitlist(scope, id);
  const tickets = await tx.execute<{ id: string; status: "waiting" | "called" }>(sql`
    select id, status from queue_tickets
    where tenant_id = ${tenantId} and customer_id = any(${uuids(ids)}) and status in ('waiting', 'called')`);
  for (const { id, status } of tickets) await changeTurn(scope, { id, step: "remove", from: status });
}

/** Everything of theirs that is not over. A prompt may ring on their phone for what somebody else bought. */
export async function inTheWay(scope: Scope, ids: readonly string[], phones: readonly string[]): Promise<InTheWay> {
  const theirs = sql`tenant_id = ${scope.tenantId} and customer_id = any(${uuids(ids)})`;
  const [row] = await scope.tx.execute<InTheWay>(sql`
    select
      (select count(*)::int from bookings where ${theirs}
        and status in ('requested', 'held', 'confirmed', 'arrived', 'in_service')) as bookings,
      (select count(*)::int from sales where ${theirs} and status = 'open') as sales,
      (select count(*)::int from payments where tenant_id = ${scope.tenantId}
        and (customer_id = any(${uuids(ids)}) or phone = any(${textArray(phones)}))
        and (status in ('created', 'submitting', 'pending', 'unknown', 'needs_review') or doubt is not null)) as payments,
      (select count(*)::int from refunds where ${theirs} and status not in ('done', 'withdrawn')) as refunds`);
  return row!;
}

async function servedBy({ tx, tenantId }: Scope, ids: readonly string[]): Promise<string[]> {
  const rows = await tx.execute<{ id: string }>(sql`
    select distinct l.staff_id as id from bookings b
    join booking_lines l on l.tenant_id = b.tenant_id and l.booking_id = b.id
    where b.tenant_id = ${tenantId} and b.customer_id = any(${uuids(ids)})`);
  return rows.map(({ id }) => id);
}

/** The ids of everything that is theirs, which other rows point to. */
async function thingsOf(scope: Scope, ids: readonly string[]): Promise<string[]> {
  const keyed = Object.entries(held).filter(([, { merged }]) => "key" in merged && merged.key === "id");
  const each = keyed.map(([table, rows]) => {
    const which = whose(scope, rowsOf(rows), ids);
    return sql`select t.id from ${sql.identifier(table)} t where ${which}`;
  });
  const found = await scope.tx.execute<{ id: string }>(sql.join(each, sql` union all `));
  return [...ids, ...found.map(({ id }) => id)];
}

/** Also of whom nothing was ever sealed: nothing will be. */
async function loseKeys({ tx, tenantId }: Scope, ids: readonly string[]): Promise<void> {
  const at = now().toISOString();
  await tx.execute(sql`
    insert into customer_keys (tenant_id, customer_id, created_at, destroyed_at)
    select ${tenantId}, id, ${at}, ${at} from unnest(${uuids(ids)}) as id on conflict do nothing`);
  await tx.execute(sql`
    update customer_merges set kept_before = '', gone_before = ''
    where tenant_id = ${tenantId} and (kept_id = any(${uuids(ids)}) or gone_id = any(${uuids(ids)}))`);
}

async function emptyRows({ tx, tenantId }: Scope, ids: readonly string[]): Promise<void> {
  await tx.execute(sql`
    update customers set guardian_id = null where tenant_id = ${tenantId} and guardian_id = any(${uuids(ids)})`);
  await tx.execute(sql`
    update customers set name = ${erasedName}, phone = null, email = null, account_id = null, guardian_id = null,
      status = 'inactive', location = '', birthday = null, tags = '{}', preferred_staff_id = null, service_notes = '',
      notes = '', allergies = '', archived_at = coalesce(archived_at, ${now().toISOString()})
    where tenant_id = ${tenantId} and id = any(${uuids(ids)})`);
}

/** Wherever else somebody wrote them down. It reads every word of the business once, which may take its time. */
async function blotWords({ tx, tenantId }: Scope, things: readonly string[], words: WordsOf): Promise<void> {
  await tx.execute(sql`
    update messages set to_address = '', body = '', subject = '', failure = '', secret_until = null,
      status = case when status in ('queued', 'sending') then 'failed' else status end
    where tenant_id = ${tenantId} and to_address = any(${textArray([...words.phones, ...words.emails])})`);
  await tx.execute(sql`
    update payments set phone = null where tenant_id = ${tenantId} and phone = any(${textArray(words.phones)})`);
  // By a form somebody says who they are in words alone; that an enquiry came stays.
  await tx.execute(sql`
    update enquiries set name = ${erasedName}, phone = null, email = '', subject = '', words = ''
    where tenant_id = ${tenantId} and (phone = any(${textArray(words.phones)})
      or lower(email) = any(${textArray(words.emails.map((email) => email.toLowerCase()))}))`);
  // Lines of a list that were never read in belong to nobody yet.
  const addresses = addressPattern(words);
  if (addresses)
    await tx.execute(sql`delete from import_rows
      where tenant_id = ${tenantId} and customer_id is null and cells::text ~* ${addresses}`);
  const names = namePattern(words.names);
  // Answers of the last day, in which names stand beside no id that says whose they are.
  if (names)
    await tx.execute(sql`update idempotency set answer = blotted(answer, ${names})
      where tenant_id = ${tenantId} and answer::text ~* ${names}`);
  await tx.execute(sql`set local statement_timeout = '60s'`);
  await tx.execute(sql`select door_blot(${uuids(things)}, ${names}, ${addresses})`);
}
