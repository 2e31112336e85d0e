import postgres from "postgres";
import { afterAll, beforeEach, expect, test } from "vitest";
import { type House, makeHouse } from "@/db/testing/house";
import { addPerson } from "@/db/testing/people";
import { handOver } from "@/lib/bookings/hand-over";
import { bookAs, hourOf, must } from "@/lib/bookings/testing/desk-books";
import { getThread, ownThread } from "@/lib/conversations/get-thread";
import { threadQuery } from "@/lib/conversations/input";
import { listConversations } from "@/lib/conversations/list-conversations";
import { houseHasRead } from "@/lib/conversations/read-up-to";
import { writeToCustomer, writeToHouse } from "@/lib/conversations/write-message";
import { addNote } from "@/lib/customers/customer-notes";
import { linkChild } from "@/lib/customers/family";
import { newId } from "@/lib/platform/ids";
import { paidVisit } from "@/lib/reviews/testing/paid-visit";
import { writeReview } from "@/lib/reviews/write-review";
import { adjustPoints } from "@/lib/rewards/adjust-points";
import { getWallet } from "@/lib/rewards/get-wallet";
import { giveVoucher } from "@/lib/rewards/give-voucher";
import { rewardRulesInput } from "@/lib/rewards/input";
import { pointsStanding } from "@/lib/rewards/list-points";
import { setRules } from "@/lib/rewards/set-rules";
import { atRewards } from "@/lib/rewards/testing/at-rewards";
import { referralCodeOf, tieReferral } from "@/lib/rewards/tie-referral";
import type { Actor, Scope } from "@/lib/tenancy/scope";
import { withTenant } from "@/lib/tenancy/with-tenant";
import { mergeInput } from "./input";
import { mergeCustomers, partCustomers } from "./merge-customers";

const sql = postgres(process.env.TEST_ADMIN_URL!, { max: 2, onnotice: () => {} });
afterAll(() => sql.end());

let house: House;
let at: ReturnType<typeof atRewards>;
let [kept, gone, desk] = ["", "", {} as Actor];
beforeEach(async () => {
  house = await makeHouse({ staff: 2, services: ["Cut", "Wash"].map((name) => ({ name, minutes: 60 })) });
  at = atRewards(sql, house);
  desk = await addPerson(sql, house.tenantId, "front_desk");
  kept = await at.customer({ name: "Akinyi Odhiambo", phone: "+254722900001" });
  gone = await at.customer({ name: "Akinyi O.", phone: "+254722900002" });
});

const act = <T>(work: (scope: Scope) => Promise<T>, actor = desk) => withTenant(house.tenantId, actor, work);
const merge = () =>
  must(at.act((scope) => mergeCustomers(scope, mergeInput.parse({ keptId: kept, goneId: gone, take: [] }))));
async function part() {
  const [row] = await sql`select id from customer_merges where gone_id = ${gone} and undone_at is null`;
  await must(at.act((scope) => partCustomers(scope, row!.id)));
}
const give = (customerId: string, points: number) =>
  must(at.act((scope) => adjustPoints(scope, { customerId, points, reason: "Welcome", key: newId() })));
const lasting = (expiresAfterDays: number | null) =>
  at.act((scope) =>
    setRules(
      scope,
      rewardRulesInput.parse({
        ...{ active: true, minorPerPoint: 100_00, referralPoints: 50, birthdayRewardId: null, rates: [] },
        expiresAfterDays,
      }),
    ),
  );

test("points and visits are the sum, and run out as they would have; taken back, each has theirs again", async () => {
  await give(kept, 20);
  await lasting(30);
  await at.paid(gone);
  await lasting(null);
  await give(gone, 40);
  const before = await act((scope) => pointsStanding(scope, gone));
  expect(before).toMatchObject({ points: 55, visits: 1, runsOut: { points: 15 } });
  await merge();
  expect([await at.balance(kept), await at.balance(gone)]).toEqual([
    [75, 1],
    [0, 0],
  ]);
  expect((await act((scope) => pointsStanding(scope, kept))).runsOut).toEqual(before.runsOut);
  await part();
  expect([await at.balance(kept), await at.balance(gone)]).toEqual([
    [20, 0],
    [55, 1],
  ]);
  expect(await act((scope) => pointsStanding(scope, gone))).toEqual(before);
  // What has been spent in between is spent.
  await merge();
  await give(kept, -60);
  await part();
  expect([await at.balance(kept), await at.balance(gone)]).toEqual([
    [0, 0],
    [15, 1],
  ]);
});

