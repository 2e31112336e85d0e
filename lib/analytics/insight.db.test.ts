import postgres from "postgres";
import { afterAll, beforeAll, expect, test } from "vitest";
import { makeHouse } from "@/db/testing/house";
import { setClockOffset } from "@/lib/platform/clock";
import { reviewsQuery } from "@/lib/reviews/input";
import { listReviews } from "@/lib/reviews/list-reviews";
import type { Scope } from "@/lib/tenancy/scope";
import { readTenant } from "@/lib/tenancy/with-tenant";
import { member } from "@/lib/till/testing/at-the-till";
import { listBookingRows } from "./booking-rows";
import type { BookingsOf } from "./booking-rules";
import { listBroughtRows } from "./brought-rows";
import type { BroughtOf } from "./brought-rules";
import { listCustomerRows } from "./customer-rows";
import type { CustomersOf, VisitsOf } from "./customer-rules";
import { getCampaignResults } from "./get-campaign-results";
import { getCustomers } from "./get-customers";
import { getOccupancy } from "./get-occupancy";
import { getOperations } from "./get-operations";
import { getReferrals } from "./get-referrals";
import { periodQuery } from "./input";
import { listReferralRows } from "./referral-rows";
import * as answers from "./report-answers";
import { bookingRowsQuery, broughtRowsQuery, customerRowsQuery, referralRowsQuery } from "./rows-input";
import { monthOf } from "./rules";
import { aJanuary } from "./testing/january";

const sql = postgres(process.env.TEST_ADMIN_URL!, { max: 2, onnotice: () => {} });
let house: Awaited<ReturnType<typeof aJanuary>>;
beforeAll(async () => {
  house = await aJanuary(sql);
  setClockOffset(house.now.getTime() - Date.now());
});
afterAll(async () => {
  setClockOffset(0);
  await sql.end();
});

const read = <T>(work: (scope: Scope) => Promise<T>) => readTenant(house.tenantId, member("owner"), work);
const january = { period: "last_month", compare: "before" } as const;
const asked = periodQuery.parse(january);

test("customers: who is in the books, who came, who came again and who stays away", async () => {
  const answer = answers.customersAnswer.parse(await read((scope) => getCustomers(scope, asked)));
  expect(answer.period).toMatchObject({
    ...{ from: "2027-01-01", to: "2027-01-31", against: { from: "2026-12-01", to: "2026-12-31" } },
  });
  expect(answer.figures).toEqual({
    // Amina, Brian, Chao, Daudi, Halima, Kamau, Lulu and Moses. Faith was put away on the 20th; one was erased, one merged.
    total: 8,
    // Chao at 00:30 on the 1st and Halima at 23:59 on the 31st, which are other dates in UTC.
    newcomers: 2,
    // Amina; Daudi is a child; the other six.
    ...{ signedIn: 1, children: 1, deskOnly: 6 },
    // Of thirty days: Amina on the 15th, Chao, Daudi, and who was erased since.
    active: 4,
    visitors: 4,
    // Chao and Daudi; Amina and who was erased since.
    ...{ firstTimers: 2, returning: 2 },
    // Of Amina, Brian, Faith and who was erased since, who were here in December, the first and the last came again.
    retained: { part: 2, of: 4 },
    // Amina booked when she left. Chao booked two days after the 1st, and eight days after the 20th. Two did not, or took it back.
    bookedAgain: { part: 2, of: 5 },
    // Four came; Brian, Faith, Kamau and Lulu were not overdue on the 1st. Kamau has been away for 72 days by the end: 45 × 1.5
    // is 67.5. So has Lulu, who has booked. Moses had been away since June.
    overdue: { part: 1, of: 8 },
    // Brian's was taken back.
    visits: 5,
    childVisits: 1,
    // 1,500 + 1,000 + 0 + 500 + 2,000.
    paidMinor: 500_000,
    // 5 ÷ 4; 5,000 ÷ 4 that were paid.
    ...{ visitsEach: 1.25, averageVisitMinor: 125_000 },
    // 4,500 + 800 + 1,000 + 500 + 4,000 + 1,200 + 1,000 + 1,000 + 2,200 = 16,200 by nine.
    lifetimeMinor: 180_000,
    // 5 and 4; the third one was written five minutes into February.
    ...{ rating: 4.5, reviews: 2 },
  });
  expect(answer.against).toEqual({
    // Without Chao and Halima, and with Faith.
    total: 7,
    // Brian at 23:30 on the 31st, and Daudi.
    newcomers: 2,
    ...{ signedIn: 1, children: 1, deskOnly: 5 },
    ...{ active: 4, visitors: 4, firstTimers: 3, returning: 1 },
    // Amina; Kamau and Lulu were here in November as well.
    retained: { part: 1, of: 3 },
    bookedAgain: { part: 0, of: 4 },
    // Four came, Kamau and Lulu would come.
    overdue: { part: 0, of: 6 },
    ...{ visits: 4, childVisits: 0 },
    // 1,500 + 800 + 2,000 + 1,200.
    paidMinor: 550_000,
    ...{ visitsEach: 1, averageVisitMinor: 137_500 },
    // 3,000 + 800 + 2,000 + 1,200 + 1,000 + 1,000 + 2,200 = 11,200 by seven.
    lifetimeMinor: 160_000,
    ...{ rating: null, reviews: 0 },
  });
  expect(answer.newcomers).toEqual([
    { from: "2027-01-01", people: 1 },
    { from: "2027-01-31", people: 1 },
  ]);
  // Months of the calendar over the turn of the year, empty ones too.
  expect(answer.growth.map(({ month, total, vip }) => [month, total, vip])).toEqual([
    ["2026-08", 0, 0],
    ["2026-09", 0, 0],
    ["2026-10", 0, 0],
    ["2026-11", 2, 0],
    ["2026-12", 2, 0],
    ["2027-01", 2, 1],
  ]);
  expect(answer.topByVisits.map(({ name, visits }) => [name, visits])).toEqual([
    ["Chao", 2],
    ["Amina", 1],
    ["Daudi", 1],
  ]);
  expect(answer.topByPaid.map(({ name, paidMinor }) => [name, paidMinor])).toEqual([
    ["Amina", 150_000],
    ["Chao", 100_000],
    ["Daudi", 50_000],
  ]);
});

