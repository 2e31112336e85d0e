import { drizzle } from "drizzle-orm/postgres-js";
import postgres from "postgres";
import { afterAll, expect, test } from "vitest";
import { preparing } from "@/db/preparing";
import { makeHouse } from "@/db/testing/house";
import { newId } from "@/lib/platform/ids";
import type { Scope } from "@/lib/tenancy/scope";
import { readTenant } from "@/lib/tenancy/with-tenant";
import { dayStanding } from "./day-standing";
import { getSale } from "./get-sale";
import { getTill } from "./get-till";
import { listCloses } from "./list-closes";
import { startSale } from "./start-sale";
import { member, pay, sold } from "./testing/at-the-till";

let asked = 0;
const client = postgres(process.env.DATABASE_URL!, { max: 1, debug: () => (asked += 1) });
// Planted where the code looks for its client.
(globalThis as unknown as Record<symbol, unknown>)[Symbol.for("clientpulse.db")] = drizzle(preparing(client), {
  casing: "snake_case",
});
afterAll(() => client.end());

const owner = member("owner");

test("a full day at the till is read in as many statements as an empty one", async () => {
  const house = await makeHouse();
  const { id } = await sold(house, owner);
  const count = async () => {
    const each: number[] = [];
    const questions: ((scope: Scope) => Promise<unknown>)[] = [
      (scope) => getTill(scope),
      (scope) => dayStanding(scope),
      (scope) => listCloses(scope),
      (scope) => getSale(scope, id),
      (scope) => startSale(scope, {}),
    ];
    for (const ask of questions) {
      asked = 0;
      await readTenant(house.tenantId, owner, ask);
      each.push(asked);
    }
    return each;
  };
  // The first ones of a connection also ask Postgres for the types.
  await count();
  const few = await count();
  for (let n = 0; n < 12; n++) {
    const sale = await sold(house, owner, { tipMinor: n * 100, key: newId() });
    if (n % 3) await pay(house, owner, { saleId: sale.id, amountMinor: n % 2 ? 150_000 + n * 100 : 1_000 });
  }
  await pay(house, owner, { saleId: id, amountMinor: 1_000 });
  expect(await count()).toEqual(few);
  expect(Math.max(...few)).toBeLessThanOrEqual(12);
});