test("a sale that goes over takes its points with it, also when it is given back afterwards", async () => {
  const sale = await at.paid(gone);
  await merge();
  expect(await at.balance(kept)).toEqual([15, 1]);
  await at.returned(sale, 1_500_00);
  expect([await at.balance(kept), await at.balance(gone)]).toEqual([
    [0, 0],
    [0, 0],
  ]);
});

test("codes go along, and both codes for friends bring friends to who is kept", async () => {
  const rewardId = await at.reward();
  const wish = { customerId: gone, rewardId, reason: "Sorry", key: newId() };
  const { code } = await must(at.act((scope) => giveVoucher(scope, wish)));
  const codes = await at.act(async (scope) => [await referralCodeOf(scope, kept), await referralCodeOf(scope, gone)]);
  await merge();
  const wallet = await at.act((scope) => getWallet(scope, kept));
  expect(wallet.vouchers.map((one) => one.code)).toEqual([code]);
  expect(wallet.referral.code).toBe(codes[0]);
  const friend = await at.customer({ name: "Mary", phone: "+254722900003" });
  const booked = await must(bookAs(house, desk, { source: "desk" }, { name: "Mary", phone: "0722900003" }));
  expect(await at.act((scope) => tieReferral(scope, { code: codes[1]!, bookingId: booked.id }))).toBe(true);
  expect(await sql`select referrer_id from referrals where customer_id = ${friend}`).toEqual([{ referrer_id: kept }]);
  await part();
  expect((await at.act((scope) => getWallet(scope, gone))).vouchers).toHaveLength(1);
  expect(await at.act((scope) => referralCodeOf(scope, gone))).toBe(codes[1]);
});

test("friends go along on both sides; who brought themself by it brings nobody, and gets nothing for it", async () => {
  const [friend, other] = [await at.customer({ name: "Mary" }), await at.customer({ name: "Jane" })];
  const t = house.tenantId;
  await sql`insert into referrals (tenant_id, customer_id, referrer_id) values
    (${t}, ${friend}, ${gone}), (${t}, ${kept}, ${gone}), (${t}, ${gone}, ${other})`;
  const all = () =>
    sql`select customer_id as came, referrer_id as by from referrals where tenant_id = ${t} order by came, by`;
  const before = await all();
  await merge();
  expect(await sql`select referrer_id as by from referrals where customer_id = ${friend}`).toEqual([{ by: kept }]);
  expect(await sql`select 1 from referrals where customer_id = ${kept} and referrer_id = ${kept}`).toEqual([]);
  await at.paid(kept);
  expect([await at.balance(kept), await at.balance(gone)]).toEqual([
    [15, 1],
    [0, 0],
  ]);
  await part();
  expect(await all()).toEqual(before);
});

test("notes, favourites, reviews and what was handed over go along, and come back", async () => {
  const [cut, wash] = house.serviceIds as [string, string];
  const t = house.tenantId;
  await sql`insert into customer_favourites (tenant_id, customer_id, service_id)
    values (${t}, ${kept}, ${cut}), (${t}, ${gone}, ${cut}), (${t}, ${gone}, ${wash})`;
  await must(act((scope) => addNote(scope, gone, "Likes tea")));
  const { visitId } = await paidVisit(sql, house, { customerId: gone });
  const guest = { kind: "public", via: "page" } as const;
  await must(act((scope) => writeReview(scope, visitId, { rating: 5, words: "Lovely" }), guest));
  await sql`insert into review_requests (tenant_id, visit_id, customer_id, asked_at) values (${t}, ${visitId}, ${gone}, now())`;
  const booked = await must(
    bookAs(house, guest, { source: "public" }, { name: "Mary", phone: "0722900002", at: hourOf(11) }),
  );
  await must(act((scope) => handOver(scope, { bookingId: booked.id, choice: "same" })));
  const whose = async () => ({
    favourites:
      await sql`select customer_id as id, service_id as of from customer_favourites where tenant_id = ${t} order by 1, 2`,
    rest: await sql`select 'note' as what, customer_id as id from customer_notes where tenant_id = ${t}
      union all select 'review', customer_id from reviews where tenant_id = ${t}
      union all select 'asked', customer_id from review_requests where tenant_id = ${t}
      union all select 'from', from_customer_id from booking_handovers where tenant_id = ${t}
      union all select 'to', to_customer_id from booking_handovers where tenant_id = ${t}`,
  });
  const before = await whose();
  await merge();
  const after = await whose();
  expect(after.favourites.filter(({ id }) => id === kept).map(({ of }) => of)).toEqual([cut, wash].sort());
  expect(after.rest.map(({ id }) => id)).toEqual([kept, kept, kept, kept, kept]);
  await part();
  expect(await whose()).toEqual(before);
});

