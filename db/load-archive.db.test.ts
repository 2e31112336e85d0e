import { createHash } from "node:crypto";
import { createInterface } from "node:readline";
import { createGunzip } from "node:zlib";
import { verify } from "@node-rs/argon2";
import { sql } from "drizzle-orm";
import postgres from "postgres";
import { afterAll, beforeAll, expect, test } from "vitest";
import { dumpTenant } from "@/lib/archive/dump-tenant";
import { keyTables, leftOut } from "@/lib/archive/rules";
import type { Ask } from "@/lib/archive/tables";
import { writeArchive } from "@/lib/archive/write-archive";
import { recordAudit } from "@/lib/auth/audit";
import { newId } from "@/lib/platform/ids";
import { seal, unseal } from "@/lib/platform/seal";
import { withTenant } from "@/lib/tenancy/with-tenant";
import { type Loading, loadArchive } from "./load-archive";
import { amani } from "./seed/amani";
import { baraka } from "./seed/baraka";
import { tenantIdOf } from "./seed/base";
import { seedDemo } from "./seed/demo";
import { testDatabase } from "./testing/database";

const open = (url: string | undefined) => postgres(String(url), { max: 1, onnotice: () => {} });
const here = open(process.env.DATABASE_PLATFORM_URL);
const tenantId = tenantIdOf(amani);
const owner = { kind: "member", userId: newId(), role: "owner", staffId: null } as const;

/** All of one business, of which nothing can be empty for long: the demo's. */
let lines: string[];

async function read(): Promise<string[]> {
  const { bytes } = await writeArchive(tenantId, owner);
  const all: string[] = [];
  for await (const line of createInterface({ input: bytes.pipe(createGunzip()) })) all.push(line);
  return all;
}

const kept: { file: string; bytes: string }[] = [];
const how = (more: Partial<Loading> = {}): Loading => ({
  seal: (key, place) => seal(key, place),
  noPassword: "$argon2id$v=19$m=19456,t=2,p=1$AAAAAAAAAAAAAAAAAAAAAA$AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA",
  keep: async (file) => void kept.push(file),
  ...more,
});
async function* each(all: readonly string[]) {
  yield* all;
}

/** The same lines in the same order; how a log is counted and what was decided here are no part of them. */
async function stateOf(sql: postgres.Sql, id = tenantId): Promise<string> {
  const hash = createHash("sha256");
  await sql.begin("isolation level repeatable read read only", async (tx) => {
    const ask: Ask = async <R extends object>(text: string) => [...(await tx.unsafe(text))] as unknown as R[];
    for await (const line of dumpTenant(ask, id)) hash.update(`${line}\n`);
  });
  return hash.digest("hex");
}

beforeAll(async () => {
  const platformUrl = String(process.env.DATABASE_PLATFORM_URL);
  await seedDemo({ platformUrl, now: new Date(), password: "demo-clientpulse", files: ".data-test/files" });
  await withTenant(tenantId, owner, async (scope) => {
    const [someone] = await scope.tx.execute<{ id: string }>(
      sql`select id from customers where archived_at is null limit 1`,
    );
    const deed = { entity: "customer", entityId: someone!.id, after: { name: "Sealed" } };
    await recordAudit(scope, { ...deed, action: "customer.changed", customerId: someone!.id });
  });
  lines = await read();
}, 120_000);
afterAll(() => here.end());

async function elsewhere() {
  const target = await testDatabase();
  const sql = open(target.platformUrl);
  return { sql, close: () => sql.end() };
}

