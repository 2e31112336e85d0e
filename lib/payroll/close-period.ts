import { payrollPeriods, payslips } from "@/db/schema/payroll";
import { recordAudit } from "@/lib/auth/audit";
import { recordEvent } from "@/lib/events/record-event";
import { now } from "@/lib/platform/clock";
import { newId, sha256 } from "@/lib/platform/ids";
import { ok, type Result, refuse } from "@/lib/platform/result";
import type { Scope } from "@/lib/tenancy/scope";
import type { ClosePeriodInput } from "./input";
import { openPeriod } from "./internal/open-period";
import { holdPayroll } from "./internal/payroll-lock";
import { digestOf, reckon, statementOf } from "./reckon";

export type CloseRefusal =
  | { refusal: "nothing_earned" }
  /** Its last day is not over before it has begun. */
  | { refusal: "not_yet" }
  /** Something was earned, paid in advance or settled since it was looked at. */
  | { refusal: "moved_on" };

/** Settles what everybody is due up to a day: from then on nothing of it changes, and what comes counts for later. */
export async function closePeriod(
  scope: Scope,
  { toDay, seen }: ClosePeriodInput,
): Promise<Result<{ id: string }, CloseRefusal>> {
  await holdPayroll(scope);
  const { from, to, today, currency } = await openPeriod(scope, toDay);
  if (to !== toDay) return refuse("moved_on");
  if (toDay > today) return refuse("not_yet");
  const days = { from, to };
  const people = await reckon(scope, days);
  if (people.length === 0) return refuse("nothing_earned");
  if (digestOf(people, days, currency) !== seen) return refuse("moved_on");
  const { actor, tenantId, tx } = scope;
  const id = newId();
  await tx.insert(payrollPeriods).values({
    ...{ tenantId, id, fromDay: from, toDay: to, closedAt: now() },
    closedBy: actor.kind === "member" ? actor.userId : null,
  });
  await tx.insert(payslips).values(
    people.map((person) => {
      const { staffId, commissionMinor, tipsMinor, advancesMinor, broughtMinor, carriedMinor, payMinor } = person;
      const statement = statementOf(person, days, currency);
      return {
        ...{ tenantId, periodId: id, staffId, currency, statement, hash: sha256(statement) },
        ...{ commissionMinor, tipsMinor, advancesMinor, broughtMinor, carriedMinor, payMinor },
      };
    }),
  );
  await recordAudit(scope, {
    action: "payroll.closed",
    entity: "payroll",
    entityId: id,
    after: { from, to, people: people.length, payMinor: people.reduce((sum, one) => sum + one.payMinor, 0), currency },
  });
  recordEvent(scope, { name: "payroll.closed", periodId: id });
  return ok({ id });
}