test("children go along; who was answered for still is, and nobody answers for a child's child", async () => {
  const child = await at.customer({ name: "Child" });
  const parent = await at.customer({ name: "Parent", phone: "+254722900004" });
  await must(act((scope) => linkChild(scope, parent, gone)));
  const guardians = () => sql`select id, guardian_id from customers where tenant_id = ${house.tenantId} order by id`;
  const first = await guardians();
  await merge();
  expect(await sql`select guardian_id from customers where id = ${kept}`).toEqual([{ guardian_id: parent }]);
  await part();
  expect(await guardians()).toEqual(first);
  await must(act((scope) => linkChild(scope, kept, child)));
  const second = await guardians();
  await merge();
  expect(await sql`select guardian_id from customers where id = ${kept}`).toEqual([{ guardian_id: null }]);
  expect(await sql`select guardian_id from customers where id = ${child}`).toEqual([{ guardian_id: kept }]);
  await part();
  expect(await guardians()).toEqual(second);
});

const says = (customerId: string, words: string) =>
  must(act((scope) => writeToHouse(scope, customerId, { id: newId(), words }), { kind: "customer", customerId }));
const inbox = async () =>
  (await act((scope) => listConversations(scope, {}))).conversations.map(({ customerName }) => customerName);

test("where only one has a conversation it goes along", async () => {
  const { conversationId } = await says(gone, "Hello");
  await merge();
  const thread = await act((scope) => ownThread(scope, kept));
  expect(thread).toMatchObject({
    id: conversationId,
    customerName: "Akinyi Odhiambo",
    messages: [{ words: "Hello", seq: 1 }],
  });
  await part();
  expect(await act((scope) => ownThread(scope, kept))).toBeNull();
  expect((await act((scope) => ownThread(scope, gone)))!.id).toBe(conversationId);
});

test("where both have one, what was written to who is gone is read as what came before", async () => {
  const old = await says(gone, "Old 1");
  for (const n of [2, 3]) await says(gone, `Old ${n}`);
  for (let n = 1; n <= 30; n++) await says(kept, `New ${n}`);
  await merge();
  // What the house has not read still waits; read, it stands in the other alone.
  expect((await inbox()).sort()).toEqual(["Akinyi O.", "Akinyi Odhiambo"]);
  await must(act((scope) => houseHasRead(scope, { conversationId: old.conversationId, seq: 3 })));
  expect(await inbox()).toEqual(["Akinyi Odhiambo"]);
  const first = (await act((scope) => ownThread(scope, kept)))!;
  expect(first.messages.map(({ seq }) => seq)).toEqual(Array.from({ length: 30 }, (_, n) => n + 1));
  expect(first).toMatchObject({ lastSeq: 30, before: 1 });
  const earlier = (await act((scope) => ownThread(scope, kept, threadQuery.parse({ before: "1" }).before)))!;
  expect(earlier.messages.map(({ seq, words }) => [seq, words])).toEqual([
    [-2, "Old 1"],
    [-1, "Old 2"],
    [0, "Old 3"],
  ]);
  expect(earlier.before).toBeNull();
  const last = (await act((scope) => ownThread(scope, kept, threadQuery.parse({ before: "0" }).before)))!;
  expect(last.messages.map(({ words }) => words)).toEqual(["Old 1", "Old 2"]);
  // Nobody writes to who is gone any more, and is told where instead.
  const { conversationId } = old;
  expect(await act((scope) => writeToCustomer(scope, { conversationId, id: newId(), words: "Hello" }))).toMatchObject({
    refusal: "merged",
    into: { id: kept, name: "Akinyi Odhiambo" },
  });
  await part();
  expect((await act((scope) => ownThread(scope, kept)))!.before).toBeNull();
  expect((await act((scope) => getThread(scope, conversationId)))!.messages).toHaveLength(3);
  expect((await inbox()).sort()).toEqual(["Akinyi O.", "Akinyi Odhiambo"]);
});
