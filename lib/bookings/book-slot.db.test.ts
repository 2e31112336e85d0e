import { randomUUID } from "node:crypto";
import postgres from "postgres";
import { afterAll, beforeEach, describe, expect, test } from "vitest";
import { type House, makeHouse } from "@/db/testing/house";
import { addDays, atMinute, localDate } from "@/lib/platform/calendar";
import { now } from "@/lib/platform/clock";
import { idempotencyKey } from "@/lib/platform/idempotency";
import { withTenant } from "@/lib/tenancy/with-tenant";
import { bookSlot } from "./book-slot";
import { type BookSlotInput, bookSlotInput } from "./input";
import { listOpenSlots } from "./list-open-slots";

const sql = postgres(process.env.TEST_ADMIN_URL!, { max: 2, onnotice: () => {} });
afterAll(() => sql.end());

const publicPage = { kind: "public", via: "page" } as const;
const tomorrow = addDays(localDate(now(), "Africa/Nairobi"), 1);
const at = (hour: number) => atMinute(tomorrow, hour * 60, "Africa/Nairobi").toISOString();

let house: House;
beforeEach(async () => {
  house = await makeHouse({ staff: 2 });
});

const wish = (
  more: { startsAt?: string; staffId?: string; phone?: string; name?: string; seen?: number } = {},
): BookSlotInput =>
  bookSlotInput.parse({
    lines: [{ serviceId: house.serviceIds[0], ...(more.staffId ? { staffId: more.staffId } : {}) }],
    startsAt: more.startsAt ?? at(10),
    customer: { name: more.name ?? "Wanjiru", phone: more.phone ?? "0712 345 678" },
    ...(more.seen === undefined ? {} : { seen: { totalMinor: more.seen } }),
  });

const book = (input: BookSlotInput, key?: string, source: "public" | "desk" = "public") =>
  withTenant(house.tenantId, publicPage, (scope) =>
    bookSlot(scope, input, { source, idempotency: key ? idempotencyKey("book", key, input) : undefined }),
  );

describe("booking", () => {
  test("takes the time, makes the customer and says so once", async () => {
    const result = await book(wish());
    expect(result).toMatchObject({ ok: true, value: { status: "confirmed", startsAt: at(10), endsAt: at(11) } });
    const events = await sql`select seq, name, entity_id from events where tenant_id = ${house.tenantId} order by seq`;
    expect(events.map((e) => [Number(e.seq), e.name])).toEqual([
      [1, "customer.added"],
      [2, "booking.placed"],
    ]);
    const notes = await sql`select title, message from notifications where tenant_id = ${house.tenantId}`;
    expect(notes).toHaveLength(1);
    expect(notes[0]?.title).toBe("Wanjiru booked Cut");
  });

  test("the log keeps no name, phone or e-mail", async () => {
    await book(wish({ name: "Akinyi Otieno" }));
    const [row] =
      await sql`select string_agg(payload::text || actor::text, '') as all from events where tenant_id = ${house.tenantId}`;
    expect(row?.all).not.toMatch(/Akinyi|712345678/);
  });

  test("two people at one time, then nobody is left: the nearest three are offered", async () => {
    expect((await book(wish({ phone: "0712000001" }))).ok).toBe(true);
    expect((await book(wish({ phone: "0712000002" }))).ok).toBe(true);
    const third = await book(wish({ phone: "0712000003" }));
    expect(third).toMatchObject({ ok: false, refusal: "slot_taken" });
    if (third.ok || third.refusal !== "slot_taken") throw new Error("not refused");
    expect(third.alternatives.map((slot) => slot.startsAt)).toEqual([at(8.5), at(9), at(11)]);
  });

  test("a known number keeps its name; what was typed stays on the booking", async () => {
    await book(wish({ name: "Jane" }));
    await book(wish({ name: "Mary", startsAt: at(14) }));
    expect(await sql`select name from customers where tenant_id = ${house.tenantId}`).toEqual([{ name: "Jane" }]);
    const typed =
      await sql`select booked_as->>'name' as name from bookings where tenant_id = ${house.tenantId} order by starts_at`;
    expect(typed.map((row) => row.name)).toEqual(["Jane", "Mary"]);
  });

  test("a changed price is shown before it is agreed to", async () => {
    expect(await book(wish({ seen: 100_000 }))).toEqual({
      ok: false,
      refusal: "price_changed",
      terms: null,
      depositMinor: null,
      totalMinor: 150_000,
      currency: "KES",
    });
    expect(await sql`select 1 from bookings where tenant_id = ${house.tenantId}`).toHaveLength(0);
    expect((await book(wish({ seen: 150_000 }))).ok).toBe(true);
  });

  test("what is offered is accepted, and what is not offered is refused", async () => {
    await book(wish({ phone: "0712000001" }));
    await book(wish({ phone: "0712000002" }));
    const offered = await withTenant(house.tenantId, publicPage, (scope) =>
      listOpenSlots(scope, { serviceId: house.serviceIds[0]!, staffId: "any", from: tomorrow, to: tomorrow }),
    );
    if (!offered.ok) throw new Error("not offered");
    const starts = offered.value.days[0]!.slots.map((slot) => slot.startsAt);
    expect(starts).not.toContain(at(10));
    expect(starts).toContain(at(11));
    expect((await book(wish({ startsAt: at(9.5), phone: "0712000003" }))).ok).toBe(false);
    expect((await book(wish({ startsAt: at(11), phone: "0712000004" }))).ok).toBe(true);
    expect((await book(wish({ startsAt: at(19.5), phone: "0712000005" }))).ok).toBe(false);
  });
});

