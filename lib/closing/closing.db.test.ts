import postgres from "postgres";
import { afterAll, expect, test } from "vitest";
import { type House, makeHouse } from "@/db/testing/house";
import { addPerson } from "@/db/testing/people";
import { bookSlot } from "@/lib/bookings/book-slot";
import { bookSlotInput } from "@/lib/bookings/input";
import { runDueJobs } from "@/lib/jobs/worker";
import { addDays, atMinute, localDate } from "@/lib/platform/calendar";
import { now } from "@/lib/platform/clock";
import { findTenant } from "@/lib/tenancy/doors/find-tenant";
import { membershipsOf } from "@/lib/tenancy/doors/memberships";
import { searchTenants } from "@/lib/tenancy/doors/search-tenants";
import { platformTenantId } from "@/lib/tenancy/platform-tenant";
import { isResting, takesBookings } from "@/lib/tenancy/rules";
import type { Actor } from "@/lib/tenancy/scope";
import { withTenant } from "@/lib/tenancy/with-tenant";
import { joinWaitlistInput } from "@/lib/waitlist/input";
import { joinWaitlist } from "@/lib/waitlist/join-waitlist";
import { beginCancelling } from "./cancel-all-coming";
import { cancelComing } from "./cancel-coming";
import { closeBusiness } from "./close-business";
import { getClosing } from "./get-closing";
import { keepBusiness } from "./keep-business";

const sql = postgres(process.env.TEST_ADMIN_URL!, { max: 2, onnotice: () => {} });
afterAll(() => sql.end());

const dayMs = 86_400_000;

async function house(name = "Nyota Nails") {
  const made = await makeHouse({ name });
  const owner = await addPerson(sql, made.tenantId, "owner");
  return { ...made, owner };
}
type Owned = House & { owner: Actor };
const close = ({ tenantId, owner }: Owned, name: string) =>
  withTenant(tenantId, owner, (scope) => closeBusiness(scope, { name }));
const keep = ({ tenantId, owner }: Owned) => withTenant(tenantId, owner, keepBusiness);

async function book(of: House, day = 2, hour = 10) {
  const startsAt = atMinute(
    addDays(localDate(now(), "Africa/Nairobi"), day),
    hour * 60,
    "Africa/Nairobi",
  ).toISOString();
  const input = bookSlotInput.parse({
    lines: [{ serviceId: of.serviceIds[0] }],
    startsAt,
    customer: { name: "Chebet", phone: `0711${String(550_000 + day * 100 + hour)}` },
  });
  return withTenant(of.tenantId, { kind: "public", via: "api" }, (scope) => bookSlot(scope, input, { source: "api" }));
}

test("its name closes it: it rests, nobody books, and its people and the platform hear of it once", async () => {
  const of = await house();
  const staff = await addPerson(sql, of.tenantId, "staff", of.staffIds[0]!);
  expect(await close(of, "Nyota")).toEqual({ ok: false, refusal: "wrong_name" });
  const closed = await close(of, "  nyota  NAILS ");
  if (!closed.ok) throw new Error(closed.refusal);
  expect(Date.parse(closed.value.closesAt) - now().getTime()).toBeGreaterThan(29.9 * dayMs);
  // Once more it is so already, and its end does not move.
  expect(await close(of, "Nyota Nails")).toEqual(closed);

  const tenant = await findTenant(of.slug);
  expect([tenant?.isClosing, tenant && takesBookings(tenant, now())]).toEqual([true, false]);
  expect(await book(of)).toMatchObject({ ok: false, refusal: "not_open" });
  const [membership] = await membershipsOf(staff.userId);
  expect([isResting(membership!, now()), membership!.closesAt?.toISOString()]).toEqual([true, closed.value.closesAt]);
  expect((await searchTenants("Nyota Nails", 10)).map(({ slug }) => slug)).not.toContain(of.slug);

  await runDueJobs(of.tenantId);
  await runDueJobs(of.tenantId);
  const told =
    await sql`select to_address from messages where tenant_id = ${of.tenantId} and template = 'business-closed'`;
  expect(told.map(({ to_address: to }) => to).sort()).toEqual(
    [staff.userId, (of.owner as typeof staff).userId].map((id) => `${id}@house.test`).sort(),
  );
  const platform = await sql`select payload from events where tenant_id = ${platformTenantId} and name = 'closing.moved'
    and payload ->> 'tenantId' = ${of.tenantId}`;
  expect(platform).toHaveLength(1);
  const deeds =
    await sql`select action from audit_entries where tenant_id = ${of.tenantId} and action like 'business.%'`;
  expect(deeds).toEqual([{ action: "business.closed" }]);
  const [seen] =
    await sql`select audience from notifications where tenant_id = ${of.tenantId} and name = 'business.closed'`;
  expect(seen!.audience).toEqual(["everybody"]);
});

