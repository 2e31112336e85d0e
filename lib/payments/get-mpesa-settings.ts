import { sql } from "drizzle-orm";
import { env } from "@/lib/platform/env";
import { headOf, writePosition } from "@/lib/tenancy/head";
import type { Scope } from "@/lib/tenancy/scope";
import { isPublicUrl } from "./daraja/public-url";
import { callbackUrl } from "./internal/daraja-deps";
import { keptKeys } from "./internal/kept-keys";

export type MpesaSettings = {
  account: { kind: "till" | "paybill"; number: string; storeNumber: string | null } | null;
  environment: "sandbox" | "live" | null;
  /** That there are keys, and which. Nothing of them but the end of the one that is no secret; null when they cannot be read. */
  keys: { setAt: string; endsIn: string | null; initiator: boolean } | null;
  test: { at: string; fault: string | null } | null;
  /** Since when Safaricom reports what customers pay by typing the number, and whether its list can be read. */
  tellsSince: string | null;
  pulls: boolean | null;
  /** Where Safaricom posts to, and whether it can get there. */
  callbacks: { address: string; reachable: boolean };
  /** A demo takes no keys for real money. */
  sandboxOnly: boolean;
  /** Safaricom is simulated here, and its made-up businesses can be taken for one's own. */
  simulator: boolean;
  position: string;
};

type Row = {
  kind: "till" | "paybill";
  number: string;
  store_number: string | null;
  environment: "sandbox" | "live" | null;
  fault: string | null;
  tested_at: string | null;
  tells_since: string | null;
  pulls: boolean | null;
};

const instant = (at: string | null | undefined): string | null => (at ? new Date(at).toISOString() : null);

/** How M-Pesa is set up, for those who look after it. No secret leaves the server. */
export async function getMpesaSettings(scope: Scope): Promise<MpesaSettings> {
  const [head, [row], kept] = await Promise.all([
    headOf(scope),
    scope.tx.execute<Row>(sql`
      select kind, number, store_number, environment, fault, tested_at, tells_since, pulls
      from mpesa_accounts where tenant_id = ${scope.tenantId}`),
    keptKeys(scope),
  ]);
  const testedAt = instant(row?.tested_at);
  return {
    account: row ? { kind: row.kind, number: row.number, storeNumber: row.store_number } : null,
    environment: row?.environment ?? null,
    keys: kept && {
      setAt: kept.setAt,
      endsIn: kept.keys?.consumerKey.slice(-4) ?? null,
      initiator: kept.keys?.initiator !== undefined,
    },
    test: testedAt ? { at: testedAt, fault: row?.fault ?? null } : null,
    tellsSince: instant(row?.tells_since),
    pulls: row?.pulls ?? null,
    callbacks: { address: callbackUrl(""), reachable: isPublicUrl(callbackUrl("/api/money")) },
    sandboxOnly: env().APP_MODE === "demo",
    simulator: hasSimulator(),
    position: writePosition(head),
  };
}

/** Never where money is real. */
export const hasSimulator = (): boolean => env().APP_MODE !== "live" && env().DARAJA_BASE_URL !== undefined;
