import { drizzle } from "drizzle-orm/postgres-js";
import postgres from "postgres";
import { afterAll, expect, test } from "vitest";
import { preparing } from "@/db/preparing";
import { type House, makeHouse } from "@/db/testing/house";
import { newId } from "@/lib/platform/ids";
import type { Scope } from "@/lib/tenancy/scope";
import { withTenant } from "@/lib/tenancy/with-tenant";
import { askForAnotherTime } from "./ask-for-another-time";
import { proposeMoves } from "./propose-moves";
import { deskOf, placed } from "./testing/placed";

// What finding another place for many asks of Postgres: as much for fifty bookings as for one.
const statements: string[] = [];
const client = postgres(process.env.DATABASE_URL!, {
  max: 2,
  debug: (_, text) => statements.push(text.replace(/\s+/g, " ").trim()),
});
(globalThis as unknown as Record<symbol, unknown>)[Symbol.for("clientpulse.db")] = drizzle(preparing(client), {
  casing: "snake_case",
});
afterAll(() => client.end());

const desk = deskOf(newId());

async function shutWith(many: number): Promise<{ house: House; ids: string[] }> {
  const house = await makeHouse();
  const ids: string[] = [];
  for (let n = 0; n < many; n++) {
    const at = { day: 2 + Math.floor(n / 8), hour: 9 + (n % 8), phone: `07115${String(70_000 + n)}` };
    ids.push((await placed(house, at)).id);
  }
  return { house, ids };
}

async function asked(house: House, work: (scope: Scope) => Promise<unknown>): Promise<string[]> {
  statements.length = 0;
  await withTenant(house.tenantId, desk, work);
  // Fifty rows of one insert are longer than one.
  return statements.map((text) => text.replace(/ values \(.*/, " values"));
}

test("fifty are proposed another place, and their customers asked for one, in as many statements as one", async () => {
  await shutWith(1).then(({ house, ids }) => asked(house, (scope) => proposeMoves(scope, { ids, prefer: "person" })));
  const [one, fifty] = [await shutWith(1), await shutWith(50)];
  const proposing = async ({ house, ids }: typeof one) => {
    const proposals: unknown[] = [];
    const said = await asked(house, async (scope) => {
      proposals.push(...(await proposeMoves(scope, { ids, prefer: "person" })));
    });
    expect(proposals).toHaveLength(ids.length);
    return said;
  };
  const asking = async ({ house, ids }: typeof one) => {
    const outcomes: unknown[] = [];
    const said = await asked(house, async (scope) => {
      outcomes.push(await askForAnotherTime(scope, { ids, reason: "Water is off" }));
    });
    expect(outcomes).toMatchObject([{ ok: true, value: { asked: { length: ids.length }, passed: [] } }]);
    return said;
  };
  expect(await proposing(fifty)).toEqual(await proposing(one));
  await asking(await shutWith(1));
  expect(await asking(fifty)).toEqual(await asking(one));
});
