import { sql } from "drizzle-orm";
import { recordAudit } from "@/lib/auth/audit";
import { recordEvent } from "@/lib/events/record-event";
import { staffWasPaid } from "@/lib/payments/ledger";
import { holdLedger } from "@/lib/payments/ledger-lock";
import { recordEntries } from "@/lib/payments/record-entries";
import { now } from "@/lib/platform/clock";
import { ok, type Result, refuse } from "@/lib/platform/result";
import { houseOf } from "@/lib/tenancy/house-of";
import type { Scope } from "@/lib/tenancy/scope";
import { type NoDrawer, takeFromDrawer } from "@/lib/till/take-from-drawer";
import type { PayPayslipInput } from "./input";

export type PayPayslipRefusal = NoDrawer | { refusal: "unknown_payslip" } | { refusal: "nothing_to_pay" };

/** Somebody has got what their payslip says. Said twice it is paid once. */
export async function payPayslip(
  scope: Scope,
  { periodId, staffId, paidFrom, reference }: PayPayslipInput,
): Promise<Result<{ staffId: string }, PayPayslipRefusal>> {
  // Before any row: cash comes out of the drawer.
  await holdLedger(scope);
  const { actor, tenantId, tx } = scope;
  const [slip] = await tx.execute<{ payMinor: string; paid: boolean; name: string }>(sql`
    select s.pay_minor as "payMinor", s.paid_at is not null as paid, p.name from payslips s
    join staff p on p.tenant_id = s.tenant_id and p.id = s.staff_id
    where s.tenant_id = ${tenantId} and s.period_id = ${periodId} and s.staff_id = ${staffId} for update of s`);
  if (!slip) return refuse("unknown_payslip");
  if (slip.paid) return ok({ staffId });
  const amountMinor = Number(slip.payMinor);
  if (amountMinor === 0) return refuse("nothing_to_pay");
  const entries = staffWasPaid(paidFrom, amountMinor);
  const source = `payslip ${periodId} ${staffId}`;
  const { currency, timeZone } = await houseOf(scope);
  if (paidFrom === "cash") {
    const taken = await takeFromDrawer(scope, { amountMinor, reason: `Pay of ${slip.name}`, source, entries });
    if (!taken.ok) return taken;
  } else await recordEntries(scope, { kind: "payout", source, entries, currency, timeZone });
  const at = now().toISOString();
  await tx.execute(sql`
    update payslips set paid_from = ${paidFrom}, reference = ${reference}, paid_at = ${at},
      paid_by = ${actor.kind === "member" ? actor.userId : null}
    where tenant_id = ${tenantId} and period_id = ${periodId} and staff_id = ${staffId}`);
  await recordAudit(scope, {
    action: "payslip.paid",
    entity: "staff",
    entityId: staffId,
    after: { amountMinor, currency, paidFrom, ...(reference ? { reference } : {}) },
  });
  recordEvent(scope, { name: "payslip.paid", periodId, staffId });
  return ok({ staffId });
}
