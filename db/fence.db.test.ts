import postgres from "postgres";
import { afterAll, describe, expect, test } from "vitest";
import { acrossTenants, globalTables } from "@/db/schema/global-tables";
import { makeHouse } from "@/db/testing/house";

// Asked of the database itself, so that a table somebody forgets to fence fails here without being listed anywhere.
const admin = postgres(process.env.TEST_ADMIN_URL!, { max: 2, onnotice: () => {} });
const app = postgres(process.env.DATABASE_URL!, { max: 1, onnotice: () => {} });
afterAll(() => Promise.all([admin.end(), app.end()]));

const tables = await admin<{ name: string; enabled: boolean; forced: boolean }[]>`
  select relname as name, relrowsecurity as enabled, relforcerowsecurity as forced
  from pg_class where relnamespace = 'public'::regnamespace and relkind in ('r', 'p') order by 1`;
const ofTenants = tables.filter((table) => !(table.name in globalTables));

const columnsOf = (list: { columns: string[] | string }) => (Array.isArray(list.columns) ? list.columns : []);

test("the scan saw the schema", () => expect(ofTenants.length).toBeGreaterThan(15));

describe("every table is a tenant's, or is listed with its reason", () => {
  test("the list names only tables that exist", () => {
    const names = tables.map((table) => table.name);
    expect(Object.keys(globalTables).filter((name) => !names.includes(name))).toEqual([]);
  });

  test.each(ofTenants.map((table) => table.name))("%s has a tenant_id that is never null", async (name) => {
    const [column] = await admin`
      select is_nullable from information_schema.columns
      where table_schema = 'public' and table_name = ${name} and column_name = 'tenant_id'`;
    expect(column?.is_nullable).toBe("NO");
  });

  test.each([...ofTenants, ...tables.filter((t) => t.name === "tenants")])(
    "$name is fenced, its owner too",
    async ({ name, enabled, forced }) => {
      expect({ enabled, forced }).toEqual({ enabled: true, forced: true });
      const policies = await admin<
        { policyname: string; cmd: string; roles: string; qual: string; with_check: string }[]
      >`
      select policyname, cmd, roles::text, qual, with_check from pg_policies where tablename = ${name} order by 1`;
      expect(policies.map((policy) => policy.policyname)).toEqual(["across_tenants", "tenant_isolation"]);
      for (const policy of policies)
        expect([policy.cmd, Boolean(policy.qual), Boolean(policy.with_check)]).toEqual(["ALL", true, true]);
      expect(policies[0]?.roles).toBe("{clientpulse_platform}");
      expect(policies[1]?.qual).toContain("NULLIF(current_setting('app.tenant_id'::text, true), ''::text)");
    },
  );
});

describe("keys begin with the tenant", () => {
  test.each(ofTenants.map((table) => table.name))("%s: primary keys, unique keys and indexes", async (name) => {
    const indexes = await admin<{ index: string; first: string }[]>`
      select i.relname as index, a.attname as first from pg_index x
      join pg_class i on i.oid = x.indexrelid
      join pg_attribute a on a.attrelid = x.indrelid and a.attnum = x.indkey[0]
      where x.indrelid = ${`public.${name}`}::regclass`;
    const astray = indexes.filter(({ index, first }) => first !== "tenant_id" && !(index in acrossTenants));
    expect(astray).toEqual([]);
  });

  test.each(ofTenants.map((table) => table.name))(
    "%s: foreign keys into a tenant's table carry the tenant",
    async (name) => {
      const keys = await admin<{ target: string; columns: string[] }[]>`
      select f.relname as target, array(select a.attname::text from unnest(c.conkey) with ordinality k (n, o)
        join pg_attribute a on a.attrelid = c.conrelid and a.attnum = k.n order by o) as columns
      from pg_constraint c join pg_class f on f.oid = c.confrelid
      where c.contype = 'f' and c.conrelid = ${`public.${name}`}::regclass`;
      for (const key of keys) {
        if (key.target in globalTables) continue;
        expect(columnsOf(key)[0], `${name} → ${key.target}`).toBe("tenant_id");
      }
      expect(keys.some((key) => key.target === "tenants")).toBe(true);
    },
  );

  test("nothing is deleted along a foreign key", async () => {
    expect(await admin`select conname from pg_constraint where contype = 'f' and confdeltype <> 'a'`).toHaveLength(0);
  });
});