test("a business that moves is the same on an empty installation, to the last row", async () => {
  const { sql, close } = await elsewhere();
  try {
    const loaded = await loadArchive(sql, each(lines), how());
    expect(loaded.rows.bookings).toBeGreaterThan(500);
    expect(loaded.files).toBe(kept.length);
    expect(await stateOf(sql)).toBe(await stateOf(here));
    const [there] = await sql`select status, works_until from tenants where id = ${tenantId}`;
    expect(there).toEqual({ status: "pending", works_until: null });
    // The log stands where it stood, and nothing of it happens a second time.
    const [log] =
      await sql`select h.seq, c.seq as done from event_heads h join event_cursors c on c.tenant_id = h.tenant_id
      and c.consumer = 'reactor' where h.tenant_id = ${tenantId}`;
    expect(log!.done).toBe(log!.seq);
    expect(await sql`select 1 from messages where status in ('queued', 'sending')`).toEqual([]);
    // Points are what their entries say.
    expect(
      await sql`select customer_id, points, visits from points_balances where tenant_id = ${tenantId} order by 1`,
    ).toEqual(
      await here`select customer_id, points, visits from points_balances where tenant_id = ${tenantId} order by 1`,
    );
    const [login] = await sql`select password_hash from users where email = 'owner@amani.test'`;
    expect(await verify(login!.password_hash, "demo-clientpulse")).toBe(false);
    await expect(loadArchive(sql, each(lines), how())).rejects.toThrow("is here already");
  } finally {
    await close();
  }
}, 120_000);

test("nothing of how somebody signs in, and of nobody else, is in it; personal keys are open in it and sealed where it is read in", async () => {
  const text = lines.join("\n");
  expect(text).not.toContain("$argon2");
  expect(text).not.toContain(tenantIdOf(baraka));
  for (const table of Object.keys(leftOut)) expect(text).not.toContain(`{"table":"${table}"`);
  const { sql, close } = await elsewhere();
  try {
    await loadArchive(sql, each(lines), how({ seal: (key, place) => `again ${place} ${key}` }));
    let keys = 0;
    for (const [table, { kind, idColumn }] of Object.entries(keyTables)) {
      const was = await here`select * from ${here(table)} where tenant_id = ${tenantId} and sealed_key is not null`;
      for (const row of was) {
        const place = `${kind} ${tenantId} ${row[idColumn]}`;
        const [is] =
          await sql`select sealed_key from ${sql(table)} where tenant_id = ${tenantId} and ${sql(idColumn)} = ${row[idColumn]}`;
        expect(is!.sealed_key).toBe(`again ${place} ${unseal(row.sealed_key, place)}`);
        keys += 1;
      }
    }
    expect(keys).toBeGreaterThan(0);
  } finally {
    await close();
  }
}, 120_000);

test("a login that is here already stays as it is, and stands for who it was there", async () => {
  const { sql, close } = await elsewhere();
  try {
    const id = newId();
    await sql`insert into users (id, email, name, password_hash) values (${id}, 'owner@amani.test', 'Somebody', 'kept')`;
    const { knownUsers } = await loadArchive(sql, each(lines), how({ slug: "amani-two", open: true }));
    expect(knownUsers).toEqual(["owner@amani.test"]);
    expect(
      await sql`select u.password_hash, t.slug, t.status from members m join users u on u.id = m.user_id
      join tenants t on t.id = m.tenant_id where m.user_id = ${id}`,
    ).toEqual([{ password_hash: "kept", slug: "amani-two", status: "active" }]);
  } finally {
    await close();
  }
}, 120_000);

