import { sql } from "drizzle-orm";
import { accessTokens } from "@/db/schema/requests";
import { recordAudit } from "@/lib/auth/audit";
import { recordEvent } from "@/lib/events/record-event";
import { now } from "@/lib/platform/clock";
import { inWords } from "@/lib/platform/log";
import { readPhone } from "@/lib/platform/phone";
import { ok, type Result, refuse } from "@/lib/platform/result";
import type { Actor, Scope } from "@/lib/tenancy/scope";
import { withTenant } from "@/lib/tenancy/with-tenant";
import type { DarajaAccount } from "./daraja/account";
import { type RegisterAnswer, registerC2b } from "./daraja/c2b";
import { isMsisdn } from "./daraja/msisdn";
import { registerPull } from "./daraja/pull";
import { darajaAccount } from "./get-account";
import { callbackUrl, darajaDeps } from "./internal/daraja-deps";
import { planCompare } from "./internal/plan-compare";
import { planPull } from "./internal/plan-pull";
import { moneyToken, moneyTokenHash } from "./payment-token";

/** `already`: it was told before, which may have been another address than ours. */
type Told = "registered" | "already";

export type Telling = {
  payments: Told;
  /** Whether its list may be read: not every business has been given that. */
  list: Told | "no_phone" | "refused";
};

export type TellRefusal =
  | { refusal: "no_keys" }
  /** `words`: Safaricom's own. */
  | { refusal: "rejected"; words: string }
  | { refusal: "unreachable" };

type Start = { account: DarajaAccount; phone: string | null };

/** Has Safaricom report every payment to the business's number, and let us read its list of them. */
export async function letMpesaTell(tenantId: string, actor: Actor): Promise<Result<Telling, TellRefusal>> {
  const start = await withTenant(tenantId, actor, prepare);
  if (!start) return refuse("no_keys");
  const address = callbackUrl(`/api/money/till/${moneyToken("mpesa_account", tenantId)}`);
  const deps = darajaDeps(tenantId);
  const payments = await registerC2b(deps, start.account, {
    confirmationUrl: `${address}/confirmation`,
    validationUrl: `${address}/validation`,
  }).catch(unknown);
  if (payments.kind === "rejected") return refuse("rejected", { words: payments.message });
  if (payments.kind !== "registered" && payments.kind !== "already") return refuse("unreachable");
  const list = start.phone
    ? await registerPull(deps, start.account, { msisdn: start.phone, callbackUrl: `${address}/confirmation` }).catch(
        unknown,
      )
    : null;
  const reads = list?.kind === "registered" || list?.kind === "already" ? list.kind : list ? "refused" : "no_phone";
  const telling: Telling = { payments: payments.kind, list: reads };
  await withTenant(tenantId, actor, (scope) => keep(scope, telling));
  return ok(telling);
}

const unknown = (error: unknown): RegisterAnswer => ({ kind: "unknown", detail: inWords(error) });

/** The address is known here before Safaricom hears of it: it may knock at once. */
async function prepare(scope: Scope): Promise<Start | null> {
  const { tx, tenantId } = scope;
  const account = await darajaAccount(scope);
  if (!account) return null;
  const hash = moneyTokenHash("mpesa_account", tenantId);
  await tx
    .insert(accessTokens)
    .values({ hash, tenantId, kind: "mpesa_account", subjectId: tenantId, createdAt: now() })
    .onConflictDoNothing();
  const [tenant] = await tx.execute<{ phone: string }>(sql`select phone from tenants where id = ${tenantId}`);
  const phone = readPhone(tenant?.phone ?? "")?.slice(1) ?? "";
  return { account, phone: isMsisdn(phone) ? phone : null };
}

async function keep(scope: Scope, { payments, list }: Telling): Promise<void> {
  const { tenantId } = scope;
  await scope.tx.execute(
    sql`update mpesa_accounts set tells_since = ${now().toISOString()} where tenant_id = ${tenantId}`,
  );
  // Whether it tells of what came before it was asked for is written nowhere.
  if (list === "registered")
    await scope.tx.execute(sql`
      update mpesa_accounts set pulled_since = ${now().toISOString()}, pulled_to = null where tenant_id = ${tenantId}`);
  if (list === "registered" || list === "already") {
    await planPull(scope, now());
    await planCompare(scope);
  }
  await recordAudit(scope, {
    action: "mpesa.told",
    entity: "tenant",
    entityId: tenantId,
    after: { payments, list },
  });
  recordEvent(scope, { name: "mpesa.changed", tenantId });
}
