import { drizzle } from "drizzle-orm/postgres-js";
import postgres from "postgres";
import { afterAll, expect, test } from "vitest";
import { closeConnections } from "@/db/client";
import { preparing } from "@/db/preparing";
import { makeHouse } from "@/db/testing/house";
import { recordEvent } from "@/lib/events/record-event";
import { newId } from "@/lib/platform/ids";
import { withTenant } from "@/lib/tenancy/with-tenant";
import { Room } from "./room";

const sql = postgres(process.env.TEST_ADMIN_URL!, { max: 1, onnotice: () => {} });
/** Looks into the log. */
let looks = 0;
const counted = postgres(process.env.DATABASE_URL!, {
  max: 4,
  debug: (_, text) => {
    if (/from events e/.test(text)) looks++;
  },
});
// Planted where the code looks for its client.
(globalThis as unknown as Record<symbol, unknown>)[Symbol.for("clientpulse.db")] = drizzle(preparing(counted), {
  casing: "snake_case",
});
afterAll(async () => {
  await closeConnections();
  await sql.end();
});

/** One event more; what its commit rings for is heard by nobody here. */
async function grows(tenantId: string): Promise<void> {
  const customerId = newId();
  await sql`insert into customers (tenant_id, id, name) values (${tenantId}, ${customerId}, 'Grace')`;
  await withTenant(tenantId, { kind: "system", job: "a test" }, async (scope) => {
    recordEvent(scope, { name: "customer.added", customerId });
  });
}

test("an event that is told of near and by bell is read once; what is heard of meanwhile is not left lying", async () => {
  const { tenantId } = await makeHouse();
  const room = new Room(tenantId);
  await room.open();
  const from = room.seq;
  await grows(tenantId);
  looks = 0;
  await Promise.all([room.advance("near", from + 1), room.advance("bell", from + 1)]);
  expect([room.seq, looks]).toEqual([from + 1, 1]);

  await grows(tenantId);
  looks = 0;
  const reading = room.advance("near", from + 2);
  // Said to have come after the look began: only another look can tell.
  await Promise.all([reading, room.advance("bell", from + 3)]);
  expect([room.seq, looks]).toEqual([from + 2, 2]);

  await grows(tenantId);
  await Promise.all([room.advance("near", from + 3), grows(tenantId).then(() => room.advance("bell", from + 4))]);
  expect(room.seq).toBe(from + 4);
  looks = 0;
  await Promise.all([room.advance("poll", from + 4), room.advance("catchup")]);
  expect(looks).toBe(2);
});
