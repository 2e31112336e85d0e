import { now } from "@/lib/platform/clock";
import { withTenant } from "@/lib/tenancy/with-tenant";
import { parseConfirmation } from "./daraja/c2b";
import { keepReceipts } from "./internal/keep-receipts";

const actor = { kind: "system", job: "mpesa confirmation" } as const;

/** Money that a customer sent by typing the number. Who they say they are is not kept: it proves nothing. */
export async function hearConfirmation(tenantId: string, body: unknown): Promise<void> {
  const told = parseConfirmation(body);
  if (told.kind === "malformed") return;
  const { receipt, amountKes, reference, at } = told;
  const one = { receipt, amountMinor: amountKes * 100, reference, paidAt: at ?? now() };
  await withTenant(tenantId, actor, (scope) => keepReceipts(scope, [one], "confirmation"));
}
