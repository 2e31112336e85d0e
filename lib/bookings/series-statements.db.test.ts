import { drizzle } from "drizzle-orm/postgres-js";
import postgres from "postgres";
import { afterAll, expect, test } from "vitest";
import { preparing } from "@/db/preparing";
import { makeHouse } from "@/db/testing/house";
import { newId } from "@/lib/platform/ids";
import { withTenant } from "@/lib/tenancy/with-tenant";
import { cancelFollowing } from "./cancel-following";
import { listSeries } from "./list-series";
import { seriesQuery } from "./series-input";
import { hourOf, must } from "./testing/desk-books";
import { deskOf } from "./testing/placed";
import { comeRound } from "./testing/series";

let asked = 0;
const client = postgres(process.env.DATABASE_URL!, { max: 1, debug: () => (asked += 1) });
// Planted where the code looks for its client.
(globalThis as unknown as Record<symbol, unknown>)[Symbol.for("clientpulse.db")] = drizzle(preparing(client), {
  casing: "snake_case",
});
afterAll(() => client.end());

const desk = deskOf(newId());

test("a long series is looked at, booked and cancelled in as many statements as a short one", async () => {
  const house = await makeHouse();
  const counted = async <T>(work: () => Promise<T>): Promise<{ value: T; statements: number }> => {
    asked = 0;
    const value = await work();
    return { value, statements: asked };
  };
  const round = async (times: number, hour: number) => {
    const query = seriesQuery.parse({
      service: house.serviceIds[0],
      startsAt: hourOf(hour, 2).toISOString(),
      weeks: "1",
      times: String(times),
    });
    const look = await counted(() => withTenant(house.tenantId, desk, (scope) => listSeries(scope, query)));
    const book = await counted(() => must(comeRound(house, desk, { at: hourOf(hour, 2), times })));
    const following = book.value.bookings.map(({ id }) => id);
    const first = following[0]!;
    const cancel = await counted(() =>
      withTenant(house.tenantId, desk, (scope) => cancelFollowing(scope, { id: first, from: "confirmed", following })),
    );
    expect(cancel.value).toMatchObject({ ok: true });
    return [look, book, cancel].map(({ statements }) => statements);
  };
  // The first of a connection also asks Postgres for the types, and writes down the customer.
  await round(2, 9);
  const short = await round(2, 11);
  const long = await round(8, 13);
  expect(long).toEqual(short);
  expect(long[0]).toBeLessThanOrEqual(6);
  expect(long[1]).toBeLessThanOrEqual(18);
  expect(long[2]).toBeLessThanOrEqual(16);
});
