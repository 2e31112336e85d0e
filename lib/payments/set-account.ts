import { sql } from "drizzle-orm";
import { mpesaAccounts } from "@/db/schema/payments";
import { recordAudit } from "@/lib/auth/audit";
import { recordEvent } from "@/lib/events/record-event";
import { now } from "@/lib/platform/clock";
import { ok, type Result, refuse } from "@/lib/platform/result";
import type { Scope } from "@/lib/tenancy/scope";
import type { MpesaNumberInput } from "./input";

type Row = { kind: "till" | "paybill"; number: string; store_number: string | null; environment: string | null };

/** Where the business is paid. What was said of the keys was said of them with the number before: they are tested anew. */
export async function setAccount(
  scope: Scope,
  input: MpesaNumberInput,
): Promise<Result<true, { refusal: "no_store_number" }>> {
  const { tenantId, tx } = scope;
  const { kind, number } = input;
  const storeNumber = kind === "till" ? (input.storeNumber ?? null) : null;
  const [before] = await tx.execute<Row>(
    sql`select kind, number, store_number, environment from mpesa_accounts where tenant_id = ${tenantId} for update`,
  );
  // With keys phones are asked, and of a till under the number of its store.
  if (before?.environment && kind === "till" && !storeNumber) return refuse("no_store_number");
  const after = { kind, number, storeNumber };
  const was = before && { kind: before.kind, number: before.number, storeNumber: before.store_number };
  if (was && JSON.stringify(was) === JSON.stringify(after)) return ok(true as const);
  await tx
    .insert(mpesaAccounts)
    .values({ tenantId, ...after, createdAt: now() })
    .onConflictDoUpdate({
      target: mpesaAccounts.tenantId,
      set: { ...after, fault: null, testedAt: null, tellsSince: null, pulls: null, pulledSince: now(), pulledTo: null },
    });
  await recordAudit(scope, {
    action: "mpesa.number_set",
    entity: "tenant",
    entityId: tenantId,
    ...(was ? { before: was } : {}),
    after,
  });
  recordEvent(scope, { name: "mpesa.changed", tenantId });
  return ok(true as const);
}
