import { keepForPayment } from "@/lib/bookings/keep-for-payment";
import { now } from "@/lib/platform/clock";
import type { Scope } from "@/lib/tenancy/scope";
import { keptWhileUnknownMs } from "../rules";
import type { Payment } from "./payment";

/** From this moment on nobody knows whether it was paid: the time that it is for is kept a while longer. */
export async function keepTime(scope: Scope, { bookingId }: Payment): Promise<void> {
  if (bookingId) await keepForPayment(scope, bookingId, new Date(now().getTime() + keptWhileUnknownMs), "unknown");
}
