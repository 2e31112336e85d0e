import { once } from "node:events";
import { Socket } from "node:net";
import { drizzle } from "drizzle-orm/postgres-js";
import postgres from "postgres";
import { afterAll, expect, test } from "vitest";
import { preparing } from "@/db/preparing";
import { makeHouse } from "@/db/testing/house";
import { addDays, atMinute, localDate } from "@/lib/platform/calendar";
import { now } from "@/lib/platform/clock";
import { idempotencyKey } from "@/lib/platform/idempotency";
import { withTenant } from "@/lib/tenancy/with-tenant";
import { bookSlot } from "./book-slot";
import { bookSlotInput } from "./input";

// What a booking asks of Postgres, in which order and in how many trips: each trip is a wait of its own.
const sent = { statements: [] as string[], trips: 0 };
let answered = true;
const { hostname, port } = new URL(process.env.DATABASE_URL!);
const client = postgres(process.env.DATABASE_URL!, {
  max: 1,
  debug: (_, text) => sent.statements.push(text.replace(/\s+/g, " ").trim()),
  ...{
    socket: async () => {
      const socket = new Socket().connect(Number(port), hostname);
      await once(socket, "connect");
      const { write } = socket;
      socket.on("data", () => {
        answered = true;
      });
      socket.write = ((...given: Parameters<typeof write>) => {
        if (answered) sent.trips++;
        answered = false;
        return Reflect.apply(write, socket, given);
      }) as typeof write;
      return socket;
    },
  },
});
// Planted where the code looks for its client.
(globalThis as unknown as Record<symbol, unknown>)[Symbol.for("clientpulse.db")] = drizzle(preparing(client), {
  casing: "snake_case",
});
afterAll(() => client.end());

test("the locks are taken before what is read under them, and all of it is five trips", async () => {
  const house = await makeHouse();
  const day = addDays(localDate(now(), "Africa/Nairobi"), 1);
  const book = async (hour: number) => {
    const input = bookSlotInput.parse({
      lines: [{ serviceId: house.serviceIds[0] }],
      startsAt: atMinute(day, hour * 60, "Africa/Nairobi").toISOString(),
      customer: { name: "Wanjiru", phone: `07120000${String(hour).padStart(2, "0")}` },
    });
    const booked = await withTenant(house.tenantId, { kind: "public", via: "api" }, (scope) =>
      bookSlot(scope, input, { source: "api", idempotency: idempotencyKey("book", `key-of-${hour}`, input) }),
    );
    expect(booked.ok).toBe(true);
  };
  // The first ones of a connection also ask Postgres for the types.
  for (const hour of [9, 10, 11]) await book(hour);
  Object.assign(sent, { statements: [], trips: 0 });
  await book(12);
  const order = [
    "begin",
    "set_config",
    "pg_advisory_xact_lock_shared",
    "json_build_object",
    "pg_advisory_xact_lock(",
    "from idempotency",
    "from occupancies o",
  ];
  const at = order.map((words) => sent.statements.findIndex((statement) => statement.includes(words)));
  expect(at).toEqual(order.map((_, n) => n));
  expect(sent.statements.at(-1)).toBe("commit");
  expect(sent.trips).toBe(5);
  // That it could be paid beforehand costs nothing where nobody asks for that; where somebody does, one question more.
  const before = sent.statements.length;
  const admin = postgres(process.env.TEST_ADMIN_URL!, { max: 1, onnotice: () => {} });
  await admin`insert into mpesa_accounts (tenant_id, kind, number) values (${house.tenantId}, 'till', '123456')`;
  sent.statements.length = 0;
  await book(13);
  expect(sent.statements).toHaveLength(before);
  await admin`update services set deposit = '{"kind":"percent","percent":20}' where tenant_id = ${house.tenantId}`;
  await admin.end();
  // The first one of its kind is prepared.
  await book(14);
  Object.assign(sent, { statements: [], trips: 0 });
  await book(15);
  expect(sent.statements).toHaveLength(before + 1);
  expect(sent.trips).toBe(5);
});
