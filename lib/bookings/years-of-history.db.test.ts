import postgres from "postgres";
import { afterAll, expect, test } from "vitest";
import { plantListeningClient, stepsOf } from "@/db/testing/asked";
import { makeHouse } from "@/db/testing/house";
import { addDays, localDate } from "@/lib/platform/calendar";
import { now } from "@/lib/platform/clock";
import { withTenant } from "@/lib/tenancy/with-tenant";
import { listOpenSlots } from "./list-open-slots";

const { client, asked } = plantListeningClient();
const admin = postgres(process.env.TEST_ADMIN_URL!, { max: 1, onnotice: () => {} });
afterAll(() => Promise.all([client.end(), admin.end()]));

test("years of bookings that are over are not read to say what is open", async () => {
  const house = await makeHouse({ staff: 3 });
  await admin`insert into occupancies (tenant_id, id, staff_id, span, source)
    select ${house.tenantId}, gen_random_uuid(), staff_id, tstzrange(at, at + interval '30 minutes'), 'booking'
    from unnest(${house.staffIds}::uuid[]) as staff_id,
      generate_series(now() - interval '3 months', now() + interval '5 days', interval '30 minutes') as at`;
  await admin`analyze occupancies`;
  const today = localDate(now(), "Africa/Nairobi");
  await withTenant(house.tenantId, { kind: "public", via: "page" }, (scope) =>
    listOpenSlots(scope, { serviceId: house.serviceIds[0]!, staffId: "any", from: today, to: addDays(today, 20) }),
  );
  const questions = asked.filter(({ text }) => !text.includes("set_config"));
  expect(questions).toHaveLength(2);
  const steps = await stepsOf(client, house.tenantId, questions[1]!);
  expect(steps.some((step) => step["Index Cond"]?.includes("ends_at"))).toBe(true);
  expect(Math.max(...steps.map((step) => step["Rows Removed by Filter"] ?? 0))).toBeLessThan(10);
});
