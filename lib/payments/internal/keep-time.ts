import { keepForPayment } from "@/lib/bookings/keep-for-payment";
import type { Scope } from "@/lib/tenancy/scope";
import { keptWhileUnknownMs } from "../rules";
import type { Payment } from "./payment";

/** Nobody knows whether it was paid: the time that it is for is kept a while longer. */
export async function keepTime(scope: Scope, { bookingId, askedAt }: Payment): Promise<void> {
  if (bookingId && askedAt) await keepForPayment(scope, bookingId, new Date(askedAt.getTime() + keptWhileUnknownMs));
}
