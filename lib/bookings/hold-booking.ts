import { holdRules } from "@/lib/tenancy/rules-lock";
import type { Scope } from "@/lib/tenancy/scope";
import { holdBookings } from "./internal/lock-booking";

/** For payments: nobody else changes this booking until the transaction ends. The rules before it, as everybody does. */
export async function holdBooking(scope: Scope, id: string): Promise<void> {
  await holdRules(scope);
  await holdBookings(scope, [id]);
}
