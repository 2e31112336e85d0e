import postgres from "postgres";
import { afterAll, expect, test } from "vitest";
import { makeHouse } from "@/db/testing/house";
import { authorize } from "@/lib/realtime/authorize";
import { bookingToken, linkDays } from "./booking-token";
import { getTicket } from "./get-ticket";
import { openLink } from "./open-link";
import { placed } from "./testing/placed";

const sql = postgres(process.env.TEST_ADMIN_URL!, { max: 1, onnotice: () => {} });
afterAll(() => sql.end());

test("a booking's link opens for three months after the visit, and then no door of it any longer", async () => {
  const house = await makeHouse();
  const { id } = await placed(house);
  const opensAfter = async (days: number) => {
    await sql`update bookings set starts_at = now() - make_interval(days => ${days}, hours => 1),
      ends_at = now() - make_interval(days => ${days}) where id = ${id}`;
    const token = bookingToken(id);
    const stream = await authorize(null, { token });
    return { page: (await getTicket(token)) !== null, forms: await openLink(token), stream };
  };
  const booking = { tenantId: house.tenantId, bookingId: id };
  expect(await opensAfter(linkDays - 1)).toEqual({ page: true, forms: booking, stream: booking });
  expect(await opensAfter(linkDays + 1)).toMatchObject({ page: false, forms: null, stream: { status: 404 } });
});