describe("doors", () => {
  test("are exactly these, owned by the platform role but for three, with a fixed search path, closed to the public", async () => {
    const definers = await admin<{ name: string; owner: string; config: string; open: boolean }[]>`
      select p.proname as name, r.rolname as owner, p.proconfig::text as config,
        has_function_privilege('public', p.oid, 'execute') as open
      from pg_proc p join pg_roles r on r.oid = p.proowner
      where p.pronamespace = 'public'::regnamespace and p.prosecdef order by 1`;
    expect(definers.map((door) => door.name)).toEqual([
      "door_active_tenants",
      "door_blot",
      "door_customers_like",
      "door_customers_of_phone",
      "door_delete_closed",
      "door_find_tenants",
      "door_forget",
      "door_heads",
      "door_heads_at",
      "door_memberships",
      "door_messages_by_provider",
      "door_open_slugs",
      "door_open_tenants",
      "door_overdue",
      "door_platform_admins",
      "door_remove_sample",
      "door_rights",
      "door_tenant_by_slug",
      "door_tenant_of_token",
      "door_testimonials",
    ]);
    for (const door of definers) {
      // What nobody else may change is changed or taken out; forced row-level security binds the owner to one tenant.
      const isOwners = ["door_blot", "door_delete_closed", "door_remove_sample"].includes(door.name);
      const owner = isOwners ? "clientpulse_owner" : "clientpulse_platform";
      expect([door.owner, door.config, door.open]).toEqual([owner, '{"search_path=pg_catalog, public"}', false]);
    }
  });
});

describe("the serving role", () => {
  test("owns nothing, bypasses nothing, belongs to nobody and may make nothing", async () => {
    const [role] = await admin`
      select r.rolsuper, r.rolbypassrls, r.rolcreaterole, r.rolcreatedb,
        exists (select 1 from pg_class where relowner = r.oid) as owns,
        exists (select 1 from pg_auth_members where member = r.oid) as joined,
        has_schema_privilege(r.oid, 'public', 'create') as creates
      from pg_roles r where rolname = 'clientpulse_app'`;
    expect(new Set(Object.values(role ?? {}))).toEqual(new Set([false]));
  });

  test("cannot change or delete the log", async () => {
    await expect(app`update events set name = 'x'`).rejects.toThrow(/permission denied/);
    await expect(app`delete from events`).rejects.toThrow(/permission denied/);
    await expect(app`select * from access_tokens`).rejects.toThrow(/permission denied/);
    await expect(app`update audit_entries set action = 'x'`).rejects.toThrow(/permission denied/);
    await expect(app`delete from audit_entries`).rejects.toThrow(/permission denied/);
  });

  test.each(["unset", "empty", "garbage"])("sees no row and adds none with the tenant %s", async (how) => {
    await makeHouse();
    const work = app.begin(async (tx) => {
      if (how !== "unset") await tx`select set_config('app.tenant_id', ${how === "empty" ? "" : "nonsense"}, true)`;
      const rows = await tx`select 1 from services`;
      expect(rows).toHaveLength(0);
      await tx`insert into customers (tenant_id, id, name) select id, id, 'x' from door_tenant_by_slug('none') union all
        select gen_random_uuid(), gen_random_uuid(), 'x'`;
    });
    await expect(work).rejects.toThrow(how === "garbage" ? /invalid input syntax/ : /row-level security/);
  });

  test("cannot write into, or point at, another tenant", async () => {
    const [ours, theirs] = [await makeHouse(), await makeHouse()];
    const as = (work: (tx: postgres.TransactionSql) => Promise<unknown>) =>
      app.begin(async (tx) => {
        await tx`select set_config('app.tenant_id', ${ours.tenantId}, true)`;
        await work(tx);
      });
    await expect(
      as((tx) => tx`insert into customers (tenant_id, id, name) values (${theirs.tenantId}, gen_random_uuid(), 'x')`),
    ).rejects.toThrow(/row-level security/);
    await expect(
      as(
        (tx) => tx`insert into staff_services (tenant_id, staff_id, service_id)
        values (${ours.tenantId}, ${theirs.staffIds[0]!}, ${ours.serviceIds[0]!})`,
      ),
    ).rejects.toThrow(/foreign key/);
    await as(async (tx) => {
      expect(await tx`update services set name = 'taken over' where tenant_id = ${theirs.tenantId}`).toHaveLength(0);
      expect(await tx`select 1 from tenants where id = ${theirs.tenantId}`).toHaveLength(0);
    });
  });
});