test("kept after all everything is as it was; not once its time is over", async () => {
  const of = await house();
  expect(await keep(of)).toEqual({ ok: true, value: null });
  await close(of, "Nyota Nails");
  expect(await keep(of)).toEqual({ ok: true, value: null });
  expect(await keep(of)).toEqual({ ok: true, value: null });
  expect(await book(of)).toMatchObject({ ok: true });
  await withTenant(of.tenantId, of.owner, cancelComing);
  await close(of, "Nyota Nails");
  await sql`update tenants set closes_at = now() - interval '1 minute' where id = ${of.tenantId}`;
  expect(await keep(of)).toEqual({ ok: false, refusal: "too_late" });
  const [{ n } = { n: 0 }] = await sql`select count(*)::int as n from audit_entries
    where tenant_id = ${of.tenantId} and action = 'business.kept'`;
  expect(n).toBe(1);
});

test("while somebody is to come it stays open; cancelling all of them tells each customer", async () => {
  const of = await house();
  for (let n = 0; n < 23; n++) expect(await book(of, 2 + Math.floor(n / 8), 9 + (n % 8))).toMatchObject({ ok: true });
  expect(await close(of, "Nyota Nails")).toEqual({ ok: false, refusal: "bookings_stand", bookings: 23 });
  const { owner } = of;
  if (owner.kind !== "member") throw new Error("the owner is a member");
  const begin = () => withTenant(of.tenantId, owner, (scope) => beginCancelling(scope, owner.userId));
  const look = () => withTenant(of.tenantId, owner, getClosing);
  expect(await look()).toMatchObject({ isCancelling: false });
  // Asked twice it is done once, and by the worker: nobody has to wait for it.
  await begin();
  await begin();
  expect(await look()).toMatchObject({ isCancelling: true, open: { bookings: 23 } });
  expect(await sql`select 1 from due where tenant_id = ${of.tenantId} and kind = 'cancel_coming'`).toHaveLength(1);
  await runDueJobs(of.tenantId);
  expect(await look()).toMatchObject({ isCancelling: false, open: { bookings: 0, underWay: 0 } });
  const by = await sql`select distinct by_kind, by_user_id from booking_changes
    where tenant_id = ${of.tenantId} and move = 'cancel'`;
  expect([...by]).toEqual([{ by_kind: "member", by_user_id: owner.userId }]);
  expect(await close(of, "Nyota Nails")).toMatchObject({ ok: true });
  // What followed from cancelling them is planned first.
  await runDueJobs(of.tenantId);
  await sql`update due set due_at = now() - interval '1 second' where tenant_id = ${of.tenantId} and kind = 'tell_customer'`;
  await runDueJobs(of.tenantId);
  const [{ n } = { n: 0 }] = await sql`select count(*)::int as n from messages where tenant_id = ${of.tenantId}
    and template = 'booking-cancel' and body like '%We are closing.%'`;
  expect(n).toBe(23);
});

