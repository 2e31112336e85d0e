import "server-only";
import type { MpesaKeysInput, MpesaNumberInput } from "@/lib/payments/input";
import { letMpesaTell, type Telling } from "@/lib/payments/let-mpesa-tell";
import { setAccount } from "@/lib/payments/set-account";
import { type KeyField, type KeysRefusal, setKeys } from "@/lib/payments/set-keys";
import { takeSimulated } from "@/lib/payments/take-simulated";
import { type Tested, testConnection } from "@/lib/payments/test-connection";
import { formatTime } from "@/lib/platform/format";
import type { Actor } from "@/lib/tenancy/scope";
import { withTenant } from "@/lib/tenancy/with-tenant";
import { type ActionAnswer, done, stopped } from "./action";

/** What an owner does to M-Pesa of their business, and an administrator to the platform's. What is kept is tried at once. */

export async function keepNumber(tenantId: string, actor: Actor, input: MpesaNumberInput) {
  const set = await withTenant(tenantId, actor, (scope) => setAccount(scope, input));
  if (!set.ok)
    return stopped("Some fields are not right.", {
      code: set.refusal,
      fields: { storeNumber: ["is needed while there are keys: a till asks phones under the number of its store"] },
    });
  await testConnection(tenantId, actor);
  return done(null);
}

export async function keepKeys(tenantId: string, actor: Actor, input: MpesaKeysInput) {
  const set = await withTenant(tenantId, actor, (scope) => setKeys(scope, input));
  if (!set.ok) return keysStopped(set);
  await testConnection(tenantId, actor);
  return done(null);
}

export async function keepSimulated(tenantId: string, actor: Actor, { kind }: { kind: "till" | "paybill" }) {
  const set = await withTenant(tenantId, actor, (scope) => takeSimulated(scope, kind));
  if (!set.ok) return keysStopped(set);
  await testConnection(tenantId, actor);
  return done(null);
}

export async function tryKept(tenantId: string, actor: Actor): Promise<ActionAnswer<Tested>> {
  const tested = await testConnection(tenantId, actor);
  if (tested.ok) return done(tested.value);
  if (tested.refusal === "no_keys") return noKeys();
  const at = formatTime(tested.retryAt, "Africa/Nairobi");
  return stopped(`${tested.words} What it said before stands. Test again after ${at}.`, { code: tested.refusal });
}

/** Answers in words what became of it. */
export async function haveItTold(tenantId: string, actor: Actor): Promise<ActionAnswer<string>> {
  const told = await letMpesaTell(tenantId, actor);
  if (told.ok) return done(`${paymentsWords[told.value.payments]} ${listWords[told.value.list]}`);
  const code = told.refusal;
  if (told.refusal === "no_keys") return noKeys();
  if (told.refusal === "unreachable") return stopped("Safaricom did not answer. Try again in a few minutes.", { code });
  return stopped(`Safaricom refused it: “${told.words}”`, { code });
}

const noKeys = () => stopped("There are no keys yet. Give them first.", { code: "no_keys" });

function keysStopped(refused: KeysRefusal | { refusal: "no_simulator" }) {
  const code = refused.refusal;
  const wrong = (fields: Record<string, string[]>) => stopped("Some fields are not right.", { code, fields });
  switch (refused.refusal) {
    case "missing":
      return wrong(Object.fromEntries(refused.fields.map((field): [KeyField, string[]] => [field, ["is needed"]])));
    case "sandbox_only":
      return wrong({ environment: ["is the sandbox in a demo: no real money moves here"] });
    case "no_number":
      return stopped("Say first where you are paid: the number of your till or PayBill.", { code });
    case "no_store_number":
      return stopped("A till asks phones under the number of its store. Give the store number above first.", { code });
    case "no_simulator":
      return stopped("M-Pesa is not simulated here.", { code });
  }
}

const paymentsWords: Record<Telling["payments"], string> = {
  registered: "M-Pesa now tells us about every payment to your number.",
  already:
    "M-Pesa was told an address for this number before. If payments that customers type do not show up here, ask apisupport@safaricom.co.ke to remove the old address, and press this again.",
};

const listWords: Record<Telling["list"], string> = {
  registered: "We can also read its list of what came in.",
  already: "We can also read its list of what came in.",
  no_phone: "To read its list of what came in it wants a Kenyan mobile number in your business profile.",
  refused:
    "It does not let us read its list of what came in: ask Safaricom for “Pull Transactions”, or upload statements.",
};
