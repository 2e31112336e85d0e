import postgres from "postgres";
import { afterAll, beforeEach, expect, test } from "vitest";
import { type House, makeHouse } from "@/db/testing/house";
import { newId } from "@/lib/platform/ids";
import { withTenant } from "@/lib/tenancy/with-tenant";
import { depositCame } from "./ledger";
import { recordEntries } from "./record-entries";

const sql = postgres(process.env.TEST_ADMIN_URL!, { max: 1, onnotice: () => {} });
const asApp = postgres(process.env.DATABASE_URL!, { max: 1, onnotice: () => {} });
afterAll(() => Promise.all([sql.end(), asApp.end()]));

const actor = { kind: "system", job: "test" } as const;
let house: House;
beforeEach(async () => {
  house = await makeHouse();
});

const record = (source: string, amountMinor = 50_000) =>
  withTenant(house.tenantId, actor, (scope) =>
    recordEntries(scope, {
      kind: "deposit",
      source,
      entries: depositCame("mpesa", amountMinor),
      currency: "KES",
      timeZone: "Africa/Nairobi",
      at: new Date("2026-12-01T21:30:00Z"),
    }),
  );
const entries = () =>
  sql`select e.account, e.debit_minor::int as debit, e.credit_minor::int as credit, t.day::text as day
    from ledger_entries e join ledger_transactions t on t.tenant_id = e.tenant_id and t.id = e.transaction_id
    where e.tenant_id = ${house.tenantId} order by position`;

test("the same is written once, however often and however many say it, on the business's own day", async () => {
  const said = await Promise.all(Array.from({ length: 8 }, () => record("payment 1")));
  expect(said.filter(Boolean)).toHaveLength(1);
  expect(await entries()).toEqual([
    { account: "mpesa", debit: 50_000, credit: 0, day: "2026-12-02" },
    { account: "deposits", debit: 0, credit: 50_000, day: "2026-12-02" },
  ]);
});

test("nothing is kept that is not as much debit as credit, whoever writes it", async () => {
  const id = newId();
  const write = (lines: [string, number, number][]) =>
    sql.begin(async (tx) => {
      await tx`insert into ledger_transactions (tenant_id, id, kind, source, at, day)
        values (${house.tenantId}, ${id}, 'test', ${id}, now(), '2026-12-01')`;
      for (const [at, [account, debit, credit]] of lines.entries())
        await tx`insert into ledger_entries (tenant_id, transaction_id, position, account, debit_minor, credit_minor, currency)
          values (${house.tenantId}, ${id}, ${at}, ${account}, ${debit}, ${credit}, 'KES')`;
    });
  await expect(write([])).rejects.toMatchObject({ code: "23514" });
  await expect(
    write([
      ["cash", 100, 0],
      ["services", 0, 99],
    ]),
  ).rejects.toMatchObject({ code: "23514" });
  await expect(
    write([
      ["cash", -100, 0],
      ["services", 0, -100],
    ]),
  ).rejects.toMatchObject({ code: "23514" });
});

test("the serving role neither changes nor takes out a line", async () => {
  await record("payment 2");
  for (const table of ["ledger_entries", "ledger_transactions"]) {
    await expect(asApp.unsafe(`update ${table} set tenant_id = tenant_id`)).rejects.toMatchObject({ code: "42501" });
    await expect(asApp.unsafe(`delete from ${table}`)).rejects.toMatchObject({ code: "42501" });
  }
});
