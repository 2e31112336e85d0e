import type { PaidFrom } from "@/db/schema/payroll";
import { expenseWasPaid } from "@/lib/payments/ledger";
import { recordEntries } from "@/lib/payments/record-entries";
import { atMinute } from "@/lib/platform/calendar";
import { now } from "@/lib/platform/clock";
import { ok, type Result } from "@/lib/platform/result";
import { houseOf } from "@/lib/tenancy/house-of";
import type { Scope } from "@/lib/tenancy/scope";
import { type NoDrawer, takeFromDrawer } from "@/lib/till/take-from-drawer";

type Wish = { amountMinor: number; paidFrom: PaidFrom; words: string; source: string; day: string };

/**
 * The money of an expense; below nothing it comes back. Cash leaves the open drawer now; other money counts for the day
 * that it was paid on. Called before any row is locked.
 */
export async function spend(
  scope: Scope,
  { amountMinor, paidFrom, words, source, day }: Wish,
): Promise<Result<null, NoDrawer>> {
  const entries = expenseWasPaid(paidFrom, amountMinor);
  if (paidFrom === "cash") {
    const taken = await takeFromDrawer(scope, { amountMinor, reason: words, source, entries });
    return taken.ok ? ok(null) : taken;
  }
  const { currency, timeZone } = await houseOf(scope);
  const noon = atMinute(day, 720, timeZone);
  const at = noon < now() ? noon : now();
  await recordEntries(scope, { kind: "expense", source, entries, currency, timeZone, at });
  return ok(null);
}
