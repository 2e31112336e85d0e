import { sql } from "drizzle-orm";
import { now } from "@/lib/platform/clock";
import type { Scope } from "@/lib/tenancy/scope";
import type { DarajaEnvironment } from "../daraja/account";

/** Queries are few: the sandbox answers five in a minute, and what live use answers is not published. */
const everyMs: Record<DarajaEnvironment, number> = { sandbox: 13_000, live: 1_000 };

/** Whether this one may ask now; otherwise when it may try again. */
export async function takeTurn(
  { tx, tenantId }: Scope,
  environment: DarajaEnvironment,
): Promise<{ mine: true } | { mine: false; at: Date }> {
  const at = now();
  const next = new Date(at.getTime() + everyMs[environment]);
  const [mine] = await tx.execute(sql`
    update mpesa_accounts set next_look_at = ${next.toISOString()}
    where tenant_id = ${tenantId} and (next_look_at is null or next_look_at <= ${at.toISOString()}) returning tenant_id`);
  if (mine) return { mine: true };
  // Spread, so that those who wait do not all come back at once.
  return { mine: false, at: new Date(next.getTime() + Math.floor(Math.random() * 3 * everyMs[environment])) };
}

/** Safaricom has said that it was too often. */
export const postpone = ({ tx, tenantId }: Scope, seconds: number) =>
  tx.execute(sql`
    update mpesa_accounts set next_look_at = ${new Date(now().getTime() + seconds * 1_000).toISOString()}
    where tenant_id = ${tenantId}`);
