import { expect, test } from "vitest";
import type { Scope } from "@/lib/tenancy/scope";
import { readTenant } from "@/lib/tenancy/with-tenant";
import { member } from "@/lib/till/testing/at-the-till";
import { listBookingRows } from "./booking-rows";
import { listCustomerRows } from "./customer-rows";
import { getCustomers } from "./get-customers";
import { getOperations } from "./get-operations";
import { periodQuery } from "./input";
import { bookingRowsQuery, customerRowsQuery } from "./rows-input";
import { busyYear } from "./testing/busy-year";

type Page = { items: { id: string }[]; nextCursor: string | null };

/** How many rows there are, each of which is on one page alone. */
async function walked(pageAt: (cursor: string) => Promise<Page>): Promise<number> {
  const seen: string[] = [];
  for (let cursor: string | null = ""; cursor !== null; ) {
    const page: Page = await pageAt(cursor);
    seen.push(...page.items.map(({ id }) => id));
    cursor = page.nextCursor;
  }
  expect(new Set(seen).size).toBe(seen.length);
  return seen.length;
}

test("page by page every row of a number is seen once, as many as it says", async () => {
  const { tenantId } = await busyYear(process.env.TEST_ADMIN_URL!, { bookings: 1_000, customers: 120, visits: 900 });
  const read = <T>(work: (scope: Scope) => Promise<T>) => readTenant(tenantId, member("owner"), work);
  const query = periodQuery.parse({ period: "30d" });
  const [customers, bookings] = [
    (await read((scope) => getCustomers(scope, query))).figures,
    (await read((scope) => getOperations(scope, query))).figures,
  ];
  const ofBookings = (of: string) =>
    walked((cursor) => read((scope) => listBookingRows(scope, bookingRowsQuery.parse({ of, period: "30d", cursor }))));
  const ofCustomers = (of: string) =>
    walked((cursor) =>
      read((scope) => listCustomerRows(scope, customerRowsQuery.parse({ of, period: "30d", cursor }))),
    );
  expect(await ofBookings("converted")).toBe(bookings.converted.part);
  expect(await ofCustomers("total")).toBe(customers.total);
  expect(await ofCustomers("visits")).toBe(customers.visits);
  expect([bookings.converted.part, customers.total, customers.visits].every((n) => n > 50)).toBe(true);
});
