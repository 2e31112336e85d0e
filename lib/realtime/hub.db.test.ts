import { drizzle } from "drizzle-orm/postgres-js";
import postgres from "postgres";
import { afterAll, expect, test, vi } from "vitest";
import { closeConnections } from "@/db/client";
import { preparing } from "@/db/preparing";
import { type House, makeHouse } from "@/db/testing/house";
import { makeLogin } from "@/db/testing/login";
import { recordEvent } from "@/lib/events/record-event";
import { newId } from "@/lib/platform/ids";
import { rightsOf } from "@/lib/tenancy/doors/rights";
import { platformTenantId } from "@/lib/tenancy/platform-tenant";
import { withTenant } from "@/lib/tenancy/with-tenant";
import { openStream } from "./event-stream";
import { beatFrame } from "./frames";
import { hub } from "./hub";
import type { Sink } from "./stream";

const sql = postgres(process.env.TEST_ADMIN_URL!, { max: 1, onnotice: () => {} });
afterAll(async () => {
  hub().stop();
  await sql.end();
});

/** What was asked of Postgres, doors included. */
const statements: string[] = [];
const counted = (max: number) =>
  postgres(process.env.DATABASE_URL!, { max, debug: (_, text) => statements.push(text) });
const registry = globalThis as unknown as Record<symbol, unknown>;
registry[Symbol.for("clientpulse.db")] = drizzle(preparing(counted(4)), { casing: "snake_case" });
registry[Symbol.for("clientpulse.side-sql")] = counted(2);
afterAll(closeConnections);

const by = { kind: "system", job: "a test" } as const;
const soon = { timeout: 15_000 };

const sinkTo = (write: Sink["write"]): Sink => ({
  ...{ door: "node", write, backlog: () => 0 },
  ...{ end: () => {}, destroy: () => {} },
});

/** Everything that one stream of this sign-in is told, as it comes. */
async function listen(sessionId: string, tenantId: string) {
  const [right] = await rightsOf([{ sessionId, tenantId }]);
  if (!right) throw new Error("may not listen here");
  let told = "";
  const sink = sinkTo((bytes) => {
    told += bytes.toString();
  });
  openStream(right, { lastEventId: null, query: new URLSearchParams() }, sink, () => {});
  const events = () =>
    [...told.matchAll(/^id: \d+-(\d+)\nevent: (?!level)(\S+)\ndata: (.*)$/gm)].map(([, seq, name, data]) => ({
      seq: Number(seq),
      name,
      data: data!,
    }));
  await vi.waitUntil(() => told.includes("event: level"), soon);
  return { events, all: () => told };
}

const joins = async (house: House) => {
  const customerId = newId();
  await sql`insert into customers (tenant_id, id, name) values (${house.tenantId}, ${customerId}, 'Grace')`;
  return withTenant(house.tenantId, by, async (scope) => {
    recordEvent(scope, { name: "customer.added", customerId });
    return customerId;
  });
};
const applies = (house: House) =>
  withTenant(platformTenantId, by, async (scope) => {
    recordEvent(scope, {
      name: "application.received",
      tenantId: house.tenantId,
      business: house.slug,
      city: "Nairobi",
    });
  });

test("a business's events never reach the platform's stream, nor the platform's a business's, though one person hears both", async () => {
  const [house, other] = [await makeHouse(), await makeHouse()];
  const { id, sessionId } = await makeLogin(sql);
  await sql`update users set platform_admin = true where id = ${id}`;
  for (const { tenantId } of [house, other])
    await sql`insert into members (tenant_id, user_id, role) values (${tenantId}, ${id}, 'owner')`;
  const [here, there, platform] = [
    await listen(sessionId, house.tenantId),
    await listen(sessionId, other.tenantId),
    await listen(sessionId, platformTenantId),
  ];
  const added: Record<"here" | "there", string[]> = { here: [], there: [] };
  const rounds = 4;
  // What went astray in one round has arrived by the end of the next.
  for (let round = 1; round <= rounds; round++) {
    added.here.push(await joins(house));
    await applies(house);
    added.there.push(await joins(other));
    await vi.waitUntil(() => [here, there, platform].every(({ events }) => events().length >= round), soon);
  }
  for (const [stream, own] of [
    [here, added.here],
    [there, added.there],
  ] as const) {
    const events = stream.events();
    expect(events.map(({ name }) => name)).toEqual(Array(rounds).fill("customer.added"));
    expect(events.map(({ data }, nth) => data.includes(own[nth]!))).toEqual(Array(rounds).fill(true));
    expect(events.map(({ seq }) => seq - events[0]!.seq)).toEqual([0, 1, 2, 3]);
    expect(stream.all()).not.toContain("application.received");
  }
  expect(platform.events().map(({ name }) => name)).toEqual(Array(rounds).fill("application.received"));
  for (const customerId of [...added.here, ...added.there]) expect(platform.all()).not.toContain(customerId);
});

test("the platform's is for its admins alone, and they hear no business that is not theirs", async () => {
  const house = await makeHouse();
  const [owner, admin] = [await makeLogin(sql), await makeLogin(sql)];
  await sql`insert into members (tenant_id, user_id, role) values (${house.tenantId}, ${owner.id}, 'owner')`;
  await sql`update users set platform_admin = true where id = ${admin.id}`;
  const heard = async ({ sessionId }: { sessionId: string }) =>
    (
      await rightsOf([
        { sessionId, tenantId: platformTenantId },
        { sessionId, tenantId: house.tenantId },
      ])
    ).map(({ tenantId }) => tenantId);
  expect(await heard(owner)).toEqual([house.tenantId]);
  expect(await heard(admin)).toEqual([platformTenantId]);
});

test("two thousand who listen cost the next one nothing: an event is read once for all, and written to its own house's alone", async () => {
  const [full, quiet] = [await makeHouse(), await makeHouse()];
  const { id, sessionId } = await makeLogin(sql);
  for (const { tenantId } of [full, quiet])
    await sql`insert into members (tenant_id, user_id, role) values (${tenantId}, ${id}, 'owner')`;
  const [first, alone] = [await listen(sessionId, full.tenantId), await listen(sessionId, quiet.tenantId)];
  const [right] = await rightsOf([{ sessionId, tenantId: full.tenantId }]);
  const many = 2_000;
  const heard = Array.from({ length: many }, () => 0);
  const total = () => heard.reduce((sum, one) => sum + one, 0);
  statements.length = 0;
  // Beats and the rights of all are asked about meanwhile, all together.
  let begun = performance.now();
  const few = () => 30 + (3 * (performance.now() - begun)) / 1_000;
  for (let nth = 0; nth < many; nth++) {
    const sink = sinkTo((bytes) => {
      if (bytes !== beatFrame) heard[nth]!++;
    });
    openStream(right!, { lastEventId: null, query: new URLSearchParams() }, sink, () => {});
  }
  // Each is greeted, and told that it is level.
  await vi.waitUntil(() => total() === 2 * many, soon);
  expect(statements.length).toBeLessThan(few());

  await joins(quiet);
  await vi.waitUntil(() => alone.events().length === 1, soon);
  expect(total()).toBe(2 * many);

  statements.length = 0;
  begun = performance.now();
  await joins(full);
  await vi.waitUntil(() => first.events().length === 1, soon);
  await vi.waitUntil(() => total() === 3 * many, soon);
  expect(new Set(heard)).toEqual(new Set([3]));
  expect(statements.length).toBeGreaterThan(0);
  expect(statements.length).toBeLessThan(few());
});
