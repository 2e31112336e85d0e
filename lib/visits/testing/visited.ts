import type { House } from "@/db/testing/house";
import { bookSlot } from "@/lib/bookings/book-slot";
import { bookSlotInput } from "@/lib/bookings/input";
import { deskOf } from "@/lib/bookings/testing/placed";
import { addDays, atMinute, localDate } from "@/lib/platform/calendar";
import { now } from "@/lib/platform/clock";
import { newId } from "@/lib/platform/ids";
import { withTenant } from "@/lib/tenancy/with-tenant";
import { recordChange } from "../record-change";

const zone = "Africa/Nairobi";

/** A visit that has just begun, of a booking brought to now by `bring`; one line for each of `staffIds`. Its booking's id. */
export async function visited(
  { tenantId, serviceIds, staffIds }: House,
  bring: (bookingId: string) => Promise<void>,
  who: { name?: string; phone?: string; hour?: number; staffIds?: string[] } = {},
): Promise<string> {
  const { name = "Chebet", phone = "0711550010", hour = 10 } = who;
  const input = bookSlotInput.parse({
    lines: (who.staffIds ?? [staffIds[0]!]).map((staffId, at) => ({
      serviceId: serviceIds[at % serviceIds.length],
      staffId,
    })),
    startsAt: atMinute(addDays(localDate(now(), zone), 1), hour * 60, zone).toISOString(),
    customer: { name, phone },
  });
  const desk = deskOf(newId());
  const booked = await withTenant(tenantId, desk, (scope) => bookSlot(scope, input, { source: "desk" }));
  if (!booked.ok) throw new Error(booked.refusal);
  const { id } = booked.value;
  await bring(id);
  const begun = await withTenant(tenantId, desk, (scope) =>
    recordChange(scope, { id, move: "start", from: "confirmed" }),
  );
  if (!begun.ok) throw new Error(begun.refusal);
  return id;
}
