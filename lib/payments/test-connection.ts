import { sql } from "drizzle-orm";
import { recordEvent } from "@/lib/events/record-event";
import { now } from "@/lib/platform/clock";
import { inWords, log } from "@/lib/platform/log";
import { ok, type Result, refuse } from "@/lib/platform/result";
import type { Actor } from "@/lib/tenancy/scope";
import { readTenant, withTenant } from "@/lib/tenancy/with-tenant";
import { type AccountCheck, checkAccount } from "./daraja/check-account";
import { darajaAccount } from "./get-account";
import { darajaDeps } from "./internal/daraja-deps";
import { planCompare } from "./internal/plan-compare";

/** `fault`: what is wrong, in words; null when the keys work. */
export type Tested = { fault: string | null };

export type TestRefusal =
  | { refusal: "no_keys" }
  /** Safaricom told nothing, and what it told before stands. */
  | { refusal: "not_told"; words: string; retryAt: string };

/** Tries the keys of a business at Safaricom, without asking anybody for money, and keeps what was found. */
export async function testConnection(tenantId: string, actor: Actor): Promise<Result<Tested, TestRefusal>> {
  const account = await readTenant(tenantId, actor, darajaAccount);
  if (!account) return refuse("no_keys");
  const check = await checkAccount(darajaDeps(tenantId), account).catch((error): AccountCheck => {
    log().warn({ fault: inWords(error) }, "keys of M-Pesa were not tested");
    return { kind: "no_answer", words: "Safaricom could not be reached.", retryAfterSeconds: 60 };
  });
  if (check.kind === "no_answer") {
    const retryAt = new Date(now().getTime() + check.retryAfterSeconds * 1_000).toISOString();
    return refuse("not_told", { words: check.words, retryAt });
  }
  const fault = check.kind === "works" ? null : check.words;
  await withTenant(tenantId, actor, async (scope) => {
    // What was found is of the keys that were tried; others may have taken their place.
    if (JSON.stringify(await darajaAccount(scope)) !== JSON.stringify(account)) return;
    await scope.tx.execute(sql`
      update mpesa_accounts set fault = ${fault}, tested_at = ${now().toISOString()} where tenant_id = ${tenantId}`);
    if (!fault) await planCompare(scope);
    recordEvent(scope, { name: "mpesa.changed", tenantId });
  });
  return ok({ fault });
}
