import { sql } from "drizzle-orm";
import { missYouLetters } from "@/db/schema/campaigns";
import { mayBeCourted } from "@/lib/customers/consent";
import { recordEvent } from "@/lib/events/record-event";
import { addDays, localDate } from "@/lib/platform/calendar";
import { now } from "@/lib/platform/clock";
import { newId } from "@/lib/platform/ids";
import { houseOf } from "@/lib/tenancy/house-of";
import { isOpen } from "@/lib/tenancy/is-open";
import type { Scope } from "@/lib/tenancy/scope";
import { roomToday } from "./internal/room-today";
import { wayOf } from "./internal/ways";
import { type Person, personOf, writeTo } from "./internal/write-to";
import { getMissYou, type MissYou, planLook } from "./miss-you";
import { missedFrom, rhythmDays } from "./rhythm";
import { missYouLongest, missYouPause } from "./rules";

/** So many letters a morning; who is left is missed the next one. */
const mostAMorning = 200;
/** So many are looked at in one question. */
const batch = 500;
const dayMs = 86_400_000;

type Away = Person & { visitId: string; lastAt: string; paidAt: string[] };

/**
 * Every morning: who has been away for longer than is usual for them, and has nothing booked, is written to. Once for each
 * absence, as its last visit is written down with the letter; a morning that was missed is made up for by the next one.
 */
export async function lookAtMissed(scope: Scope, { day }: { day: string }): Promise<[]> {
  const { tx, tenantId } = scope;
  const [mine] = await tx.execute(sql`
    select 1 from miss_you_rules where tenant_id = ${tenantId} and next_day = ${day} for update`);
  if (!mine) return [];
  const [{ timeZone }, rules] = [await houseOf(scope), await getMissYou(scope)];
  const today = localDate(now(), timeZone);
  const next = rules.active ? addDays(today > day ? today : day, 1) : null;
  await tx.execute(sql`update miss_you_rules set next_day = ${next} where tenant_id = ${tenantId}`);
  if (!next) return [];
  await planLook(scope, next, timeZone);
  if (!(await isOpen(scope))) return [];
  const missed = await findMissed(scope, rules);
  const written = await writeTo(scope, missed, rules, {
    template: "miss-you",
    origin: "miss_you",
    causeOf: (person) => `miss-you ${person.customerId} ${(person as Away).visitId}`,
  });
  const letters = written.flatMap(({ customerId, messageId, voucherId, outcome }, at) =>
    outcome === "written"
      ? [{ tenantId, id: newId(), customerId, visitId: missed[at]!.visitId, messageId, voucherId, createdAt: now() }]
      : [],
  );
  if (letters.length > 0) await tx.insert(missYouLetters).values(letters);
  recordEvent(scope, { name: "automatic.changed", tenantId });
  return [];
}

/** Those who are due, as many as may be written to this morning. */
async function findMissed(scope: Scope, rules: MissYou): Promise<Away[]> {
  const room = rules.channel === "email" ? mostAMorning : Math.min(mostAMorning, (await roomToday(scope)).room);
  const missed: Away[] = [];
  for (let after: string | null = null; missed.length < room; ) {
    const people: Away[] = await awayAfter(scope, after);
    missed.push(...people.filter((person) => isMissed(person, rules)));
    if (people.length < batch) break;
    after = people.at(-1)!.customerId;
  }
  return missed.slice(0, Math.max(0, room));
}

/** Whoever cannot be written to by this way takes nobody's place. */
const isMissed = (person: Away, rules: MissYou): boolean =>
  "channel" in wayOf(person, rules.channel) &&
  missedFrom(Date.parse(person.lastAt), person.paidAt.map(Date.parse), rules) <= now().getTime();

/** Who allows advertising, was here, has nothing booked, and has not been written to for this absence or lately. */
function awayAfter({ tx, tenantId }: Scope, after: string | null): Promise<Away[]> {
  const at = now();
  const before = (days: number) => new Date(at.getTime() - days * dayMs).toISOString();
  return tx.execute<Away>(sql`
    select ${personOf}, last.id as "visitId", last.started_at as "lastAt",
      (select coalesce(json_agg(v.started_at order by v.started_at), '[]') from visits v
        where v.tenant_id = c.tenant_id and v.customer_id = c.id and v.voided_at is null and v.paid_minor > 0) as "paidAt"
    from customers c join lateral (
      select v.id, v.started_at from visits v where v.tenant_id = c.tenant_id and v.customer_id = c.id and v.voided_at is null
      order by v.started_at desc, v.id desc limit 1
    ) last on last.started_at between ${before(missYouLongest)} and ${before(rhythmDays.least)}
    where c.tenant_id = ${tenantId} and c.archived_at is null and c.status <> 'blocked'
      and (${after}::uuid is null or c.id > ${after}::uuid) and ${mayBeCourted()}
      and not exists (select from bookings b where b.tenant_id = c.tenant_id and b.customer_id = c.id
        and b.starts_at > ${at.toISOString()} and b.status in ('requested', 'held', 'confirmed'))
      and not exists (select from miss_you_letters l where l.tenant_id = c.tenant_id and l.visit_id = last.id)
      and not exists (select from miss_you_letters l where l.tenant_id = c.tenant_id and l.customer_id = c.id
        and l.created_at > ${before(missYouPause)})
    order by c.id limit ${batch}`);
}
