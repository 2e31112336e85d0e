import { sql } from "drizzle-orm";
import type { PaymentStatus } from "@/db/schema/payments";
import { recordEvent } from "@/lib/events/record-event";
import { now } from "@/lib/platform/clock";
import type { Scope } from "@/lib/tenancy/scope";
import { classOf, type ResultClass } from "../daraja/result-codes";
import { doubt } from "./doubt";
import { factsOf, type Payment } from "./payment";

const ends: Partial<Record<ResultClass, PaymentStatus>> = { expired: "expired", config: "config_error" };
/** Not the payer's fault, or nobody knows what it means: the house has to look. */
const alarming: ReadonlySet<ResultClass> = new Set(["config", "merchant", "unknown"]);

/** It was not paid, by the word of Safaricom; money that comes all the same is still taken. */
export async function fail(
  scope: Scope,
  payment: Payment,
  code: string,
  why: ResultClass = classOf(code),
): Promise<void> {
  await scope.tx.execute(sql`
    update payments set status = ${ends[why] ?? "declined"}, result_code = ${code}, settled_at = ${now().toISOString()}
    where tenant_id = ${scope.tenantId} and id = ${payment.id}`);
  recordEvent(scope, { name: "payment.failed", ...factsOf(payment), why });
  if (alarming.has(why)) await doubt(scope, payment, why === "unknown" ? "unknown_code" : why);
}