test("new customers are told up to this month: those that have not come are none", async () => {
  const year = periodQuery.parse({ period: "year" });
  const { growth } = await read((scope) => getCustomers(scope, year));
  expect(growth.map(({ month }) => month)).toEqual(["2026-09", "2026-10", "2026-11", "2026-12", "2027-01", "2027-02"]);
  expect(growth[4]).toMatchObject({ total: 2 });
});

test("a house in which nothing has happened has nought of everything, and shares of nothing", async () => {
  const { tenantId } = await makeHouse();
  const empty = <T>(ask: (scope: Scope) => Promise<T>) => readTenant(tenantId, member("owner"), ask);
  const customers = answers.customersAnswer.parse(await empty((scope) => getCustomers(scope, asked)));
  expect(customers.figures).toEqual(customers.against);
  expect(customers.figures).toMatchObject({ total: 0, visits: 0, retained: { part: 0, of: 0 }, lifetimeMinor: null });
  const operations = answers.operationsAnswer.parse(await empty((scope) => getOperations(scope, asked)));
  expect(operations.figures).toMatchObject({ made: 0, converted: { part: 0, of: 0 }, medianLeadMinutes: null });
  answers.referralsAnswer.parse(await empty((scope) => getReferrals(scope, asked)));
  answers.campaignsAnswer.parse(await empty((scope) => getCampaignResults(scope, asked)));
  answers.occupancyAnswer.parse(await empty((scope) => getOccupancy(scope, asked)));
});

const rowsOf = (of: CustomersOf | VisitsOf) =>
  read(async (scope) => {
    const asks = customerRowsQuery.parse({ of, period: "last_month" });
    const { items, nextCursor } = answers.customerRowsAnswer.parse(await listCustomerRows(scope, asks));
    expect(nextCursor).toBeNull();
    return items.map(({ name }) => name);
  });

test("customers: each number opens to as many rows, and says who they are", async () => {
  expect(await rowsOf("total")).toEqual(["Halima", "Chao", "Brian", "Daudi", "Lulu", "Kamau", "Amina", "Moses"]);
  expect(await rowsOf("new")).toEqual(["Halima", "Chao"]);
  expect(await rowsOf("signed_in")).toEqual(["Amina"]);
  expect(await rowsOf("children")).toEqual(["Daudi"]);
  expect(await rowsOf("desk_only")).toHaveLength(6);
  expect(await rowsOf("active")).toHaveLength(4);
  expect(await rowsOf("visitors")).toEqual(["Chao", "Daudi", "Amina", "Erased customer"]);
  expect(await rowsOf("first_time")).toEqual(["Chao", "Daudi"]);
  expect(await rowsOf("returning")).toEqual(["Amina", "Erased customer"]);
  expect(await rowsOf("prior")).toHaveLength(4);
  expect(await rowsOf("retained")).toEqual(["Amina", "Erased customer"]);
  expect(await rowsOf("not_retained")).toEqual(["Brian", "Faith"]);
  expect(await rowsOf("coming")).toHaveLength(8);
  expect(await rowsOf("overdue")).toEqual(["Kamau"]);
  expect(await rowsOf("visits")).toEqual(["Chao", "Daudi", "Amina", "Erased customer", "Chao"]);
  expect(await rowsOf("paid_visits")).toHaveLength(4);
  expect(await rowsOf("child_visits")).toEqual(["Daudi"]);
  expect(await rowsOf("friend_visits")).toEqual(["Chao"]);
  expect(await rowsOf("had_time")).toHaveLength(5);
  expect(await rowsOf("booked_again")).toEqual(["Amina", "Chao"]);
  expect(await rowsOf("not_booked_again")).toEqual(["Chao", "Daudi", "Erased customer"]);
});

