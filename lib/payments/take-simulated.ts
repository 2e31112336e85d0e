import { ok, type Result, refuse } from "@/lib/platform/result";
import { platformTenantId } from "@/lib/tenancy/platform-tenant";
import type { Scope } from "@/lib/tenancy/scope";
import { hasSimulator } from "./get-mpesa-settings";
import { setAccount } from "./set-account";
import { type KeysRefusal, setKeys } from "./set-keys";
import { simulatedAccounts } from "./simulator/accounts";

/** The number and keys of a business that the simulator knows, as its owner would type them. */
export async function takeSimulated(
  scope: Scope,
  kind: "till" | "paybill",
): Promise<Result<true, KeysRefusal | { refusal: "no_simulator" }>> {
  if (!hasSimulator()) return refuse("no_simulator");
  const known = scope.tenantId === platformTenantId && kind === "paybill" ? "platform" : kind;
  const { shortcode, till, consumerKey, consumerSecret, passkey, initiator } = simulatedAccounts[known];
  const placed = await setAccount(scope, {
    kind,
    number: till ?? shortcode,
    storeNumber: till ? shortcode : undefined,
  });
  if (!placed.ok) return placed;
  const set = await setKeys(scope, {
    environment: "sandbox",
    ...{ consumerKey, consumerSecret, passkey },
    initiatorName: initiator?.name,
    initiatorPassword: initiator?.password,
  });
  return set.ok ? ok(true as const) : set;
}
