import postgres from "postgres";
import { afterAll, expect, test } from "vitest";
import { busyYear } from "@/lib/analytics/testing/busy-year";
import { tidy } from "./tidy";

const sql = postgres(process.env.TEST_ADMIN_URL!, { max: 1, onnotice: () => {} });
afterAll(() => sql.end());

const size = { bookings: 20, customers: 5, visits: 20 };
const kept = async (tenantId: string) => (await sql`select day from day_sums where tenant_id = ${tenantId}`).length > 0;

test("days that are over are added up every hour, and one business where that fails keeps no other back", async () => {
  const [first, second] = [
    await busyYear(process.env.TEST_ADMIN_URL!, size),
    await busyYear(process.env.TEST_ADMIN_URL!, size),
  ];
  await sql.unsafe(`alter table day_sums add constraint no_such check (tenant_id <> '${first.tenantId}')`);
  await tidy();
  expect([await kept(first.tenantId), await kept(second.tenantId)]).toEqual([false, true]);
  await sql`alter table day_sums drop constraint no_such`;
  await tidy();
  expect(await kept(first.tenantId)).toBe(true);
});
