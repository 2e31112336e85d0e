import postgres from "postgres";
import { afterAll, expect, test } from "vitest";
import { makeHouse } from "@/db/testing/house";
import { addPerson } from "@/db/testing/people";
import { placed } from "@/lib/bookings/testing/placed";
import { writeFirst, writeToHouse } from "@/lib/conversations/write-message";
import { newId } from "@/lib/platform/ids";
import { paidVisit } from "@/lib/reviews/testing/paid-visit";
import { adjustPoints } from "@/lib/rewards/adjust-points";
import type { Actor, Scope } from "@/lib/tenancy/scope";
import { readTenant, withTenant } from "@/lib/tenancy/with-tenant";
import { sayConsent } from "./consent";
import { shown } from "./consent-words";
import { getCustomer } from "./get-customer";
import { timeline } from "./timeline";
import { timelineQuery } from "./timeline-input";

const sql = postgres(process.env.TEST_ADMIN_URL!, { max: 1, onnotice: () => {} });
afterAll(() => sql.end());

test("points, codes, reviews, what was written and what they allow stand in the list, for who may see them", async () => {
  const house = await makeHouse({ staff: 1 });
  const { tenantId } = house;
  const { customerId: id, visitId } = await paidVisit(sql, house, { name: "Wairimu", ago: 3 });
  const owner = await addPerson(sql, tenantId, "owner");
  const stylist = await addPerson(sql, tenantId, "staff", house.staffIds[0]!);
  const act = <T>(work: (scope: Scope) => Promise<T>, actor: Actor = owner) => withTenant(tenantId, actor, work);
  await act((scope) => adjustPoints(scope, { customerId: id, points: 40, reason: "A wet chair", key: newId() }));
  const [rewardId, voucherId, reviewId] = [newId(), newId(), newId()];
  await sql`insert into rewards (tenant_id, id, name, kind, currency) values (${tenantId}, ${rewardId}, 'A gift', 'gift', 'KES')`;
  await sql`insert into vouchers (tenant_id, id, reward_id, customer_id, code, status, origin, name, kind, expires_at)
    values (${tenantId}, ${voucherId}, ${rewardId}, ${id}, '2345-6789', 'pending', 'given', 'A gift', 'gift', now() + interval '9 days')`;
  await sql`insert into reviews (tenant_id, id, visit_id, customer_id, rating, words, is_public)
    values (${tenantId}, ${reviewId}, ${visitId}, ${id}, 5, 'Lovely', true)`;
  await act((scope) => writeFirst(scope, { customerId: id, id: newId(), words: "Are you well?" }));
  const self = { kind: "customer", customerId: id } as const;
  for (const words of ["Yes", "And you?"]) await act((scope) => writeToHouse(scope, id, { id: newId(), words }), self);
  await act((scope) =>
    sayConsent(scope, id, {
      ...{ purpose: "marketing", granted: true, wording: shown.marketingAtCounter, source: "desk" },
    }),
  );
  await sql`insert into messages (tenant_id, id, channel, to_address, customer_id, template, body, dedupe_key, status, failure)
    values (${tenantId}, ${newId()}, 'sms', '+254711000019', ${id}, 'booking-placed', 'We expect you', 'x', 'failed', 'no such number')`;

  const told = async (query: object = {}, actor: Actor = owner) => {
    const page = await readTenant(tenantId, actor, (scope) => timeline(scope, id, timelineQuery.parse(query)));
    return page!.items;
  };
  const all = await told();
  expect(all.map(({ kind }) => kind).sort()).toEqual(
    ["consent", "conversation", "conversation", "message", "points", "review", "visit", "voucher"].sort(),
  );
  const one = (kind: string, who?: string) => all.find((item) => item.kind === kind && (!who || item.who === who));
  expect(one("points")).toMatchObject({ count: 40, what: "adjust", title: "A wet chair" });
  expect(one("voucher")).toMatchObject({ id: voucherId, status: "pending", title: "A gift" });
  expect(one("review")).toMatchObject({ id: reviewId, count: 5, title: "Lovely" });
  expect(one("consent")).toMatchObject({ title: "marketing", status: "yes", who: "desk" });
  expect(one("message")).toMatchObject({ what: "booking-placed", status: "failed", failure: "no such number" });
  const file = await readTenant(tenantId, owner, (scope) => getCustomer(scope, id));
  expect(file).toMatchObject({ points: 40, twin: null });
  expect(one("conversation", "customer")).toMatchObject({ count: 2, title: "And you?", opens: file!.conversationId });
  expect(one("conversation", "house")).toMatchObject({ count: 1, title: "Are you well?" });
  expect(await told({ kind: "points" })).toHaveLength(1);

  const coming = await placed(house, { phone: "0711550061" });
  await sql`update bookings set customer_id = ${id} where id = ${coming.id}`;
  // Whoever serves them sees what they did, and nothing that was written or given.
  expect((await told({}, stylist)).map(({ kind }) => kind)).toEqual(["booking", "visit"]);
  expect(await told({ kind: "conversation" }, stylist)).toEqual([]);
  const seen = await readTenant(tenantId, stylist, (scope) => getCustomer(scope, id));
  expect(seen).toMatchObject({ points: null, conversationId: null, twin: null });

  await sql`insert into customers (tenant_id, id, name) values (${tenantId}, ${newId()}, 'WAIRIMU')`;
  const doubled = await readTenant(tenantId, owner, (scope) => getCustomer(scope, id));
  expect(doubled!.twin).toMatchObject({ name: "WAIRIMU" });
});
