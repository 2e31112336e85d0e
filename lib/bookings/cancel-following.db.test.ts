import postgres from "postgres";
import { afterAll, beforeEach, expect, test } from "vitest";
import { type House, makeHouse } from "@/db/testing/house";
import { addMessages } from "@/lib/notifications/queue-message";
import { tellTogether } from "@/lib/notifications/tell-together";
import { newId } from "@/lib/platform/ids";
import type { Actor, Scope } from "@/lib/tenancy/scope";
import { withTenant } from "@/lib/tenancy/with-tenant";
import { cancelFollowing } from "./cancel-following";
import { changeBooking } from "./change-booking";
import { getBooking } from "./get-booking";
import { must } from "./testing/desk-books";
import { deskOf, placed } from "./testing/placed";
import { comeRound } from "./testing/series";
import { undoTogether } from "./undo-together";

const sql = postgres(process.env.TEST_ADMIN_URL!, { max: 1, onnotice: () => {} });
afterAll(() => sql.end());

const desk = deskOf(newId());
let house: House;
let ids: string[];
beforeEach(async () => {
  house = await makeHouse();
  ids = (await must(comeRound(house, desk))).bookings.map(({ id }) => id);
});
const inHouse = <T>(work: (scope: Scope) => Promise<T>, actor: Actor = desk) => withTenant(house.tenantId, actor, work);
const cancel = async (at: number, actor?: Actor) => {
  const following = await left(at);
  return inHouse(
    (scope) => cancelFollowing(scope, { id: ids[at]!, from: "confirmed", following, reason: "She moves away" }),
    actor,
  );
};
/** What a desk sees of it and those after it. */
const left = async (at: number) =>
  (
    await sql`select s.id from bookings s join bookings b on b.series_id = s.series_id and s.starts_at >= b.starts_at
      where b.id = ${ids[at]!} and s.status = 'confirmed'`
  ).map(({ id }) => id as string);
const statuses = async () =>
  (
    await sql`select status from bookings where tenant_id = ${house.tenantId} and series_id is not null order by starts_at`
  ).map(({ status }) => status);
const taken = async () => (await sql`select 1 from occupancies where tenant_id = ${house.tenantId} and active`).length;
const due = () => sql`select payload from due where tenant_id = ${house.tenantId} and kind like 'tell_%'`;

test("this one and those after it are cancelled, with their time, and those before it stand", async () => {
  const { steps } = await must(cancel(1));
  expect(steps.map(({ id }) => id)).toEqual(ids.slice(1));
  expect(await statuses()).toEqual(["confirmed", "cancelled", "cancelled", "cancelled"]);
  expect(await taken()).toBe(1);
  const events = await sql`select entity_id from events
    where tenant_id = ${house.tenantId} and name = 'booking.cancelled' order by seq`;
  expect(events.map(({ entity_id }) => entity_id)).toEqual(ids.slice(1));
  expect(await cancel(1)).toMatchObject({ refusal: "moved_on", status: "cancelled" });
});

test("what follows is what was seen to: one that somebody has cancelled meanwhile is looked at first", async () => {
  const following = await left(1);
  await must(inHouse((scope) => changeBooking(scope, { id: ids[3]!, move: "cancel", from: "confirmed" })));
  const all = { id: ids[1]!, from: "confirmed" as const, following };
  expect(await inHouse((scope) => cancelFollowing(scope, all))).toMatchObject({ refusal: "moved_on" });
  expect(await statuses()).toEqual(["confirmed", "confirmed", "confirmed", "cancelled"]);
});

test("cancelling one of them leaves the others, and what is over or here already is left alone", async () => {
  await must(inHouse((scope) => changeBooking(scope, { id: ids[2]!, move: "cancel", from: "confirmed" })));
  expect(await statuses()).toEqual(["confirmed", "confirmed", "cancelled", "confirmed"]);
  await sql`update bookings set status = 'arrived' where id = ${ids[3]!}`;
  expect((await must(cancel(0))).steps.map(({ id }) => id)).toEqual([ids[0], ids[1]]);
  expect(await statuses()).toEqual(["cancelled", "cancelled", "cancelled", "arrived"]);
});

test("the customer has one message, with the reason and each date, and none when it was taken back", async () => {
  const [one] = [await must(cancel(1))];
  const [planned, ...more] = await due();
  expect(more).toEqual([]);
  const changeIds = one!.steps.map(({ changeId }) => changeId);
  expect(planned!.payload).toEqual({ changeIds });
  for (let n = 0; n < 2; n++)
    await inHouse(async (scope) => addMessages(scope, await tellTogether(scope, { changeIds })));
  const sent = await sql<{ body: string }[]>`select body from messages where tenant_id = ${house.tenantId}`;
  expect(sent).toHaveLength(1);
  expect(sent[0]!.body).toMatch(
    /had to cancel Cut at 10:00 on (\w{3} \d+ \w{3,4}(, |\. )){3}She moves away\. Book another/,
  );
  await must(inHouse((scope) => undoTogether(scope, one!.steps)));
  expect(await inHouse((scope) => tellTogether(scope, { changeIds }))).toEqual([]);
});

test("taken back, all of them stand again; when one's time has gone meanwhile, none does", async () => {
  const { steps } = await must(cancel(1));
  await must(inHouse((scope) => undoTogether(scope, steps)));
  expect(await statuses()).toEqual(["confirmed", "confirmed", "confirmed", "confirmed"]);
  expect(await taken()).toBe(4);
  const again = await must(cancel(1));
  await placed(house, { day: 16, hour: 10 });
  const head = await sql`select seq from event_heads where tenant_id = ${house.tenantId}`;
  expect(await inHouse((scope) => undoTogether(scope, again.steps))).toMatchObject({ refusal: "time_taken" });
  expect(await statuses()).toEqual(["confirmed", "cancelled", "cancelled", "cancelled"]);
  expect(await sql`select seq from event_heads where tenant_id = ${house.tenantId}`).toEqual(head);
});

test("only who did it takes it back; a staff member and another house do neither", async () => {
  const staff: Actor = { kind: "member", userId: newId(), role: "staff", staffId: house.staffIds[0]! };
  expect(await cancel(1, staff)).toMatchObject({ refusal: "not_yours" });
  const other = await makeHouse();
  const there = (id: string) =>
    withTenant(other.tenantId, desk, (scope) => cancelFollowing(scope, { id, from: "confirmed", following: ids }));
  expect(await there(ids[0]!)).toMatchObject({ refusal: "unknown_booking" });
  expect(await there(newId())).toMatchObject({ refusal: "unknown_booking" });
  const { steps } = await must(cancel(1));
  expect(await inHouse((scope) => undoTogether(scope, steps), deskOf(newId()))).toMatchObject({ refusal: "not_yours" });
  expect(await withTenant(other.tenantId, desk, (scope) => undoTogether(scope, steps))).toMatchObject({
    refusal: "unknown_booking",
  });
  // To a staff member the series is what is theirs of it.
  expect((await inHouse((scope) => getBooking(scope, ids[0]!), staff))?.series?.bookings).toHaveLength(4);
  const { id } = await placed(house, { day: 3 });
  expect((await inHouse((scope) => getBooking(scope, id)))?.series).toBeNull();
});
