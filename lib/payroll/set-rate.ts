import { sql } from "drizzle-orm";
import { commissionRates } from "@/db/schema/payroll";
import { recordAudit } from "@/lib/auth/audit";
import { recordEvent } from "@/lib/events/record-event";
import { localDate } from "@/lib/platform/calendar";
import { now } from "@/lib/platform/clock";
import { newId } from "@/lib/platform/ids";
import { ok, type Result, refuse } from "@/lib/platform/result";
import { changeStaff } from "@/lib/staff/change-staff";
import { houseOf } from "@/lib/tenancy/house-of";
import type { Scope } from "@/lib/tenancy/scope";
import type { SetRateInput } from "./input";
import { readRates } from "./internal/read-rates";
import { percentWords } from "./rules";

export type RateRefusal = { refusal: "unknown_staff" } | { refusal: "unknown_thing" };

/** What is earned from today on. What was earned before keeps the rate that it was earned by. */
export async function setRate(scope: Scope, wish: SetRateInput): Promise<Result<{ fromDay: string }, RateRefusal>> {
  const { actor, tenantId, tx } = scope;
  const { about, kind, rate } = wish;
  const [staffId, thingId] = [wish.staffId ?? null, wish.thingId ?? null];
  const [known] = await tx.execute<{ staff: boolean; thing: string | null }>(sql`
    select ${staffId}::uuid is null or exists (select from staff where tenant_id = ${tenantId} and id = ${staffId}) as staff,
      case ${about}::text
        when 'service' then (select name from services where tenant_id = ${tenantId} and id = ${thingId})
        when 'product' then (select name from products where tenant_id = ${tenantId} and id = ${thingId})
        else 'all ' || ${about}::text end as thing`);
  if (!known?.staff) return refuse("unknown_staff");
  if (!known.thing) return refuse("unknown_thing");
  const { timeZone } = await houseOf(scope);
  // One place for each truth: what somebody gets for all of their services stands on their profile.
  if (staffId && about === "services") {
    await changeStaff(scope, staffId, { commissionBp: rate, anyway: false });
    return ok({ fromDay: localDate(now(), timeZone) });
  }
  const fromDay = localDate(now(), timeZone);
  const before = (await readRates(scope)).findLast(
    (one) => one.staffId === staffId && one.about === about && one.thingId === thingId,
  );
  const id = newId();
  await tx.insert(commissionRates).values({
    ...{ tenantId, id, staffId, about, kind, rate, fromDay },
    serviceId: about === "service" ? thingId : null,
    productId: about === "product" ? thingId : null,
    byUserId: actor.kind === "member" ? actor.userId : null,
    createdAt: now(),
  });
  const words = (one: { kind: string; rate: number } | undefined) =>
    one ? (one.kind === "percent" ? { rate: percentWords(one.rate) } : { amountMinor: one.rate }) : null;
  await recordAudit(scope, {
    action: "rate.set",
    entity: staffId ? "staff" : "rate",
    entityId: staffId ?? id,
    ...(before ? { before: words(before)! } : {}),
    after: { ...words({ kind, rate })!, for: known.thing, fromDay },
  });
  recordEvent(scope, { name: "rates.changed", tenantId });
  return ok({ fromDay });
}
