import postgres from "postgres";
import { afterAll, expect, test } from "vitest";
import { type House, makeHouse } from "@/db/testing/house";
import { addPerson } from "@/db/testing/people";
import { newId } from "@/lib/platform/ids";
import type { Actor } from "@/lib/tenancy/scope";
import { withTenant } from "@/lib/tenancy/with-tenant";
import type { Booked } from "./book-slot";
import { moveBooking } from "./move-booking";
import { proposeTimes } from "./propose-times";
import { bookAs, choose, hourOf, must } from "./testing/desk-books";
import { undoChange } from "./undo-change";

// One chair, and everybody wants it at ten: through every door that writes time, at once.
const sql = postgres(process.env.TEST_ADMIN_URL!, { max: 4, onnotice: () => {} });
afterAll(() => sql.end());

const full = process.env.TEST_SIZE === "full";
const [rounds, writers] = full ? [50, 200] : [10, 100];

const page: Actor = { kind: "public", via: "page" };
const api: Actor = { kind: "public", via: "api" };
const ten = hourOf(10, 2);
const phoneOf = (n: number) => `07122${String(n).padStart(5, "0")}`;

type Door = (n: number) => Promise<{ ok: boolean }>;

/** What stands elsewhere that day, to be moved: as many as there are hours. */
const hours = [12, 13, 14, 15, 16, 17];
const standing = async (house: House): Promise<Booked[]> => {
  const made: Booked[] = [];
  for (const [n, hour] of hours.entries()) {
    const wish = { at: hourOf(hour, 2), phone: `07133${String(n).padStart(5, "0")}` };
    made.push(await must(bookAs(house, api, { source: "api" }, wish)));
  }
  return made;
};

async function doorsOf(house: House): Promise<Record<string, Door>> {
  const desk = await addPerson(sql, house.tenantId, "owner");
  const [chosen, ...others] = await standing(house);
  const cancelled = await must(bookAs(house, api, { source: "api" }, { at: ten, phone: "0713399999" }));
  const there = await must(
    withTenant(house.tenantId, desk, (scope) =>
      moveBooking(scope, { id: cancelled.id, from: cancelled.startsAt, startsAt: hourOf(18, 2) }),
    ),
  );
  const one = (n: number) => others[n % others.length]!;
  const move = (actor: Actor, n: number) =>
    withTenant(house.tenantId, actor, (scope) =>
      moveBooking(scope, { id: one(n).id, from: one(n).startsAt, startsAt: ten }),
    );
  return {
    page: (n) => bookAs(house, page, { source: "public" }, { at: ten, phone: phoneOf(n) }),
    api: (n) => bookAs(house, api, { source: "api" }, { at: ten, phone: phoneOf(n) }),
    desk: (n) => bookAs(house, desk, { source: "desk" }, { at: ten, phone: phoneOf(n) }),
    deskHold: (n) => bookAs(house, desk, { source: "desk", holdMinutes: 15 }, { at: ten, phone: phoneOf(n) }),
    choice: (n) => choose(house, { at: ten, visitor: `visitor ${n}` }),
    "move by the desk": (n) => move(desk, n),
    "move by the customer": (n) => move(page, n),
    proposal: () =>
      withTenant(house.tenantId, desk, (scope) =>
        proposeTimes(scope, { id: chosen!.id, from: chosen!.startsAt, times: [ten] }),
      ),
    undo: () =>
      withTenant(house.tenantId, desk, (scope) => undoChange(scope, { id: cancelled.id, changeId: there.changeId })),
  };
}

const overlaps = (tenantId: string, by: postgres.Sql | postgres.TransactionSql = sql) => by`
  select a.id from occupancies a join occupancies b on b.tenant_id = a.tenant_id and b.staff_id = a.staff_id
    and b.id > a.id and b.active and b.span && a.span and b.lanes && a.lanes
  where a.tenant_id = ${tenantId} and a.active and 'overbooking' not in (a.source, b.source)`;

const heads = (tenantId: string) => sql`
  select count(*)::int as events, max(seq)::int as last, (select seq::int from event_heads where tenant_id = ${tenantId}) as head
  from events where tenant_id = ${tenantId}`;

test(`${rounds} rounds of ${writers} writers through all doors: one of them has ten o'clock each time, and nothing overlaps`, async () => {
  const winners = new Map<string, number>();
  for (let round = 0; round < rounds; round++) {
    const house = await makeHouse();
    const doors = Object.entries(await doorsOf(house));
    const answers = await Promise.all(
      Array.from({ length: writers }, async (_, n) => {
        // A crowd at another door goes first in every round: moves take longer to ask, and would never win otherwise.
        const [name, door] = doors[(n < writers / 4 ? round : n) % doors.length]!;
        return { name, ok: (await door(n)).ok };
      }),
    );
    const won = answers.filter(({ ok }) => ok).map(({ name }) => name);
    // The same move or proposal asked for again is answered as the first one was.
    expect(new Set(won.map((name) => name.split(" ")[0])).size, won.join()).toBe(1);
    winners.set(won[0]!, (winners.get(won[0]!) ?? 0) + 1);
    const at =
      await sql`select source from occupancies where tenant_id = ${house.tenantId} and active and lower(span) = ${ten}`;
    expect(at, won[0]).toHaveLength(1);
    expect(await overlaps(house.tenantId)).toEqual([]);
    const [log] = await heads(house.tenantId);
    expect(log).toEqual({ events: log!.head, last: log!.head, head: log!.head });
  }
  console.log(`ten o'clock went to: ${[...winners].map(([name, times]) => `${name} ${times}`).join(", ")}`);
}, 600_000);

test("nothing overlaps is a check that can fail", async () => {
  const house = await makeHouse();
  const put = (hour: number, source: string) => sql`
    insert into occupancies (tenant_id, id, staff_id, span, source, lanes)
    values (${house.tenantId}, ${newId()}, ${house.staffIds[0]!},
      tstzrange(${hourOf(hour)}::timestamptz, ${hourOf(hour + 1)}::timestamptz), ${source}, '[0,)')`;
  await put(9, "booking");
  await put(9, "overbooking");
  await put(10, "booking");
  expect(await overlaps(house.tenantId)).toEqual([]);
  const twice = await sql.begin(async (tx) => {
    await tx`set constraints occupancies_no_overlap deferred`;
    await tx`update occupancies set source = 'booking' where tenant_id = ${house.tenantId}`;
    const found = await overlaps(house.tenantId, tx);
    await tx`delete from occupancies where tenant_id = ${house.tenantId}`;
    return found.length;
  });
  expect(twice).toBe(1);
});
