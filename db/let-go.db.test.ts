import { AsyncLocalStorage } from "node:async_hooks";
import { getHeapSpaceStatistics, setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { makeHouse } from "@/db/testing/house";
import { withTenant } from "@/lib/tenancy/with-tenant";

setFlagsFromString("--expose-gc");
const collect = runInNewContext("gc") as (what: { type: "minor" | "major" }) => void;
const ofOldMb = () =>
  getHeapSpaceStatistics()
    .filter(({ space_name }) => /^(old|large_object)_space$/.test(space_name))
    .reduce((sum, { space_used_size }) => sum + space_used_size, 0) / 1e6;

/** About 160 KB, as a request of Next has with it. */
const request = () => ({ of: Array.from({ length: 1_500 }, (_, nth) => ({ nth, name: `header ${nth}` })) });

test("what a request has asked the database lets go of it at the next small collection, and does not wait for a large one", async () => {
  const { tenantId } = await makeHouse();
  const requests = new AsyncLocalStorage<object>();
  const actor = { kind: "system", job: "test" } as const;
  const ask = () =>
    requests.run(request(), () =>
      withTenant(tenantId, actor, async ({ tx }) => {
        await tx.execute(sql`select 1`);
        await tx.transaction((inner) => inner.execute(sql`select 2`));
      }),
    );
  const some = async (times: number) => {
    for (let nth = 0; nth < times; nth++) {
      await ask();
      if (nth % 5 === 4) collect({ type: "minor" });
    }
  };
  await some(60);
  collect({ type: "major" });
  const before = ofOldMb();
  await some(100);
  // All of them together have 16 MB.
  expect(ofOldMb() - before).toBeLessThan(4);
}, 60_000);
