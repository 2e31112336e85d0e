import { expect, test, vi } from "vitest";
import { makeHouse } from "@/db/testing/house";
import { addDays, atMinute, localDate } from "@/lib/platform/calendar";
import { now } from "@/lib/platform/clock";
import { idempotencyKey } from "@/lib/platform/idempotency";
import { withTenant } from "@/lib/tenancy/with-tenant";
import { bookSlot } from "./book-slot";
import { bookSlotInput } from "./input";
import { listOpenSlots } from "./list-open-slots";

// Behind a pooler that knows no prepared statements (see docs/deploy.md) everything has to work as well.
vi.hoisted(() => {
  process.env.DATABASE_URL += "?prepare=false";
});

test("offers, books, refuses and repeats without prepared statements", async () => {
  const house = await makeHouse();
  const day = addDays(localDate(now(), "Africa/Nairobi"), 1);
  const guest = { kind: "public", via: "api" } as const;
  const asked = { serviceId: house.serviceIds[0]!, staffId: "any", from: day, to: day };
  const starts = async () => {
    const open = await withTenant(house.tenantId, guest, (scope) => listOpenSlots(scope, asked));
    return open.ok ? open.value.days.flatMap(({ slots }) => slots.map((slot) => slot.startsAt)) : [];
  };
  const ten = atMinute(day, 600, "Africa/Nairobi").toISOString();
  const book = (key: string, phone: string) => {
    const input = bookSlotInput.parse({
      lines: [{ serviceId: house.serviceIds[0] }],
      startsAt: ten,
      customer: { name: "Wanjiru", phone },
    });
    return withTenant(house.tenantId, guest, (scope) =>
      bookSlot(scope, input, { source: "api", idempotency: idempotencyKey("book", key, input) }),
    );
  };
  expect(await starts()).toContain(ten);
  const first = await book("first-key", "0712000001");
  expect(first.ok).toBe(true);
  expect(await book("first-key", "0712000001")).toEqual(first);
  expect(await book("second-key", "0712000002")).toMatchObject({ refusal: "slot_taken" });
  expect(await starts()).not.toContain(ten);
});
