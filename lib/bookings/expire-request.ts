import type { Scope } from "@/lib/tenancy/scope";
import { changeBooking } from "./change-booking";

/** A request that nobody answered in time is none any more; one that was answered stays what it is. */
export async function expireRequest(scope: Scope, { bookingId }: { bookingId: string }): Promise<[]> {
  await changeBooking(scope, { id: bookingId, move: "expire", from: "requested" });
  return [];
}
