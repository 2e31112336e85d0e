import { drizzle } from "drizzle-orm/postgres-js";
import postgres from "postgres";
import { afterAll, expect, test } from "vitest";
import { preparing } from "@/db/preparing";
import { localDate } from "@/lib/platform/calendar";
import { now } from "@/lib/platform/clock";
import { newId } from "@/lib/platform/ids";
import type { Actor } from "@/lib/tenancy/scope";
import { readTenant } from "@/lib/tenancy/with-tenant";
import { busyYear } from "./testing/busy-year";
import { questions } from "./testing/questions";

// What Today and the reports ask of Postgres: as much for thousands of sales as for none.
const statements: string[] = [];
const client = postgres(process.env.DATABASE_URL!, {
  max: 1,
  debug: (_, text) => statements.push(text.replace(/\s+/g, " ").trim()),
});
(globalThis as unknown as Record<symbol, unknown>)[Symbol.for("clientpulse.db")] = drizzle(preparing(client), {
  casing: "snake_case",
});
afterAll(() => client.end());

const owner: Actor = { kind: "member", userId: newId(), role: "owner", staffId: null };
/** What every question begins and ends with. */
const isFrame = (text: string) => /^(begin|commit|set transaction)|set_config\(/i.test(text);

test("each question is answered in five statements at most, beside those that open and close it", async () => {
  const { tenantId, serviceIds } = await busyYear(process.env.TEST_ADMIN_URL!, {
    ...{ bookings: 200, customers: 40, visits: 160 },
  });
  const about = { serviceId: serviceIds[0]!, day: localDate(now(), "Africa/Nairobi") };
  const ask = (one: (typeof questions)[number]) => readTenant(tenantId, owner, (scope) => one.ask(scope, about));
  const many: Record<string, number> = {};
  for (const question of questions) {
    // The first one of a connection also asks Postgres for the types.
    await ask(question);
    statements.length = 0;
    await ask(question);
    many[question.path] = statements.filter((text) => !isFrame(text)).length;
  }
  expect(Object.entries(many).filter(([, count]) => count > 5 || count === 0)).toEqual([]);
});
