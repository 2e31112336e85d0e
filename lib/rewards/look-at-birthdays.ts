import { sql } from "drizzle-orm";
import { mayBeCourted } from "@/lib/customers/consent";
import { planDue } from "@/lib/events/plan-due";
import { addDays, atMinute, localDate } from "@/lib/platform/calendar";
import { now } from "@/lib/platform/clock";
import { houseOf } from "@/lib/tenancy/house-of";
import { isOpen } from "@/lib/tenancy/is-open";
import type { Scope } from "@/lib/tenancy/scope";
import { makeVoucher } from "@/lib/vouchers/voucher";
import { getRules } from "./get-rules";
import { findReward } from "./internal/reward";

/** Nine in the morning: nobody is woken by a present. */
const lookMinute = 9 * 60;
/** So many presents a house gives on one day. */
const mostAtOnce = 200;

/** Looked at every morning from the next one on, wherever it is not planned yet. */
export async function planBirthdays(scope: Scope): Promise<void> {
  const { tx, tenantId } = scope;
  const { timeZone } = await houseOf(scope);
  const today = localDate(now(), timeZone);
  const next = atMinute(today, lookMinute, timeZone) > now() ? today : addDays(today, 1);
  const [planned] = await tx.execute(sql`
    update reward_rules set birthday_next = ${next}
    where tenant_id = ${tenantId} and (birthday_next is null or birthday_next < ${today}) returning 1`);
  if (planned) await planDay(scope, next, timeZone);
}

const planDay = (scope: Scope, day: string, timeZone: string) =>
  planDue(scope, { kind: "look_at_birthdays", at: atMinute(day, lookMinute, timeZone), payload: { day } });

/**
 * Whoever has their birthday gets what the house gives for it, once a year, if they allowed to be written to. What was
 * missed while nobody worked is not made up for: a wish that comes late is none.
 */
export async function lookAtBirthdays(scope: Scope, { day }: { day: string }): Promise<void> {
  const { tx, tenantId } = scope;
  const [mine] = await tx.execute(sql`
    select 1 from reward_rules where tenant_id = ${tenantId} and birthday_next = ${day} for update`);
  const { timeZone } = await houseOf(scope);
  const { active, birthdayRewardId } = await getRules(scope);
  if (!mine) return;
  const today = localDate(now(), timeZone);
  const goesOn = active && birthdayRewardId !== null;
  const next = goesOn ? addDays(today > day ? today : day, 1) : null;
  await tx.execute(sql`update reward_rules set birthday_next = ${next} where tenant_id = ${tenantId}`);
  if (next) await planDay(scope, next, timeZone);
  // Whoever has a birthday while it is closed could not come for it.
  if (!goesOn || !(await isOpen(scope))) return;
  const year = today.slice(0, 4);
  for (const customerId of await bornOn(scope, today)) {
    // Locked anew for each, as its stock may end.
    const reward = await findReward(scope, birthdayRewardId);
    if (!reward.ok) return;
    await makeVoucher(scope, reward.value, { customerId, origin: "birthday", cause: `birthday ${customerId} ${year}` });
  }
}

const isLeap = (year: number) => new Date(Date.UTC(year, 1, 29)).getUTCMonth() === 1;

/** Who is to be wished well that day and has not been in this year. Who was born on 29 February has theirs a day earlier in most years. */
async function bornOn({ tx, tenantId }: Scope, today: string): Promise<string[]> {
  const day = today.slice(5);
  const days = day === "02-28" && !isLeap(Number(today.slice(0, 4))) ? [day, "02-29"] : [day];
  const rows = await tx.execute<{ id: string }>(sql`
    select c.id from customers c where c.tenant_id = ${tenantId} and c.birthday = any(${`{${days.join(",")}}`}::text[])
      and c.archived_at is null and c.status <> 'blocked' and ${mayBeCourted()}
      and not exists (select from vouchers v where v.tenant_id = c.tenant_id
        and v.cause = 'birthday ' || c.id || ' ' || ${today.slice(0, 4)}::text)
    order by c.id limit ${mostAtOnce}`);
  return rows.map(({ id }) => id);
}
