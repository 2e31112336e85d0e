import type { House } from "@/db/testing/house";
import { addDays, atMinute, localDate } from "@/lib/platform/calendar";
import { now } from "@/lib/platform/clock";
import type { Actor } from "@/lib/tenancy/scope";
import { withTenant } from "@/lib/tenancy/with-tenant";
import { type Booked, bookSlot } from "../book-slot";
import { bookSlotInput } from "../input";

const zone = "Africa/Nairobi";

/** A booking of tomorrow (or `day` days on) at `hour`, made as a customer does. */
export async function placed(
  { tenantId, serviceIds, staffIds }: House,
  at: { day?: number; hour?: number; name?: string; phone?: string } = {},
): Promise<Booked> {
  const { day = 1, hour = 10, name = "Chebet", phone = "0711550010" } = at;
  const input = bookSlotInput.parse({
    lines: [{ serviceId: serviceIds[0], staffId: staffIds[0] }],
    startsAt: atMinute(addDays(localDate(now(), zone), day), hour * 60, zone).toISOString(),
    customer: { name, phone },
  });
  const booked = await withTenant(tenantId, { kind: "public", via: "api" }, (scope) =>
    bookSlot(scope, input, { source: "api" }),
  );
  if (!booked.ok) throw new Error(booked.refusal);
  return booked.value;
}

export const deskOf = (userId: string): Actor => ({ kind: "member", userId, role: "front_desk", staffId: null });
