import postgres from "postgres";
import { afterAll, expect, test } from "vitest";
import { makeHouse } from "@/db/testing/house";
import { newId } from "@/lib/platform/ids";
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
