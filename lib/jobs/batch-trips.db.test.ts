import { drizzle } from "drizzle-orm/postgres-js";
import postgres from "postgres";
import { afterAll, expect, test } from "vitest";
import { preparing } from "@/db/preparing";
import { makeHouse } from "@/db/testing/house";
import { addPerson } from "@/db/testing/people";
import { bookSlot } from "@/lib/bookings/book-slot";
import { bookSlotInput } from "@/lib/bookings/input";
import { addDays, atMinute, localDate } from "@/lib/platform/calendar";
import { now } from "@/lib/platform/clock";
import { withTenant } from "@/lib/tenancy/with-tenant";
import { tasks } from "./tasks";

// What a tenant's batch asks of Postgres: as much for twenty bookings as for two.
const statements: string[] = [];
const client = postgres(process.env.DATABASE_URL!, {
  max: 2,
  debug: (_, text) => statements.push(text.replace(/\s+/g, " ").trim()),
});
const planted = globalThis as unknown as Record<symbol, unknown>;
planted[Symbol.for("clientpulse.db")] = drizzle(preparing(client), { casing: "snake_case" });
planted[Symbol.for("clientpulse.side-sql")] = client;
const admin = postgres(process.env.TEST_ADMIN_URL!, { max: 1, onnotice: () => {} });
afterAll(() => Promise.all([client.end(), admin.end()]));

async function batchOf(many: number): Promise<{ asked: string[]; messages: number }> {
  const house = await makeHouse();
  await addPerson(admin, house.tenantId, "owner", null);
  await admin`update users set preferences = '{"bookings":"all","byEmail":true}'
    where id in (select user_id from members where tenant_id = ${house.tenantId})`;
  for (let n = 0; n < many; n++) {
    const day = addDays(localDate(now(), "Africa/Nairobi"), 1 + (n % 10));
    const input = bookSlotInput.parse({
      lines: [{ serviceId: house.serviceIds[0] }],
      startsAt: atMinute(day, (n < 10 ? 9 : 14) * 60, "Africa/Nairobi").toISOString(),
      customer: { name: "Wanjiru", phone: `+2547${String(Math.floor(Math.random() * 1e8)).padStart(8, "0")}` },
    });
    const booked = await withTenant(house.tenantId, { kind: "public", via: "api" }, (scope) =>
      bookSlot(scope, input, { source: "api" }),
    );
    expect(booked.ok).toBe(true);
  }
  const placed = await admin`select seq from events where tenant_id = ${house.tenantId} and name = 'booking.placed'`;
  const wanted = placed.flatMap(({ seq }) =>
    ["confirmToCustomer", "tellMembers"].map((reaction) => ({
      tenantId: house.tenantId,
      seq: Number(seq),
      reaction,
    })),
  );
  statements.length = 0;
  await tasks.react?.(wanted, {} as never);
  const asked = [...statements];
  const [{ sent } = { sent: 0 }] = await admin<{ sent: number }[]>`
    select count(*)::int as sent from messages where tenant_id = ${house.tenantId} and status = 'sent'`;
  return { asked, messages: sent };
}

test("twenty bookings are told of in as many statements as two", async () => {
  await batchOf(2);
  const [few, many] = [await batchOf(2), await batchOf(20)];
  expect([few.messages, many.messages]).toEqual([4, 40]);
  expect(many.asked).toEqual(few.asked);
  console.log(`statements of a batch: ${many.asked.length}`);
  expect(many.asked.length).toBeLessThanOrEqual(11);
});
