import { and, eq, isNull, sql } from "drizzle-orm";
import { customerMerges, type Moved } from "@/db/schema/privacy";
import { recordAudit } from "@/lib/auth/audit";
import { personalCipher } from "@/lib/auth/personal-keys";
import { lockTime } from "@/lib/bookings/take-time";
import { mostAllergies, mostNotes } from "@/lib/customers/rules";
import { recordEvent } from "@/lib/events/record-event";
import { now } from "@/lib/platform/clock";
import { newId } from "@/lib/platform/ids";
import { ok, type Result, refuse } from "@/lib/platform/result";
import { uuids } from "@/lib/platform/uuids";
import { movePoints, movePointsBack } from "@/lib/rewards/move-points";
import type { Scope } from "@/lib/tenancy/scope";
import { goingRows } from "./held";
import type { MergeInput } from "./input";
import { apart, copyNoes, isBuiltUpon, wishesOfBoth } from "./internal/apart";
import { factsOf, putFacts, type RowFacts } from "./internal/facts-of";
import { filled } from "./internal/held-sql";
import { both, type Choice } from "./merge-rules";

export type MergeRefusal =
  | { refusal: "unknown_customer" }
  | { refusal: "same" }
  /** Together their notes or allergies are longer than fits: nothing of those is cut. */
  | { refusal: "too_long"; field: "allergies" | "notes" };

/**
 * Two customers turn out to be one person: everything of `goneId` is `keptId`'s from now on, by rows, and what was chosen of
 * their own values. Nobody is deleted: what went where is written down, so that it can be taken back.
 */
export async function mergeCustomers(
  scope: Scope,
  { keptId, goneId, take }: MergeInput,
): Promise<Result<{ id: string }, MergeRefusal>> {
  if (keptId === goneId) return refuse("same");
  const { tx, tenantId, actor } = scope;
  const seen = await factsOf(scope, [keptId, goneId]);
  // Who books by one of the two numbers just now is waited for, and finds one customer afterwards.
  const [one = "", ...others] = seen.map(({ phone, id }) => phone ?? id);
  await lockTime(scope, others, one);
  const locked = await factsOf(scope, [keptId, goneId], true);
  const [kept, gone] = [keptId, goneId].map((id) => locked.find((one) => one.id === id));
  if (!kept || !gone) return refuse("unknown_customer");
  const chosen = { ...together(kept, gone, take), guardian_id: await guardianOf(scope, kept, gone) };
  const facts: RowFacts = { ...chosen, wishes: wishesOfBoth(kept, gone) };
  if (facts.allergies.length > mostAllergies) return refuse("too_long", { field: "allergies" });
  if (facts.notes.length > mostNotes) return refuse("too_long", { field: "notes" });
  const [keptBefore, goneBefore] = [
    (await personalCipher(scope, { kind: "customer", id: keptId })).seal(JSON.stringify({ ...kept, wrote: facts })),
    (await personalCipher(scope, { kind: "customer", id: goneId })).seal(JSON.stringify(gone)),
  ];
  const moved = await moveRows(scope, goneId, keptId);
  const id = newId();
  await movePoints(scope, { from: goneId, to: keptId, cause: id });
  // Freed first: a number is one customer's.
  await putFacts(scope, goneId, { ...gone, phone: null, account_id: null }, now());
  await putFacts(scope, keptId, facts, null);
  await tx.insert(customerMerges).values({
    ...{ tenantId, id, keptId, goneId, keptBefore, goneBefore, moved, createdAt: now() },
    byUserId: "userId" in actor ? actor.userId : null,
  });
  await recordAudit(scope, {
    ...{ action: "customers.merged", entity: "customer", entityId: keptId, customerId: keptId },
    before: { kept: kept.name, gone: gone.name },
    after: { name: facts.name },
  });
  recordEvent(scope, { name: "customers.merged", customerId: keptId, goneId });
  return ok({ id: keptId });
}

type Known = RowFacts & { id: string };

/** What was chosen, and of the rest whatever only one of them has; what must not touch a skin is never dropped. */
function together(kept: RowFacts, gone: RowFacts, take: readonly Choice[]): RowFacts {
  const filled = Object.fromEntries(
    (Object.keys(kept) as (keyof RowFacts)[]).map((field) => {
      const has = kept[field];
      const chosen = (take as readonly string[]).includes(field) || has === null || has === "";
      return [field, chosen ? gone[field] : has];
    }),
  ) as RowFacts;
  return {
    ...filled,
    tags: [...new Set([...kept.tags, ...gone.tags])],
    allergies: both(kept.allergies, gone.allergies),
    notes: both(kept.notes, gone.notes),
    service_notes: both(kept.service_notes, gone.service_notes),
  };
}

/** Whoever answers for one of them answers for both; not themself, nor for who answers for others. */
async function guardianOf({ tx, tenantId }: Scope, kept: Known, gone: Known): Promise<string | null> {
  const both = [kept.id, gone.id];
  const guardian = [kept.guardian_id, gone.guardian_id].find((id) => id !== null && !both.includes(id));
  if (!guardian) return null;
  const answers = await tx.execute(sql`
    select 1 from customers where tenant_id = ${tenantId} and guardian_id = any(${uuids(both)})
      and id <> all(${uuids(both)}) limit 1`);
  return answers.length > 0 ? null : guardian;
}

