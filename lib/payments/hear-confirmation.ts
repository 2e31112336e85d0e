import { sql } from "drizzle-orm";
import { now } from "@/lib/platform/clock";
import { log } from "@/lib/platform/log";
import { withTenant } from "@/lib/tenancy/with-tenant";
import { parseConfirmation } from "./daraja/c2b";
import { isSafaricom } from "./internal/addresses";
import { noteReceipts, settleReceipt } from "./internal/keep-receipts";

const actor = { kind: "system", job: "mpesa confirmation" } as const;

/**
 * Money that a customer sent by typing the number. Who they say they are is not kept: it proves nothing. It is written down
 * before anything is made of it; what is posted from elsewhere than Safaricom waits for the list, or for a person.
 */
export async function hearConfirmation(tenantId: string, body: unknown, address: string): Promise<void> {
  const told = parseConfirmation(body);
  if (told.kind === "malformed") return;
  const { receipt, amountKes, reference, shortcode, at } = told;
  const one = { receipt, amountMinor: amountKes * 100, reference, paidAt: at ?? now() };
  const matches = await withTenant(tenantId, actor, async (scope) => {
    const [mine] = await scope.tx.execute(sql`
      select 1 from mpesa_accounts where tenant_id = ${tenantId} and ${shortcode} in (number, store_number)`);
    return mine ? (await noteReceipts(scope, [one], "confirmation")).matches : [];
  });
  if (!isSafaricom(address)) return;
  for (const match of matches)
    await withTenant(tenantId, actor, (scope) => settleReceipt(scope, match)).catch((error: unknown) =>
      // It stands among what came in, and the desk sees it there.
      log().error({ err: error }, "a confirmation was kept and not settled"),
    );
}
