import postgres from "postgres";
import { afterAll, expect, test } from "vitest";
import { makeHouse } from "@/db/testing/house";
import { bookSlot } from "@/lib/bookings/book-slot";
import { bookSlotInput } from "@/lib/bookings/input";
import { nextFree } from "@/lib/bookings/next-free";
import type { Language } from "@/lib/platform/format";
import { newId } from "@/lib/platform/ids";
import { readTenant, withTenant } from "@/lib/tenancy/with-tenant";
import { foundFor } from "./found-for";

const admin = postgres(process.env.TEST_ADMIN_URL!, { max: 1, onnotice: () => {} });
afterAll(() => admin.end());

test("who looks for what is open now is shown those alone, at whatever hour", async () => {
  const mark = newId().slice(-8);
  const [night, shut] = [await makeHouse({ name: `Usiku ${mark}` }), await makeHouse({ name: `Funga ${mark}` })];
  await admin`update staff_hours set from_minute = 0, to_minute = 1440 where tenant_id = ${night.tenantId}`;
  await admin`delete from staff_hours where tenant_id = ${shut.tenantId}`;
  const find = async (isOpenNow: boolean) => {
    const { rows, total } = await foundFor({ search: mark, kind: undefined, isOpenNow, skip: 0 }, "en");
    return { total, open: rows.map(({ business, opening }) => [business.slug, opening.open]).toSorted() };
  };
  const [open, closed] = [
    [night.slug, true],
    [shut.slug, false],
  ];
  expect(await find(true)).toEqual({ total: 2, open: [open] });
  expect(await find(false)).toEqual({ total: 2, open: [open, closed].toSorted() });
});

test("beside each stands when it has time next, in the words of who reads; what was booked meanwhile is no longer it", async () => {
  const mark = newId().slice(-8);
  const house = await makeHouse({ name: `Saa ${mark}` });
  const empty = await makeHouse({ name: `Tupu ${mark}` });
  await admin`update staff_hours set from_minute = 0, to_minute = 1440 where tenant_id = ${house.tenantId}`;
  await admin`delete from staff_services where tenant_id = ${empty.tenantId}`;
  const find = async (language: Language) => {
    const { rows } = await foundFor({ search: mark, kind: undefined, isOpenNow: false, skip: 0 }, language);
    return Object.fromEntries(rows.map(({ business, nextFree }) => [business.slug, nextFree]));
  };
  // Worked out, however long that takes here: whoever looks does not wait for it.
  await expect.poll(async () => (await find("en"))[house.slug]).toMatch(/^Next free: (today|tomorrow) \d\d:\d\d$/);
  const first = await find("en");
  expect(first[empty.slug]).toBeNull();
  expect((await find("sw"))[house.slug]).toMatch(/^Nafasi ijayo: (leo|kesho) \d\d:\d\d$/);

  const actor = { kind: "public", via: "page" } as const;
  const startsAt = await readTenant(house.tenantId, actor, nextFree);
  const booked = await withTenant(house.tenantId, actor, (scope) =>
    bookSlot(
      scope,
      bookSlotInput.parse({
        lines: [{ serviceId: house.serviceIds[0] }],
        startsAt,
        customer: { name: "Achieng", phone: "0712 000 123" },
      }),
      { source: "public" },
    ),
  );
  expect(booked).toMatchObject({ ok: true });
  await expect.poll(async () => (await find("en"))[house.slug]).not.toBe(first[house.slug]);
});
