import { sql } from "drizzle-orm";
import { recordEvent } from "@/lib/events/record-event";
import { now } from "@/lib/platform/clock";
import type { Scope } from "@/lib/tenancy/scope";
import { letGo } from "./take-time";

/** Its time has come; what was taken or let go before stays so. */
export async function freeHold(scope: Scope, holdId: string): Promise<void> {
  const freed = await letGo(scope, sql`h.id = ${holdId} and h.expires_at <= ${now().toISOString()}`, "expired");
  for (const slot of freed) recordEvent(scope, { name: "slot.freed", ...slot });
}

/** A visitor looks for something else: what was kept for them is anybody's again. */
export async function letHoldGo(scope: Scope, holdId: string): Promise<void> {
  const freed = await letGo(scope, sql`h.id = ${holdId} and h.visitor is not null`, "let_go");
  for (const slot of freed) recordEvent(scope, { name: "slot.freed", ...slot });
}
