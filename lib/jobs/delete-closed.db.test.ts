import { createHash } from "node:crypto";
import postgres from "postgres";
import { afterAll, beforeAll, expect, test } from "vitest";
import { amani } from "@/db/seed/amani";
import { baraka } from "@/db/seed/baraka";
import { tenantIdOf } from "@/db/seed/base";
import { seedDemo } from "@/db/seed/demo";
import { decideTenant } from "@/lib/admin/decide-tenant";
import { dumpTenant } from "@/lib/archive/dump-tenant";
import { type Ask, everyTable } from "@/lib/archive/tables";
import { closeBusiness } from "@/lib/closing/close-business";
import { keepBusiness } from "@/lib/closing/keep-business";
import { now } from "@/lib/platform/clock";
import { files } from "@/lib/platform/files";
import { newId } from "@/lib/platform/ids";
import { changeBusiness } from "@/lib/tenancy/change-business";
import { platformTenantId } from "@/lib/tenancy/platform-tenant";
import { registerBusiness } from "@/lib/tenancy/register-business";
import { business, from } from "@/lib/tenancy/testing/applicants";
import { withTenant } from "@/lib/tenancy/with-tenant";
import { deleteClosed } from "./delete-closed";
import { runDueJobs } from "./worker";

const sql = postgres(process.env.TEST_ADMIN_URL!, { max: 2, onnotice: () => {} });
afterAll(() => sql.end());

const tenantId = tenantIdOf(amani);
const other = tenantIdOf(baraka);
const owner = { kind: "member", userId: newId(), role: "owner", staffId: null } as const;

async function inSnapshot<T>(work: (ask: Ask) => Promise<T>): Promise<T> {
  return sql.begin("isolation level repeatable read read only", (tx) =>
    work(async <R extends object>(text: string) => [...(await tx.unsafe(text))] as unknown as R[]),
  ) as Promise<T>;
}

const stateOf = (id: string) =>
  inSnapshot(async (ask) => {
    const hash = createHash("sha256");
    for await (const line of dumpTenant(ask, id)) hash.update(`${line}\n`);
    return hash.digest("hex");
  });

/** How many rows each table has of it, those with none left out. */
const rowsOf = (id: string) =>
  inSnapshot(async (ask) => {
    const left: Record<string, number> = {};
    for (const { name } of await everyTable(ask)) {
      const [row] = await ask<{ n: string }>(`select count(*) as n from ${name} where tenant_id = '${id}'`);
      if (Number(row!.n) > 0) left[name] = Number(row!.n);
    }
    return left;
  });

const sum = (counts: Record<string, number>) => Object.values(counts).reduce((all, n) => all + n, 0);

/** As after thirty days: nothing of it waits for anything. */
async function close() {
  await sql`update bookings set status = 'completed' where tenant_id = ${tenantId}
    and status in ('requested', 'held', 'confirmed', 'arrived', 'in_service')`;
  const closed = await withTenant(tenantId, owner, (scope) => closeBusiness(scope, { name: amani.name }));
  if (!closed.ok) throw new Error(closed.refusal);
}
const letTimePass = () => sql`update tenants set closing_since = now() - interval '31 days',
  closes_at = now() - interval '1 day' where id = ${tenantId}`;

const toldOf = () => sql`select 1 from events where tenant_id = ${platformTenantId} and name = 'closing.moved'
  and payload ->> 'what' = 'is deleted'`;

beforeAll(async () => {
  const platformUrl = String(process.env.DATABASE_PLATFORM_URL);
  await seedDemo({ platformUrl, now: new Date(), password: "demo-clientpulse", files: String(process.env.FILES_DIR) });
}, 120_000);

test("before its time nothing goes, whoever asks", async () => {
  await close();
  const before = await rowsOf(tenantId);
  expect(await deleteClosed(tenantId)).toBe(true);
  await expect(sql`select door_delete_closed(${tenantId}, 'events'::regclass, ${now()}, 10)`).rejects.toThrow(
    "not to be deleted",
  );
  expect(await deleteClosed(platformTenantId)).toBe(true);
  await withTenant(tenantId, owner, keepBusiness);
  await letTimePass().catch(() => undefined);
  await sql`update tenants set closing_since = null, closes_at = null where id = ${tenantId}`;
  expect(await deleteClosed(tenantId)).toBe(true);
  expect((await rowsOf(tenantId)).bookings).toBe(before.bookings);
}, 120_000);