test("bookings: what became of them, how they came in, and when", async () => {
  const answer = answers.operationsAnswer.parse(await read((scope) => getOperations(scope, asked)));
  const none = { requested: 0, held: 0, arrived: 0, in_service: 0 };
  expect(answer.figures).toEqual({
    // The one at 00:10 on 1 February is none of them, though in UTC it is January; the one at 00:30 on the 1st is.
    made: 10,
    byStatus: { ...none, completed: 4, cancelled: 2, no_show: 1, confirmed: 1, rejected: 1, expired: 1 },
    // Ten had their time, four became visits: what is done counts as much as what was promised.
    converted: { part: 4, of: 10 },
    // Without the one that was declined and the one nobody answered.
    cancelled: { part: 2, of: 8 },
    ...{ cancelledByCustomer: 1, cancelledByHouse: 1, cancelledLate: 1 },
    // Four came, one did not, of one nobody has said it.
    noShows: { part: 1, of: 6 },
    // 13 days, 17 days, a day and a day, without who walked in and who came in with a file: 46,080 by four, and the middle of
    // 1,440 and 18,720.
    averageLeadMinutes: 11_520,
    medianLeadMinutes: 10_080,
    bySource: { page: 6, api: 1, desk: 1, walk_in: 1, file: 1 },
    waitlist: { joined: 2, offered: 2, taken: 1 },
  });
  expect(answer.against).toMatchObject({
    ...{ made: 1, converted: { part: 1, of: 1 }, bySource: { walk_in: 1 }, averageLeadMinutes: null },
    waitlist: { joined: 0, offered: 0, taken: 0 },
  });
  // 2027-01-01 is a Friday: at half past midnight there, and a Thursday evening in UTC.
  expect(answer.hours).toEqual([
    { weekday: 0, hour: 23, bookings: 1 },
    { weekday: 3, hour: 9, bookings: 1 },
    { weekday: 5, hour: 0, bookings: 1 },
    { weekday: 5, hour: 10, bookings: 2 },
    { weekday: 5, hour: 11, bookings: 1 },
  ]);
  expect(answer.peakDays.slice(0, 2)).toEqual([
    { day: "2027-01-15", bookings: 2 },
    { day: "2027-01-01", bookings: 1 },
  ]);
});

test("bookings: each number opens to its rows, and an hour and a way of coming in do, too", async () => {
  const rows = (of: BookingsOf, more: object = {}) =>
    read(async (scope) => {
      const asks = bookingRowsQuery.parse({ of, period: "last_month", ...more });
      const { items } = answers.bookingRowsAnswer.parse(await listBookingRows(scope, asks));
      return items.map(({ reference }) => reference.toLowerCase());
    });
  expect(await rows("made")).toHaveLength(10);
  expect(await rows("come")).toHaveLength(10);
  expect(await rows("converted")).toEqual(["chao", "daudi", "amina", "walkin"]);
  expect(await rows("not_converted")).toHaveLength(6);
  expect(await rows("promised")).toHaveLength(8);
  expect(await rows("cancelled")).toEqual(["byhouse", "late"]);
  expect(await rows("cancelled_by_customer")).toEqual(["late"]);
  expect(await rows("cancelled_by_house")).toEqual(["byhouse"]);
  expect(await rows("cancelled_late")).toEqual(["late"]);
  expect(await rows("expected")).toHaveLength(6);
  expect(await rows("no_shows")).toEqual(["missed"]);
  expect(await rows("lead")).toEqual(["open", "chao", "daudi", "amina"]);
  expect(await rows("standing", { weekday: "5", hour: "10" })).toEqual(["amina", "missed"]);
  expect(await rows("standing", { weekday: "5", hour: "0" })).toEqual(["walkin"]);
  expect(await rows("made", { source: "file" })).toEqual(["missed"]);
  expect(await rows("made", { source: "page" })).toHaveLength(6);
  expect(await rows("made", { status: "expired" })).toEqual(["expired"]);
  expect(await rows("made", { staff: house.staffIds[1] })).toEqual([]);
});

