import { sql } from "drizzle-orm";
import postgres from "postgres";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { makeHouse } from "@/db/testing/house";
import { recordEvent } from "@/lib/events/record-event";
import { listServices } from "@/lib/services/list-services";
import { readTenant, withTenant } from "./with-tenant";

// One connection for everything: whatever a transaction leaves behind, the next one would meet.
vi.hoisted(() => {
  process.env.POOL_SIZE = "1";
});

const admin = postgres(process.env.TEST_ADMIN_URL!, { max: 1, onnotice: () => {} });
afterAll(() => admin.end());

const system = { kind: "system", job: "test" } as const;
let a: Awaited<ReturnType<typeof makeHouse>>;
let b: Awaited<ReturnType<typeof makeHouse>>;
beforeAll(async () => {
  process.env.POOL_SIZE = "1";
  a = await makeHouse({ services: [{ name: "A's own", minutes: 30 }] });
  b = await makeHouse({ services: [{ name: "B's own", minutes: 30 }] });
});

const namesOf = (tenantId: string) =>
  withTenant(tenantId, system, async (scope) => (await listServices(scope)).map((s) => s.name));

test("the very first query of a transaction is fenced already, by any way of asking", async () => {
  for (let n = 0; n < 20; n++) {
    const [wrapped, raw] = await withTenant(n % 2 ? a.tenantId : b.tenantId, system, (scope) =>
      Promise.all([listServices(scope), scope.tx.execute<{ name: string }>(sql`select name from services`)]),
    );
    expect(wrapped.map((row) => row.name)).toEqual([n % 2 ? "A's own" : "B's own"]);
    expect(raw.map((row) => row.name)).toEqual([n % 2 ? "A's own" : "B's own"]);
  }
});

test("a first step that is taken back takes the fence with it no more than any other", async () => {
  const names = await withTenant(a.tenantId, system, async (scope) => {
    const undone = scope.tx.transaction((savepoint) => savepoint.execute(sql`select 1 / 0`));
    await expect(undone).rejects.toThrow();
    return (await listServices(scope)).map((s) => s.name);
  });
  expect(names).toEqual(["A's own"]);
});

test("a plan is kept whatever the values are in a transaction that asks for it, and in none after it", async () => {
  const plannedHow = async (ways?: Parameters<typeof withTenant>[3], work: (value: string) => string = (v) => v) =>
    withTenant(
      a.tenantId,
      system,
      async (scope) =>
        work((await scope.tx.execute<{ how: string }>(sql`select current_setting('plan_cache_mode') as how`))[0]!.how),
      ways,
    );
  expect(await plannedHow()).toBe("auto");
  expect(await plannedHow({ planned: "once" })).toBe("force_generic_plan");
  expect(await plannedHow()).toBe("auto");
  const broken = plannedHow({ planned: "once" }, (how) => {
    throw new Error(how);
  });
  await expect(broken).rejects.toThrow("force_generic_plan");
  expect(await plannedHow()).toBe("auto");
});

test.each([
  ["an error", (scope: Parameters<typeof listServices>[0]) => scope.tx.execute(sql`select 1 / 0`)],
  ["a thrown exception", () => Promise.reject(new Error("ours"))],
  [
    "a timeout",
    async (scope: Parameters<typeof listServices>[0]) => {
      await scope.tx.execute(sql`set local statement_timeout = 30`);
      await scope.tx.execute(sql`select pg_sleep(5)`);
    },
  ],
  [
    "a cancel",
    async (scope: Parameters<typeof listServices>[0]) => {
      const [me] = await scope.tx.execute<{ pid: number }>(sql`select pg_backend_pid() as pid`);
      const asleep = scope.tx.execute(sql`select pg_sleep(5)`);
      const ended = Promise.resolve(asleep).then(
        () => "woke",
        () => "cancelled",
      );
      await vi.waitFor(async () => {
        const [done] =
          await admin`select pg_cancel_backend(pid) from pg_stat_activity where pid = ${me!.pid} and query like '%pg_sleep%'`;
        expect(done).toBeDefined();
      });
      expect(await ended).toBe("cancelled");
      throw new Error("cancelled");
    },
  ],
])("after %s in A the same connection shows B only its own", async (_, fail) => {
  await expect(withTenant(a.tenantId, system, fail as never)).rejects.toThrow();
  expect(await namesOf(b.tenantId)).toEqual(["B's own"]);
  expect(await namesOf(a.tenantId)).toEqual(["A's own"]);
});

test("an id that is none never reaches the database", async () => {
  await expect(withTenant("' or true --", system, async () => 1)).rejects.toThrow("not a tenant id");
  await expect(readTenant("", system, async () => 1)).rejects.toThrow("not a tenant id");
});

const happen = { name: "notification.read", userId: "00000000-0000-7000-8000-000000000001" } as const;
const log = (tenantId: string) => admin`select seq from events where tenant_id = ${tenantId} order by seq`;

test("the event and the change are kept together, or neither is", async () => {
  const before = (await log(a.tenantId)).length;
  const failing = withTenant(a.tenantId, system, async (scope) => {
    recordEvent(scope, happen);
    await scope.tx.execute(sql`update services set name = 'changed' where tenant_id = ${scope.tenantId}`);
    throw new Error("after all");
  });
  await expect(failing).rejects.toThrow("after all");
  expect(await log(a.tenantId)).toHaveLength(before);
  expect(await namesOf(a.tenantId)).toEqual(["A's own"]);
});

test("a tenant without a head cannot lose an event quietly", async () => {
  const lost = await makeHouse();
  await admin`delete from event_heads where tenant_id = ${lost.tenantId}`;
  await expect(withTenant(lost.tenantId, system, async (scope) => recordEvent(scope, happen))).rejects.toThrow(
    /no event head/,
  );
});

test("numbers are gapless and in order of commit, rollbacks between them", async () => {
  const house = await makeHouse();
  await Promise.all(
    Array.from({ length: 60 }, (_, n) =>
      withTenant(house.tenantId, system, async (scope) => {
        recordEvent(scope, happen);
        if (n % 5 === 0) recordEvent(scope, happen);
        if (n % 7 === 0) throw new Error("rolled back");
      }).catch(() => undefined),
    ),
  );
  const numbers = (await log(house.tenantId)).map((row) => Number(row.seq));
  expect(numbers).toEqual(numbers.map((_, n) => n + 1));
  expect(numbers.length).toBeGreaterThan(50);
});
