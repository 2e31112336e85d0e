import postgres from "postgres";
import { afterAll, expect, test } from "vitest";
import { makeHouse } from "@/db/testing/house";
import { queueDue } from "@/lib/jobs/due";
import { newId } from "@/lib/platform/ids";
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