test("afterwards every row and file of it is gone, however often the work was cut off, and nobody else's", async () => {
  await close();
  await letTimePass();
  const before = await rowsOf(tenantId);
  const others = await stateOf(other);
  const logins = await sql`select id from users order by id`;
  const [picture] = await sql`select id from gallery_pictures where tenant_id = ${tenantId} limit 1`;
  const file = `${tenantId}/gallery/${picture!.id}-small.webp`;
  await files()!.put(`${tenantId}/forgotten/by-everybody.webp`, Buffer.from("x"), "image/webp");

  // Some of it, and then something in the way.
  for (let piece = 0; piece < 5; piece++) expect(await deleteClosed(tenantId, 0)).toBe(false);
  expect(sum(await rowsOf(tenantId))).toBeLessThan(sum(before));
  expect(await decideTenant(tenantId, { kind: "admin", userId: newId() }, "reactivate")).toMatchObject({ ok: false });
  await sql.unsafe(`create function in_the_way() returns trigger language plpgsql as $$ begin raise exception 'in the way'; end $$;
    create trigger in_the_way before delete on services for each row execute function in_the_way()`);
  // Somebody else is at it: there is nothing to do.
  const somebody = await sql.reserve();
  await somebody`select pg_advisory_lock(hashtextextended(${`delete ${tenantId}`}, 0))`;
  expect(await deleteClosed(tenantId)).toBe(false);
  await somebody`select pg_advisory_unlock(hashtextextended(${`delete ${tenantId}`}, 0))`;
  somebody.release();
  await expect(deleteClosed(tenantId, 60_000)).rejects.toThrow("in the way");
  await sql.unsafe("drop trigger in_the_way on services");
  const half = await rowsOf(tenantId);
  expect([half.bookings, half.services! > 0]).toEqual([undefined, true]);

  // Said, and then stopped before its last row: said once all the same.
  await sql.unsafe(`create function in_the_end() returns trigger language plpgsql as $$ begin raise exception 'in the end'; end $$;
    create trigger in_the_end before delete on tenants for each row execute function in_the_end()`);
  await expect(deleteClosed(tenantId, 60_000)).rejects.toThrow("in the end");
  expect(await toldOf()).toHaveLength(1);
  await sql.unsafe("drop trigger in_the_end on tenants");

  await runDueJobs();
  await runDueJobs();
  expect(await rowsOf(tenantId)).toEqual({});
  expect(await sql`select 1 from tenants where id = ${tenantId}`).toEqual([]);
  expect(await files()!.get(file)).toBeNull();
  expect(await files()!.get(`${tenantId}/forgotten/by-everybody.webp`)).toBeNull();
  expect(await stateOf(other)).toBe(others);
  expect(await sql`select id from users order by id`).toEqual(logins);
  expect(await sql`select 1 from graphile_worker.jobs where key like ${`%${tenantId}%`}`).toEqual([]);

  const [left] = await sql`select slugs, counts, deleted_at from deleted_tenants where id = ${tenantId}`;
  expect(left!.slugs).toContain(amani.slug);
  expect(left!.deleted_at).not.toBeNull();
  // Events and messages of closing itself may have come since.
  for (const [table, n] of Object.entries(before)) expect(left!.counts[table], table).toBeGreaterThanOrEqual(n);
  expect(await toldOf()).toHaveLength(1);
}, 120_000);

test("its addresses are nobody else's: a poster leads to no stranger", async () => {
  const userId = newId();
  await sql`insert into users (id, email, name, password_hash) values (${userId}, ${`${userId}@house.test`}, 'Pendo', 'none')`;
  const mine = { ...business(), businessName: amani.name };
  const { slug, tenantId: fresh } = await registerBusiness(mine, { id: userId, name: "Pendo", email: null }, from);
  expect(slug).not.toBe(amani.slug);
  const wanted = await withTenant(fresh, owner, (scope) => changeBusiness(scope, { slug: amani.slug }));
  expect(wanted).toEqual({ ok: false, refusal: "slug_taken" });
});