/** Every row of one customer is the other's; answers which. A picture goes along only to who has none. */
async function moveRows(scope: Scope, from: string, to: string): Promise<Moved> {
  const { tx, tenantId } = scope;
  const moved: Moved = {};
  for (const { table, key, column, stays } of goingRows()) {
    const rows = await tx.execute<{ key: string }>(sql`
      update ${sql.identifier(table)} t set ${sql.identifier(column)} = ${to}
      where t.tenant_id = ${tenantId} and t.${sql.identifier(column)} = ${from}
        ${stays ? sql`and not (${filled(stays, [to])})` : sql``} returning t.${sql.identifier(key)} as key`);
    if (rows.length > 0) moved[movedAs({ table, column })] = rows.map((row) => row.key);
  }
  const dependants = await tx.execute<{ id: string }>(sql`
    update customers set guardian_id = ${to} where tenant_id = ${tenantId} and guardian_id = ${from} and id <> ${to} returning id`);
  if (dependants.length > 0) moved.customers = dependants.map(({ id }) => id);
  const photos = await tx.execute(sql`
    update customer_photos p set customer_id = ${to} where tenant_id = ${tenantId} and customer_id = ${from}
      and not exists (select 1 from customer_photos o where o.tenant_id = ${tenantId} and o.customer_id = ${to})
    returning customer_id`);
  if (photos.length > 0) moved.customer_photos = [from];
  return moved;
}

const movedAs = ({ table, column }: { table: string; column: string }) =>
  column === "customer_id" ? table : `${table}.${column}`;

export type PartRefusal = { refusal: "unknown_merge" } | { refusal: "phone_taken" } | { refusal: "newer_merge" };

/**
 * They were two after all: what went over goes back, and both are as they were. What has come since, and what was changed
 * since of what is known of them, stays where it came. The last merge is taken back first: the earlier one is part of it.
 */
export async function partCustomers(scope: Scope, mergeId: string): Promise<Result<{ id: string }, PartRefusal>> {
  const { tx, tenantId } = scope;
  const standing = and(
    eq(customerMerges.tenantId, tenantId),
    eq(customerMerges.id, mergeId),
    isNull(customerMerges.undoneAt),
  );
  const [merge] = await tx.select().from(customerMerges).where(standing).for("update");
  if (!merge?.keptBefore) return refuse("unknown_merge");
  const { keptId, goneId, moved } = merge;
  const [kept] = await factsOf(scope, [keptId], true);
  if (!kept) return refuse("unknown_merge");
  if (await isBuiltUpon(scope, mergeId)) return refuse("newer_merge");
  const opened = async (id: string, sealed: string) =>
    JSON.parse((await personalCipher(scope, { kind: "customer", id })).unseal(sealed)) as RowFacts & {
      wrote?: RowFacts;
    };
  const [keptWas, goneWas] = [await opened(keptId, merge.keptBefore), await opened(goneId, merge.goneBefore)];
  const [keptBefore, goneBefore] = apart({ kept, wrote: keptWas.wrote ?? kept, keptWas, goneWas });
  const phones = [keptBefore.phone, goneBefore.phone].filter((phone) => phone !== null);
  const taken = await tx.execute(sql`
    select 1 from customers where tenant_id = ${tenantId} and id <> all(${uuids([keptId, goneId])})
      and phone in (select jsonb_array_elements_text(${JSON.stringify(phones)}::text::jsonb))`);
  if (taken.length > 0) return refuse("phone_taken");
  await moveBack(scope, { keptId, goneId, moved });
  await copyNoes(scope, { keptId, goneId, since: merge.createdAt });
  await movePointsBack(scope, { from: keptId, to: goneId, cause: merge.id });
  // Freed first: a number is one customer's.
  await putFacts(scope, keptId, { ...keptBefore, phone: null }, null);
  await putFacts(scope, goneId, goneBefore, null);
  await putFacts(scope, keptId, keptBefore, null);
  await tx.update(customerMerges).set({ undoneAt: now() }).where(standing);
  await recordAudit(scope, {
    ...{ action: "customers.parted", entity: "customer", entityId: keptId, customerId: keptId },
    after: { kept: keptBefore.name, gone: goneBefore.name },
  });
  recordEvent(scope, { name: "customers.parted", customerId: keptId, goneId });
  return ok({ id: keptId });
}

type Going = { keptId: string; goneId: string; moved: Moved };

async function moveBack({ tx, tenantId }: Scope, { keptId, goneId, moved }: Going): Promise<void> {
  for (const [table, keys] of Object.entries(moved)) {
    if (table === "customers") {
      await tx.execute(sql`update customers set guardian_id = ${goneId}
        where tenant_id = ${tenantId} and id = any(${uuids(keys)}) and guardian_id = ${keptId}`);
    } else if (table === "customer_photos") {
      await tx.execute(sql`update customer_photos set customer_id = ${goneId}
        where tenant_id = ${tenantId} and customer_id = ${keptId}`);
    } else {
      const went = goingRows().find((one) => movedAs(one) === table);
      if (!went) throw new Error(`nothing is known of ${table}`);
      const column = sql.identifier(went.column);
      await tx.execute(sql`update ${sql.identifier(went.table)} set ${column} = ${goneId}
        where tenant_id = ${tenantId} and ${column} = ${keptId} and ${sql.identifier(went.key)}::text in (
          select jsonb_array_elements_text(${JSON.stringify(keys)}::text::jsonb))`);
    }
  }
}
