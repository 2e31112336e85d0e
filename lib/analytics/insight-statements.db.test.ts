import postgres from "postgres";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { House } from "@/db/testing/house";
import type { Scope } from "@/lib/tenancy/scope";
import { readTenant } from "@/lib/tenancy/with-tenant";
import { member } from "@/lib/till/testing/at-the-till";
import { listBookingRows } from "./booking-rows";
import { listCustomerRows } from "./customer-rows";
import { getCampaignResults } from "./get-campaign-results";
import { getCustomers } from "./get-customers";
import { getOccupancy } from "./get-occupancy";
import { getOperations } from "./get-operations";
import { getReferrals } from "./get-referrals";
import { periodQuery } from "./input";
import { listReferralRows } from "./referral-rows";
import { bookingRowsQuery, customerRowsQuery, referralRowsQuery } from "./rows-input";
import { muchAsked } from "./testing/much-asked";

const sql = postgres(process.env.TEST_ADMIN_URL!, { max: 2, onnotice: () => {} });
afterAll(() => sql.end());

let house: House;
beforeAll(async () => {
  house = await muchAsked(sql, { people: 400, bookings: 2_000 });
});

async function statementsOf(ask: (scope: Scope) => Promise<unknown>): Promise<number> {
  let statements = 0;
  await readTenant(house.tenantId, member("owner"), (scope) => {
    const tx = new Proxy(scope.tx, {
      get: (target, name, receiver) => {
        if (name === "select" || name === "execute") statements++;
        return Reflect.get(target, name, receiver);
      },
    });
    return ask({ ...scope, tx } as Scope);
  });
  return statements;
}

const query = periodQuery.parse({ period: "30d", compare: "before" });
const long = periodQuery.parse({ period: "year", compare: "year" });

test("no report takes more than five statements, whatever has happened, nor does a page of its rows", async () => {
  expect({
    customers: await statementsOf((scope) => getCustomers(scope, long)),
    customerRows: await statementsOf((scope) => listCustomerRows(scope, customerRowsQuery.parse({ of: "total" }))),
    visitRows: await statementsOf((scope) => listCustomerRows(scope, customerRowsQuery.parse({ of: "booked_again" }))),
    operations: await statementsOf((scope) => getOperations(scope, long)),
    bookingRows: await statementsOf((scope) => listBookingRows(scope, bookingRowsQuery.parse({ of: "made" }))),
    occupancy: await statementsOf((scope) => getOccupancy(scope, query)),
    referrals: await statementsOf((scope) => getReferrals(scope, query)),
    referralRows: await statementsOf((scope) => listReferralRows(scope, referralRowsQuery.parse({}))),
    campaigns: await statementsOf((scope) => getCampaignResults(scope, query)),
  }).toEqual({
    ...{ customers: 3, customerRows: 3, visitRows: 3, operations: 4, bookingRows: 3 },
    ...{ occupancy: 4, referrals: 4, referralRows: 3, campaigns: 3 },
  });
});

test("page by page every row of a number is seen once, as many as it says", async () => {
  const read = <T>(work: (scope: Scope) => Promise<T>) => readTenant(house.tenantId, member("owner"), work);
  const seen = new Set<string>();
  for (let cursor: string | null = ""; cursor !== null; ) {
    const asks: string = cursor;
    const page = await read((scope) =>
      listBookingRows(scope, bookingRowsQuery.parse({ of: "converted", period: "30d", cursor: asks })),
    );
    for (const { id } of page.items) {
      expect(seen.has(id)).toBe(false);
      seen.add(id);
    }
    cursor = page.nextCursor;
  }
  const { figures } = await read((scope) => getOperations(scope, query));
  expect(seen.size).toBe(figures.converted.part);
  expect(seen.size).toBeGreaterThan(100);
});