test("referrals: who came by a code, who paid, and who brought them", async () => {
  const answer = answers.referralsAnswer.parse(await read((scope) => getReferrals(scope, asked)));
  expect(answer.figures).toEqual({
    // Chao and Halima by Amina; Ibrahim came in February.
    ...{ friends: 2, referrers: 1, converted: { part: 1, of: 2 } },
    // 50 for either side; Chao paid 1,000 on the 1st, and nothing on the 20th.
    ...{ points: 100, paidMinor: 100_000 },
  });
  expect(answer.against).toEqual({ friends: 0, referrers: 0, converted: { part: 0, of: 0 }, points: 0, paidMinor: 0 });
  expect(answer.leaders).toEqual([
    { customerId: house.people.Amina, name: "Amina", friends: 2, converted: 1, points: 50 },
  ]);
  const rows = await read((scope) => listReferralRows(scope, referralRowsQuery.parse({ period: "last_month" })));
  expect(answers.referralRowsAnswer.parse(rows).items.map(({ name, hasPaid }) => [name, hasPaid])).toEqual([
    ["Halima", false],
    ["Chao", true],
  ]);
});

test("campaigns: what left the house in these days, and what came within fourteen days of it", async () => {
  const answer = answers.campaignsAnswer.parse(await read((scope) => getCampaignResults(scope, asked)));
  // Kamau's did not go. Amina booked on the 15th; Chao half an hour after the fourteen days.
  const sums = { sent: 2, delivered: 1, bookings: 1, redeemed: 1, moneyMinor: 150_000, offMinor: 20_000 };
  expect(answer.figures).toEqual(sums);
  expect(answer.campaigns).toEqual([{ campaignId: house.campaign, name: "January", ...sums }]);
  expect(answer.against).toMatchObject({ sent: 0, bookings: 0 });
});

test("campaigns, friends and the waitlist: each number is the sum of the rows it opens to", async () => {
  const rows = async (of: BroughtOf) => {
    const asks = broughtRowsQuery.parse({ of, period: "last_month" });
    return answers.broughtRowsAnswer.parse(await read((scope) => listBroughtRows(scope, asks))).items;
  };
  const names = async (of: BroughtOf) => (await rows(of)).map(({ name, what }) => [name, what]);
  const sent = (await names("sent")).toSorted();
  expect(sent).toEqual([
    ["Amina", "January"],
    ["Chao", "January"],
  ]);
  expect(await rows("delivered")).toHaveLength(1);
  expect(await names("campaign_bookings")).toEqual([["Amina", "January"]]);
  expect((await rows("redeemed")).map(({ name, minor }) => [name, minor])).toEqual([["Amina", 150_000]]);
  const points = await rows("referral_points");
  expect(points.map(({ name }) => name).toSorted()).toEqual(["Amina", "Chao"]);
  expect(points.reduce((sum, one) => sum + one.points!, 0)).toBe(100);
  const friends = await read((scope) =>
    listCustomerRows(scope, customerRowsQuery.parse({ of: "friend_visits", period: "last_month" })),
  );
  expect(friends.items.reduce((sum, { paidMinor }) => sum + paidMinor, 0)).toBe(100_000);
  const { waitlist } = (await read((scope) => getOperations(scope, asked))).figures;
  const counts = [await rows("waitlist_joined"), await rows("waitlist_offered"), await rows("waitlist_taken")];
  expect(counts.map(({ length }) => length)).toEqual([waitlist.joined, waitlist.offered, waitlist.taken]);
  expect(waitlist).toEqual({ joined: 2, offered: 2, taken: 1 });
});

test("reviews: as many on these days as the number says, and their stars are its average", async () => {
  const { figures, period } = await read((scope) => getCustomers(scope, asked));
  const days = reviewsQuery.parse({ from: period.from, to: period.to });
  const { reviews, averages } = await read((scope) => listReviews(scope, days));
  expect(reviews).toHaveLength(figures.reviews);
  expect(reviews.map(({ rating }) => rating)).toEqual([4, 5]);
  expect([figures.rating, averages.average, averages.count]).toEqual([4.5, 4.5, 2]);
});

test("new customers: each of the six months is as many as its rows", async () => {
  const { growth } = await read((scope) => getCustomers(scope, asked));
  const rows = await Promise.all(
    growth.map(({ month }) => {
      const days = customerRowsQuery.parse({ of: "new", ...monthOf(`${month}-01`) });
      return read((scope) => listCustomerRows(scope, days));
    }),
  );
  expect(rows.map(({ items }) => items.length)).toEqual(growth.map(({ total }) => total));
  expect(growth.some(({ total }) => total > 1)).toBe(true);
});
