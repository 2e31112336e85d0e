import { expect, test } from "vitest";
import { makeHouse } from "@/db/testing/house";
import { readTenant } from "@/lib/tenancy/with-tenant";
import { nearestTo } from "./nearest-to";
import { placed } from "./testing/placed";

test("a time that is gone is told with the nearest free ones of the same person; one that is free with none", async () => {
  const house = await makeHouse();
  const { startsAt } = await placed(house, { day: 2, hour: 10 });
  const near = (at: string) =>
    readTenant(house.tenantId, { kind: "public", via: "page" }, (scope) =>
      nearestTo(scope, {
        lines: [{ serviceId: house.serviceIds[0]!, staffId: house.staffIds[0]! }],
        startsAt: new Date(at),
      }),
    );
  const hoursOff = (slots: { startsAt: string }[] | null) =>
    slots?.map((slot) => Math.abs(Date.parse(slot.startsAt) - Date.parse(startsAt)) / 3_600_000);
  const found = hoursOff(await near(startsAt));
  expect(found).toHaveLength(3);
  expect(Math.min(...found!)).toBe(1);
  expect(await near(new Date(Date.parse(startsAt) + 3_600_000).toISOString())).toBeNull();
});