describe("a start between two steps", () => {
  const between = new Date(Date.parse(at(10)) + 7 * 60_000).toISOString();
  test("is nothing that was offered, so a customer gets the nearest that are", async () => {
    const refused = await book(wish({ startsAt: between }));
    expect(refused).toMatchObject({
      refusal: "slot_taken",
      alternatives: [{ startsAt: at(9.5) }, { startsAt: at(10) }, { startsAt: at(10.5) }],
    });
  });
  test("is open to the desk", async () => {
    expect(await book(wish({ startsAt: between }), undefined, "desk")).toMatchObject({
      ok: true,
      value: { startsAt: between },
    });
  });
});

test("a visit that runs on into the next day's shift is offered whatever days are asked for, and accepted", async () => {
  await sql`update staff_hours set from_minute = 0, to_minute = 1440 where tenant_id = ${house.tenantId}`;
  const late = at(23.5);
  const offered = async (to: string) => {
    const open = await withTenant(house.tenantId, publicPage, (scope) =>
      listOpenSlots(scope, { serviceId: house.serviceIds[0]!, staffId: "any", from: tomorrow, to }),
    );
    return open.ok && open.value.days[0]!.slots.some((slot) => slot.startsAt === late);
  };
  expect([await offered(tomorrow), await offered(addDays(tomorrow, 1))]).toEqual([true, true]);
  expect((await book(wish({ startsAt: late }))).ok).toBe(true);
});

describe("repeating a key", () => {
  test.each([
    [
      "the service is no longer offered",
      () => sql`update services set active = false where tenant_id = ${house.tenantId}`,
    ],
    ["the person has left", () => sql`update staff set active = false where tenant_id = ${house.tenantId}`],
    ["the business is suspended", () => sql`update tenants set status = 'suspended' where id = ${house.tenantId}`],
  ])("answers the same after %s", async (_, change) => {
    const key = randomUUID();
    const asked = wish({ staffId: house.staffIds[0]! });
    const first = await book(asked, key);
    await change();
    expect(await book(asked, key)).toEqual(first);
    expect((await book(asked, randomUUID())).ok).toBe(false);
  });
  test("fifty at once make one booking and fifty equal answers", async () => {
    const key = randomUUID();
    const answers = await Promise.all(Array.from({ length: 50 }, () => book(wish(), key)));
    expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1);
    expect(answers[0]?.ok).toBe(true);
    expect(await sql`select 1 from bookings where tenant_id = ${house.tenantId}`).toHaveLength(1);
  });

  test("with another wish it is refused", async () => {
    const key = randomUUID();
    expect((await book(wish(), key)).ok).toBe(true);
    expect(await book(wish({ startsAt: at(15) }), key)).toMatchObject({ ok: false, refusal: "key_reused" });
  });

  test("after a refusal it may be used again: nothing was done under it", async () => {
    const key = randomUUID();
    await book(wish({ phone: "0712000001" }));
    await book(wish({ phone: "0712000002" }));
    expect((await book(wish({ phone: "0712000003" }), key)).ok).toBe(false);
    expect((await book(wish({ phone: "0712000003", startsAt: at(16) }), key)).ok).toBe(true);
  });
});
