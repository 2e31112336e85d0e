import { sql } from "drizzle-orm";
import { tenantSecrets } from "@/db/schema/audit";
import { recordAudit } from "@/lib/auth/audit";
import { recordEvent } from "@/lib/events/record-event";
import { now } from "@/lib/platform/clock";
import { env } from "@/lib/platform/env";
import { ok, type Result, refuse } from "@/lib/platform/result";
import { seal } from "@/lib/platform/seal";
import type { Scope } from "@/lib/tenancy/scope";
import { type Keys, keysName, keysPlace } from "./get-account";
import type { MpesaKeysInput } from "./input";
import { forgetTokens } from "./internal/forget-tokens";
import { keptKeys } from "./internal/kept-keys";

export type KeyField = Exclude<keyof MpesaKeysInput, "environment">;

export type KeysRefusal =
  /** Keys are for a number, which is said first. */
  | { refusal: "no_number" }
  /** A till asks phones under the number of its store. */
  | { refusal: "no_store_number" }
  | { refusal: "missing"; fields: KeyField[] }
  /** Nobody's real money moves in a demo. */
  | { refusal: "sandbox_only" };

/** Keys that are kept sealed and never shown again. What is left blank stays as it was. */
export async function setKeys(scope: Scope, input: MpesaKeysInput): Promise<Result<true, KeysRefusal>> {
  const { tenantId, tx } = scope;
  const { environment } = input;
  if (environment === "live" && env().APP_MODE === "demo") return refuse("sandbox_only");
  const [account] = await tx.execute<{ kind: string; store_number: string | null; environment: string | null }>(
    sql`select kind, store_number, environment from mpesa_accounts where tenant_id = ${tenantId} for update`,
  );
  if (!account) return refuse("no_number");
  if (account.kind === "till" && !account.store_number) return refuse("no_store_number");
  const before = await keptKeys(scope);
  const made = merged(input, before?.keys ?? null);
  if ("missing" in made) return refuse("missing", { fields: made.missing });
  await tx
    .insert(tenantSecrets)
    .values({ tenantId, name: keysName, sealed: seal(JSON.stringify(made), keysPlace(tenantId)), createdAt: now() })
    .onConflictDoUpdate({
      target: [tenantSecrets.tenantId, tenantSecrets.name],
      set: { sealed: sql`excluded.sealed`, createdAt: sql`excluded.created_at` },
    });
  await tx.execute(sql`
    update mpesa_accounts set environment = ${environment}, fault = null, tested_at = null where tenant_id = ${tenantId}`);
  if (account.environment && account.environment !== environment) await forgetLists(scope, account.environment);
  await forgetTokens(scope);
  await recordAudit(scope, {
    action: "mpesa.keys_set",
    entity: "tenant",
    entityId: tenantId,
    after: { environment, keyEndsIn: made.consumerKey.slice(-4), initiator: made.initiator !== undefined },
  });
  recordEvent(scope, { name: "mpesa.changed", tenantId });
  return ok(true as const);
}

/** Money of the sandbox is nobody's, and what its list tells says nothing of the list where money is real; nor the other way. */
async function forgetLists({ tx, tenantId }: Scope, environment: string): Promise<void> {
  await tx.execute(sql`
    update mpesa_accounts set pulls = null, pulled_since = ${now().toISOString()}, pulled_to = null, tells_since = null,
      next_look_at = null where tenant_id = ${tenantId}`);
  if (environment !== "sandbox") return;
  await tx.execute(sql`
    update mpesa_receipts set settled_as = 'sandbox' where tenant_id = ${tenantId} and payment_id is null
      and settled_as is null and source in ('pull', 'confirmation')`);
  await tx.execute(sql`
    update mpesa_days set seen_minor = listed_minor - written_minor, note = 'sandbox'
    where tenant_id = ${tenantId} and listed_minor <> written_minor`);
}

/** What is given, and where nothing is given what there is. An initiator is a name and a password, or none. */
function merged(given: MpesaKeysInput, kept: Keys | null): Keys | { missing: KeyField[] } {
  const consumerKey = given.consumerKey ?? kept?.consumerKey;
  const consumerSecret = given.consumerSecret ?? kept?.consumerSecret;
  const passkey = given.passkey ?? kept?.passkey;
  const name = given.initiatorName ?? kept?.initiator?.name;
  const password = given.initiatorPassword ?? kept?.initiator?.password;
  const missing: KeyField[] = [];
  if (!consumerKey) missing.push("consumerKey");
  if (!consumerSecret) missing.push("consumerSecret");
  if (!passkey) missing.push("passkey");
  if (password && !name) missing.push("initiatorName");
  if (name && !password) missing.push("initiatorPassword");
  if (!consumerKey || !consumerSecret || !passkey || missing.length > 0) return { missing };
  return { consumerKey, consumerSecret, passkey, ...(name && password ? { initiator: { name, password } } : {}) };
}
