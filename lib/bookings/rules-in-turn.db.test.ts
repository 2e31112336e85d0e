import postgres from "postgres";
import { afterAll, beforeEach, expect, test } from "vitest";
import { type House, makeHouse } from "@/db/testing/house";
import { addPerson } from "@/db/testing/people";
import type { Actor, Scope } from "@/lib/tenancy/scope";
import { withTenant } from "@/lib/tenancy/with-tenant";
import { policyInput } from "./policy-input";
import { setCancellation } from "./set-cancellation";
import { setPolicy } from "./set-policy";
import { placed } from "./testing/placed";

// Whoever books while a rule is being changed waits, and is judged by what it has become.
const sql = postgres(process.env.TEST_ADMIN_URL!, { max: 2, onnotice: () => {} });
afterAll(() => sql.end());

let house: House;
let owner: Actor;
beforeEach(async () => {
  house = await makeHouse();
  owner = await addPerson(sql, house.tenantId, "owner");
});

/** A booking that is asked for when `change` is done and not yet committed: it goes on once the booking waits, or stands. */
async function bookedDuring(change: (scope: Scope) => Promise<unknown>): Promise<string> {
  let booked: Promise<string> | undefined;
  await withTenant(house.tenantId, owner, async (scope) => {
    await change(scope);
    let done = false;
    booked = placed(house).then(
      ({ status }) => status,
      ({ message }: Error) => message,
    );
    booked.finally(() => {
      done = true;
    });
    while (!done && !(await somebodyWaits()));
  });
  return booked!;
}

const somebodyWaits = async () => {
  const waiting = await sql`select 1 from pg_stat_activity
    where datname = current_database() and wait_event_type = 'Lock'`;
  return waiting.length > 0;
};

const policy = (given: object) => (scope: Scope) => setPolicy(scope, policyInput.parse(given));

test("confirmed by hand from now on", async () => {
  expect(await bookedDuring(policy({ confirm: "desk" }))).toBe("requested");
});

test("with longer notice from now on", async () => {
  expect(await bookedDuring(policy({ noticeMinutes: 3 * 1_440 }))).toBe("slot_taken");
});

test("on other terms from now on", async () => {
  const terms = { freeHours: 24, late: { kind: "percent" as const, percent: 50 } };
  expect(await bookedDuring((scope) => setCancellation(scope, terms))).toBe("confirmed");
  expect(await sql`select terms from bookings where tenant_id = ${house.tenantId}`).toEqual([{ terms }]);
});
