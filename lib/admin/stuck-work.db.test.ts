import postgres from "postgres";
import { afterAll, expect, test } from "vitest";
import { makeHouse } from "@/db/testing/house";
import { queueDue } from "@/lib/jobs/due";
import { runDueJobs } from "@/lib/jobs/worker";
import { newId } from "@/lib/platform/ids";
import { platformTenantId } from "@/lib/tenancy/platform-tenant";
import { stuckWords } from "./stuck-words";
import { listStuck, tryAgain } from "./stuck-work";

const sql = postgres(process.env.TEST_ADMIN_URL!, { max: 2, onnotice: () => {} });
afterAll(() => sql.end());
const admin = { kind: "admin" as const, userId: newId() };

test("what failed as often as it may is told, with the business and no names, and tried again by an admin", async () => {
  const house = await makeHouse();
  const [{ slug } = { slug: "" }] = await sql<
    { slug: string }[]
  >`select slug from tenants where id = ${house.tenantId}`;
  const id = newId();
  await sql`insert into due (tenant_id, id, kind, due_at, payload, created_at)
    values (${house.tenantId}, ${id}, 'tell_customer', now() - interval '2 hours', '{}', now())`;
  await queueDue();
  const mine = async () => (await listStuck()).filter((one) => one.slug === slug);
  expect(await mine()).toEqual([]);
  await sql`update graphile_worker._private_jobs set attempts = max_attempts, last_error = 'Failed query · 23514 · no_such'
    where key = ${`${house.tenantId} due ${id}`}`;
  const [stuck, ...more] = await mine();
  expect(more).toEqual([]);
  expect(stuck).toMatchObject({ job: "due", due: "tell_customer", tries: 12 });
  expect(Date.now() - Date.parse(stuck!.since)).toBeGreaterThan(7_000_000);
  expect(stuckWords(stuck!.fault)).toBe("The database refused it (23514, no_such).");
  expect(await tryAgain(admin, stuck!.id)).toBe(true);
  expect(await mine()).toEqual([]);
  const [job] = await sql`select attempts, run_at <= now() + interval '1 minute' as soon from graphile_worker.jobs
    where key = ${`${house.tenantId} due ${id}`}`;
  expect(job).toEqual({ attempts: 0, soon: true });
  // Somebody was quicker.
  expect(await tryAgain(admin, stuck!.id)).toBe(false);
  const noted =
    await sql`select after from audit_entries where action = 'work.retried' and entity_id = ${house.tenantId}`;
  expect(noted).toEqual([{ after: JSON.stringify({ job: "due", number: stuck!.id }) }]);
});

test("a job that is given up is told to the platform at once, and as a notification once an hour", async () => {
  const house = await makeHouse();
  const told = () =>
    sql`select payload from events where tenant_id = ${platformTenantId} and name = 'work.failed' and entity_id = ${house.tenantId}`;
  const notified = () =>
    sql`select 1 from notifications where tenant_id = ${platformTenantId} and name = 'work.failed'`;
  await sql`delete from notifications where tenant_id = ${platformTenantId} and name = 'work.failed'`;
  for (const n of [1, 2]) {
    const id = newId();
    // Of a kind that this program does not know: it fails whenever it is tried.
    await sql`insert into due (tenant_id, id, kind, due_at, payload, created_at)
      values (${house.tenantId}, ${id}, 'unheard_of', now() - interval '2 hours', '{}', now())`;
    await queueDue();
    await sql`update graphile_worker._private_jobs set attempts = max_attempts - 1, run_at = now()
      where key = ${`${house.tenantId} due ${id}`}`;
    await runDueJobs(house.tenantId);
    await expect.poll(told).toHaveLength(n);
  }
  expect((await told())[0]?.payload).toEqual({ tenantId: house.tenantId, what: "Work that is due" });
  expect(await notified()).toHaveLength(1);
});