test("who waits for a time is told so before all is cancelled, and asked about none of those that come free", async () => {
  const of = await house();
  expect(await book(of)).toMatchObject({ ok: true });
  const day = addDays(localDate(now(), "Africa/Nairobi"), 2);
  for (const phone of ["0711660001", "0711660002"]) {
    const wish = joinWaitlistInput.parse({
      ...{ serviceId: of.serviceIds[0], customer: { name: "Amina", phone }, windows: [{ from: day, to: day }] },
    });
    expect(await withTenant(of.tenantId, of.owner, (scope) => joinWaitlist(scope, wish, "desk"))).toMatchObject({
      ok: true,
    });
  }
  const open = async () => (await withTenant(of.tenantId, of.owner, getClosing)).open;
  expect(await open()).toMatchObject({ bookings: 1, waiting: 2 });
  const some = () => withTenant(of.tenantId, of.owner, cancelComing);
  expect([await some(), await some()]).toEqual([
    { cancelled: 0, sentAway: 2 },
    { cancelled: 1, sentAway: 0 },
  ]);
  expect(await open()).toMatchObject({ bookings: 0, waiting: 0 });
  await runDueJobs(of.tenantId);
  const told = await sql`select body from messages where tenant_id = ${of.tenantId} and template = 'waitlist-left'`;
  expect(told).toHaveLength(2);
  expect(await sql`select 1 from waitlist_offers where tenant_id = ${of.tenantId}`).toHaveLength(0);
});

test("whoever is here counts however long it takes, and so does who stands in today's queue", async () => {
  const of = await house();
  const booked = await book(of);
  if (!booked.ok) throw new Error(booked.refusal);
  const open = async () => (await withTenant(of.tenantId, of.owner, getClosing)).open;
  const since = (hours: number) => sql`update bookings set status = 'in_service',
    starts_at = now() - make_interval(hours => ${hours + 1}), ends_at = now() - make_interval(hours => ${hours})
    where id = ${booked.value.id}`;
  await since(2);
  expect(await open()).toMatchObject({ bookings: 1, underWay: 1, queued: 0 });
  await since(13);
  expect(await open()).toMatchObject({ bookings: 0, underWay: 0 });
  await sql`insert into queue_tickets (tenant_id, id, day, number, turn, customer_id, service_id)
    select tenant_id, gen_random_uuid(), to_char(now() at time zone 'Africa/Nairobi' - make_interval(days => ago), 'YYYY-MM-DD'),
      1, 1, customer_id, ${of.serviceIds[0]!}::uuid from bookings, generate_series(0, 1) as ago where id = ${booked.value.id}`;
  expect(await open()).toMatchObject({ queued: 1 });
});

test("the days on which it was being closed are given back, of those that were paid for", async () => {
  const today = localDate(now(), "Africa/Nairobi");
  const [plan] = await sql`select id from plans where tried limit 1`;
  const kept = async (wish: { status: string; end: string; freeDays?: number }) => {
    const of = await house();
    await sql`insert into subscriptions (tenant_id, plan_id, interval, status, period_start, period_end, price_minor, anchor_on)
      values (${of.tenantId}, ${plan!.id}, 'month', ${wish.status}, ${addDays(today, -25)}, ${wish.end}, 100000, ${wish.end})`;
    await close(of, "Nyota Nails");
    await sql`update tenants set closing_since = now() - interval '10 days', closes_at = now() + interval '20 days'
      where id = ${of.tenantId}`;
    await keep(of);
    await keep(of);
    const [row] = await sql`select status, period_end::text as end, free_days as free from subscriptions
      where tenant_id = ${of.tenantId}`;
    return row;
  };
  expect(await kept({ status: "active", end: addDays(today, 6) })).toEqual({
    ...{ status: "active", end: addDays(today, 6), free: 10 },
  });
  // What ended four days ago ran for six of them.
  expect(await kept({ status: "active", end: addDays(today, -4) })).toEqual({
    ...{ status: "trialing", end: addDays(today, 6), free: 0 },
  });
  expect(await kept({ status: "past_due", end: addDays(today, -4) })).toEqual({
    ...{ status: "past_due", end: addDays(today, -4), free: 0 },
  });
});
