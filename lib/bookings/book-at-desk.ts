import { idempotencyKey } from "@/lib/platform/idempotency";
import type { Scope } from "@/lib/tenancy/scope";
import { type Answer, bookSlot } from "./book-slot";
import type { DeskBookingInput } from "./input";

/** What somebody at the desk books for a customer, or holds for them; sent twice with one key it is one booking. */
export function bookAtDesk(scope: Scope, { holdMinutes, anyway, key, ...input }: DeskBookingInput): Promise<Answer> {
  const idempotency = key ? idempotencyKey("desk-bookings", key, { ...input, holdMinutes, anyway }) : undefined;
  return bookSlot(scope, input, { source: "desk", holdMinutes, anyway, idempotency });
}
