import postgres from "postgres";
import { afterAll, expect, test } from "vitest";
import { makeHouse } from "@/db/testing/house";
import { bookingToken, linkDays } from "./booking-token";
import { getTicket } from "./get-ticket";
import { placed } from "./testing/placed";

const sql = postgres(process.env.TEST_ADMIN_URL!, { max: 1, onnotice: () => {} });
afterAll(() => sql.end());

test("a booking's link opens for three months after the visit, and then no longer", async () => {
  const { id } = await placed(await makeHouse());
  const opensAfter = async (days: number) => {
    await sql`update bookings set starts_at = now() - make_interval(days => ${days}, hours => 1),
      ends_at = now() - make_interval(days => ${days}) where id = ${id}`;
    return (await getTicket(bookingToken(id))) !== null;
  };
  expect(await opensAfter(linkDays - 1)).toBe(true);
  expect(await opensAfter(linkDays + 1)).toBe(false);
});
