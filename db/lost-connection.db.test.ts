import { sql } from "drizzle-orm";
import postgres from "postgres";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { makeHouse } from "@/db/testing/house";
import { withTenant } from "@/lib/tenancy/with-tenant";

// What our patch of postgres.js is for (its pull request 1215). One connection for everything: whatever a lost
// transaction left on it, the next one would meet.
vi.hoisted(() => {
  process.env.POOL_SIZE = "1";
});

const admin = postgres(process.env.TEST_ADMIN_URL!, { max: 1, onnotice: () => {} });
afterAll(() => admin.end());

const actor = { kind: "system", job: "test" } as const;
let house: Awaited<ReturnType<typeof makeHouse>>;
beforeAll(async () => {
  process.env.POOL_SIZE = "1";
  house = await makeHouse();
});

type Scope = Parameters<Parameters<typeof withTenant>[2]>[0];
const pidOf = async (scope: Scope) => {
  const [me] = await scope.tx.execute<{ pid: number }>(sql`select pg_backend_pid() as pid`);
  return me!.pid;
};
const terminate = async (pid: number) => void (await admin`select pg_terminate_backend(${pid})`);
const rename = (scope: Scope, name: string) =>
  scope.tx.execute(sql`update services set name = ${name} where tenant_id = ${scope.tenantId}`);
const nameNow = () =>
  withTenant(house.tenantId, actor, async (scope) => {
    const [row] = await scope.tx.execute<{ name: string }>(sql`select name from services`);
    return row?.name;
  });

test.each(["asleep in a query", "between two queries"])(
  "a connection lost %s fails its transaction, and the next ones work",
  async (when) => {
    for (let round = 0; round < 5; round++) {
      const lost = withTenant(house.tenantId, actor, async (scope) => {
        const pid = await pidOf(scope);
        if (when === "between two queries") await terminate(pid);
        else setTimeout(() => void terminate(pid), 20);
        await scope.tx.execute(sql`select pg_sleep(5)`);
      });
      const waiting = [nameNow(), nameNow()];
      await expect(lost).rejects.toThrow();
      expect(await Promise.all([...waiting, nameNow()])).toEqual(["Cut", "Cut", "Cut"]);
    }
  },
);

test("what a lost transaction still wants to do reaches nobody else's", async () => {
  let open = () => {};
  const gate = new Promise<void>((resolve) => {
    open = resolve;
  });
  const late: unknown[] = [];
  const lost = withTenant(house.tenantId, actor, async (scope) => {
    await terminate(await pidOf(scope));
    await gate;
    await rename(scope, "late").catch((error) => late.push(error));
    throw new Error("rolls back");
  });
  await expect(lost).rejects.toThrow();

  await withTenant(house.tenantId, actor, async (scope) => {
    await rename(scope, "kept");
    open();
    await vi.waitFor(() => expect(late).toHaveLength(1));
    await scope.tx.execute(sql`select 1`);
  });
  expect(await nameNow()).toBe("kept");
});

test("a transaction that was never begun runs nothing more", async () => {
  const sql = postgres(process.env.DATABASE_URL!, { max: 1, onnotice: () => {} });
  const wished: string[] = [];
  const unbegun = sql.begin("isolation level nonsense", async (tx) => {
    // Sent with the begin, before anybody knew.
    await tx`select 1`.catch(() => undefined);
    await tx`create temporary table made (n int)`.then(
      () => wished.push("done"),
      () => wished.push("refused"),
    );
  });
  await expect(unbegun).rejects.toThrow(/syntax error/);
  await vi.waitFor(() => expect(wished).toEqual(["refused"]));
  expect(await sql`select to_regclass('pg_temp.made') as made`).toEqual([{ made: null }]);
  await sql.end();
});