test("what no installation writes is not believed: columns, another kind of business, whose portal it is, what waits", async () => {
  const { sql, close } = await elsewhere();
  const table = (name: string) => lines.findIndex((line) => line.startsWith(`{"table":"${name}"`));
  const signed = (all: string[]) => {
    const hash = createHash("sha256");
    for (const line of all.slice(1, -1)) hash.update(`${line}\n`);
    return [...all.slice(0, -1), JSON.stringify({ ...JSON.parse(all.at(-1)!), sha256: hash.digest("hex") })];
  };
  const forged = (name: string, column: string, value: string) => {
    const at = table(name);
    const { columns } = JSON.parse(lines[at]!) as { columns: string[] };
    const row = JSON.parse(lines[at + 1]!) as (string | null)[];
    row[columns.indexOf(column)] = value;
    return signed(lines.map((line, n) => (n === at + 1 ? JSON.stringify(row) : line)));
  };
  try {
    const extra = lines.map((line, n) => (n === table("tenants") ? line.replace('"id"', '"works_until","id"') : line));
    await expect(loadArchive(sql, each(signed(extra)), how())).rejects.toThrow("has a table tenants");
    await loadArchive(sql, each(forged("tenants", "kind", "platform")), how());
    expect(await sql`select kind from tenants where id = ${tenantId}`).toEqual([{ kind: "business" }]);
  } finally {
    await close();
  }
  const other = await elsewhere();
  try {
    await loadArchive(other.sql, each(forged("messages", "status", "queued")), how());
    expect(await other.sql`select 1 from messages where status in ('queued', 'sending')`).toEqual([]);
  } finally {
    await other.close();
  }
}, 120_000);

test("of who has left, the archive has the name alone", async () => {
  const { sql, close } = await elsewhere();
  try {
    const id = newId();
    await here`insert into users (id, email, phone, name, password_hash) values (${id}, 'new@place.test', '+254700111222', 'Left Long Ago', 'x')`;
    await here`insert into members (tenant_id, user_id, role, removed_at) values (${tenantId}, ${id}, 'staff', now())`;
    const all = await read();
    expect(all.join("\n")).not.toMatch(/new@place\.test|254700111222/);
    await loadArchive(sql, each(all), how());
    const [there] = await sql`select name, email, disabled_at is not null as off from users where id = ${id}`;
    expect(there).toEqual({ name: "Left Long Ago", email: `${id}@left.invalid`, off: true });
    expect(await stateOf(sql)).toBe(await stateOf(here));
  } finally {
    await close();
  }
}, 120_000);

test("what is cut, altered, of another business or of another version is refused, and nothing of it stays", async () => {
  const { sql, close } = await elsewhere();
  const [head, ...body] = lines as [string, ...string[]];
  const at = body.findIndex((line) => line.startsWith('{"table":"notifications"')) + 1;
  const changed = (line: (was: string) => string) => [head, ...body.map((was, n) => (n === at ? line(was) : was))];
  const wrong: [string, string[]][] = [
    ["ends too early", lines.slice(0, -1)],
    ["damaged", lines.filter((_, n) => n !== at + 1)],
    ["damaged", changed((was) => was.replace(/ ([a-z])/, " x$1"))],
    ["do not fit together", changed((was) => was.replace(/"2\d{3}-/, '"nonsense-'))],
    ["another business", changed((was) => was.replaceAll(tenantId, newId()))],
    ["not an archive", body],
    ["another version", [JSON.stringify({ ...JSON.parse(head), schema: "1" }), ...body]],
    ["has a table nobodys", [head, '{"table":"nobodys","columns":["tenant_id"]}', ...body]],
    ["a picture of somebody else", [head, '{"file":"../x","type":"image/webp","bytes":""}', ...body]],
  ];
  try {
    for (const [why, all] of wrong) await expect(loadArchive(sql, each(all), how()), why).rejects.toThrow(why);
    await sql`insert into tenants (id, slug, name, business_type, city, phone, time_zone, policy)
      select ${newId()}, 'amani', 'Another', 'salon', 'Nairobi', '+254700000000', 'Africa/Nairobi', '{}'`;
    await expect(loadArchive(sql, each(lines), how())).rejects.toThrow("is somebody’s here");
    // Nor does an address that somebody left behind become another's.
    await sql`update tenants set slug = 'elsewhere', former_slugs = '{amani}' where slug = 'amani'`;
    await expect(loadArchive(sql, each(lines), how())).rejects.toThrow("is somebody’s here");
    expect(await sql`select 1 from customers`).toEqual([]);
  } finally {
    await close();
  }
}, 120_000);
