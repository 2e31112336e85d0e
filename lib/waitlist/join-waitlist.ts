import { sql } from "drizzle-orm";
import type { z } from "zod";
import { accessTokens } from "@/db/schema/requests";
import { type WaitWindow, waitlistEntries } from "@/db/schema/waiting";
import { customerFor, type NotWritten } from "@/lib/customers/customer-for";
import { recordEvent } from "@/lib/events/record-event";
import { addDays } from "@/lib/platform/calendar";
import { now } from "@/lib/platform/clock";
import { earlierAnswer, idempotencyKey, keepAnswer } from "@/lib/platform/idempotency";
import { newId } from "@/lib/platform/ids";
import { ok, type Result, refuse } from "@/lib/platform/result";
import { openStatus } from "@/lib/tenancy/open-status";
import type { Scope } from "@/lib/tenancy/scope";
import type { JoinInput, joinFromPageInput } from "./input";
import { isOffered } from "./internal/is-offered";
import { lockWaitlist, waits } from "./internal/waits";
import { localToday } from "./list-turns";
import { mostEntries, mostEntriesEach, waitDays } from "./rules";
import { waitTokenHash } from "./wait-tokens";

export type Joined = { id: string };
export type JoinRefusal =
  | NotWritten
  | { refusal: "unknown_service" }
  | { refusal: "unknown_staff" }
  /** Of the business, or of this customer. */
  | { refusal: "list_full"; most: number }
  | { refusal: "waits_often"; most: number }
  /** For this service and one of these days. */
  | { refusal: "waits_already" }
  | { refusal: "not_open" }
  /** For this customer the house looks itself. */
  | { refusal: "call_us" }
  | { refusal: "key_reused" };

/** Somebody waits for a time to come free; see offer-freed. */
export async function joinWaitlist(
  scope: Scope,
  wish: JoinInput | z.output<typeof joinFromPageInput>,
  source: "public" | "desk",
): Promise<Result<Joined, JoinRefusal>> {
  const { key, ...ask } = wish;
  const idempotency = key ? idempotencyKey("waitlist", key, ask) : null;
  await lockWaitlist(scope);
  const earlier = idempotency && (await earlierAnswer<Joined>(scope, idempotency));
  if (earlier) return earlier === "other_body" ? refuse("key_reused") : ok(earlier.answer);
  const missing = await isOffered(scope, ask.serviceId, ask.staffId);
  if (missing) return refuse(missing);
  const [house] = await scope.tx.execute<{ today: string; status: string; waiting: number }>(sql`
    select ${localToday(scope)} as today, ${openStatus()} as status, (select count(*)::int from waitlist_entries e
      where e.tenant_id = t.id and ${waits(scope)}) as waiting
    from tenants t where t.id = ${scope.tenantId}`);
  const { today, status, waiting } = house!;
  if (status !== "active") return refuse("not_open");
  const fields = windowFaults(ask.windows, today);
  if (fields) return refuse("invalid", { fields });
  if (waiting >= mostEntries) return refuse("list_full", { most: mostEntries });
  const customer = await customerFor(scope, ask.customer);
  if (!customer.ok) return customer;
  if (source === "public" && customer.value.blocked) return refuse("call_us");
  const { id: customerId, name } = customer.value;
  const [first, last] = [
    ask.windows.map(({ from }) => from).sort()[0]!,
    ask.windows
      .map(({ to }) => to)
      .sort()
      .at(-1)!,
  ];
  const [own] = await scope.tx.execute<{ many: number; same: number }>(sql`
    select count(*)::int as many,
      (count(*) filter (where e.service_id = ${ask.serviceId} and e.first_date <= ${last} and e.last_date >= ${first}))::int as same
    from waitlist_entries e
    where e.tenant_id = ${scope.tenantId} and e.customer_id = ${customerId} and ${waits(scope)}`);
  if (own!.same > 0) return refuse("waits_already");
  if (own!.many >= mostEntriesEach) return refuse("waits_often", { most: mostEntriesEach });
  const joined: Joined = { id: newId() };
  await scope.tx.insert(waitlistEntries).values({
    tenantId: scope.tenantId,
    id: joined.id,
    customerId,
    name: ask.customer.name || name,
    serviceId: ask.serviceId,
    staffId: ask.staffId ?? null,
    windows: ask.windows,
    firstDate: first,
    lastDate: last,
    source,
    createdAt: now(),
  });
  await scope.tx.insert(accessTokens).values({
    hash: waitTokenHash("waitlist", joined.id),
    tenantId: scope.tenantId,
    kind: "waitlist",
    subjectId: joined.id,
    createdAt: now(),
  });
  if (idempotency) await keepAnswer(scope, idempotency, 201, joined);
  recordEvent(scope, { name: "waitlist.joined", entryId: joined.id, customerId });
  return ok(joined);
}

/** By field, for what has passed already or is too far off. */
function windowFaults(windows: readonly WaitWindow[], today: string): Record<string, string[]> | null {
  const last = addDays(today, waitDays);
  for (const [at, { from, to }] of windows.entries()) {
    if (to < today) return { [`windows.${at}.to`]: ["is over already"] };
    if (from > last) return { [`windows.${at}.from`]: [`is more than ${waitDays} days off`] };
    if (to > last) return { [`windows.${at}.to`]: [`is more than ${waitDays} days off`] };
  }
  return null;
}
