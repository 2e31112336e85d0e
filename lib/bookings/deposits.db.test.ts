import postgres from "postgres";
import { afterAll, beforeEach, describe, expect, test } from "vitest";
import { type House, makeHouse } from "@/db/testing/house";
import { runDueJobs } from "@/lib/jobs/worker";
import { localDate } from "@/lib/platform/calendar";
import { idempotencyKey } from "@/lib/platform/idempotency";
import { newId } from "@/lib/platform/ids";
import type { Actor } from "@/lib/tenancy/scope";
import { withTenant } from "@/lib/tenancy/with-tenant";
import { bookAgain } from "./book-again";
import { changeBooking } from "./change-booking";
import { bookingQuery } from "./input";
import { keepForPayment } from "./keep-for-payment";
import { listBookings } from "./list-bookings";
import { listMoveTimes } from "./list-move-times";
import { listOpenSlots } from "./list-open-slots";
import { moveBooking } from "./move-booking";
import { asksDeposits, paidBooking, settle } from "./testing/deposits";
import { bookAs, hourOf, must } from "./testing/desk-books";
import { deskOf } from "./testing/placed";
import { undoChange } from "./undo-change";
import { waiveDeposit } from "./waive-deposit";

const sql = postgres(process.env.TEST_ADMIN_URL!, { max: 4, onnotice: () => {} });
afterAll(() => sql.end());

const desk = deskOf(newId());
const guest: Actor = { kind: "public", via: "page" };
let house: House;
beforeEach(async () => {
  house = await makeHouse();
  await asksDeposits(sql, house);
});

const book = (wish: Parameters<typeof bookAs>[3] = {}, source: "public" | "api" | "desk" = "public") =>
  bookAs(house, source === "desk" ? desk : guest, { source }, wish);
const rowOf = async (id: string) =>
  (await sql`select status, deposit, deposit_minor::int as minor, expires_at from bookings where id = ${id}`)[0]!;
const time = async () => {
  const rows = await sql`select source, active from occupancies where tenant_id = ${house.tenantId} order by id`;
  return rows.map(({ source, active }) => `${source}${active ? "" : " given back"}`);
};
const names = async () =>
  (await sql`select name from events where tenant_id = ${house.tenantId} order by seq`).map(({ name }) => name);
const bodies = async () =>
  (await sql`select body from messages where tenant_id = ${house.tenantId} order by created_at, id`).map(
    ({ body }) => body as string,
  );
const change = (
  id: string,
  move: "confirm" | "cancel" | "decline" | "release",
  actor: Actor,
  from: "held" | "confirmed" | "requested",
) => withTenant(house.tenantId, actor, (scope) => changeBooking(scope, { id, move, from }));
/** As if so many minutes had gone by for what waits. */
async function later(minutes: number) {
  const by = sql`${minutes} * interval '1 minute'`;
  await sql`update due set due_at = due_at - ${by} where tenant_id = ${house.tenantId}`;
  await sql`update bookings set expires_at = expires_at - ${by}, created_at = created_at - ${by} where tenant_id = ${house.tenantId}`;
  await sql`update occupancies set expires_at = expires_at - ${by} where tenant_id = ${house.tenantId}`;
}

describe("asked for", () => {
  test("a public booking is held for ten minutes until it is paid", async () => {
    const held = await must(book());
    expect(held).toMatchObject({ status: "held", deposit: { amountMinor: 50_000, currency: "KES" } });
    const left = Date.parse(held.deposit!.expiresAt) - Date.now();
    expect(left).toBeGreaterThan(9 * 60_000);
    expect(left).toBeLessThanOrEqual(10 * 60_000);
    expect(await rowOf(held.id)).toMatchObject({ status: "held", deposit: "due", minor: 50_000 });
    expect(await time()).toEqual(["hold"]);
    await runDueJobs(house.tenantId);
    expect(await bodies()).toEqual([expect.stringMatching(/keeps Cut, .* Pay KES 500 to book it: .*\/b\/.*\/pay$/)]);
    const [told] =
      await sql`select title from notifications where tenant_id = ${house.tenantId} and name = 'booking.placed'`;
    expect(told!.title).toBe("Chebet wants Cut: waiting for the deposit");
  });

  test("an API booking too; the desk's own, and one where nobody can be paid, need none", async () => {
    expect(await must(book({}, "api"))).toMatchObject({ status: "held" });
    expect(await must(book({ at: hourOf(12) }, "desk"))).toMatchObject({ status: "confirmed" });
    await sql`delete from mpesa_accounts where tenant_id = ${house.tenantId}`;
    expect(await must(book({ at: hourOf(14) }))).toMatchObject({ status: "confirmed" });
  });

  test("more than was shown is shown first; less is taken as it is", async () => {
    const seen = { totalMinor: 150_000, terms: "" };
    const offer = { ok: false, refusal: "deposit_changed", depositMinor: 50_000, totalMinor: 150_000 };
    expect(await book({ seen })).toMatchObject(offer);
    expect(await book({ seen: { ...seen, depositMinor: 40_000 } })).toMatchObject(offer);
    expect(await time()).toEqual([]);
    expect(await must(book({ seen: { ...seen, depositMinor: 60_000 } }))).toMatchObject({
      deposit: { amountMinor: 50_000 },
    });
  });

  test("by history: of who is new, of who did not come, and not of who is trusted", async () => {
    await sql`update services set deposit = null where tenant_id = ${house.tenantId}`;
    await asksNothingButHistory();
    const first = await must(book({ at: hourOf(9) }, "desk"));
    await sql`update bookings set status = 'completed' where id = ${first.id}`;
    // Known by one visit: neither new nor trusted.
    const known = { source: "public", isProven: true } as const;
    expect((await must(bookAs(house, guest, known, { at: hourOf(10) }))).deposit).toBeUndefined();
    expect((await must(book({ at: hourOf(11), phone: "0711550099" }))).deposit).toMatchObject({ amountMinor: 75_000 });
    await sql`update bookings set status = 'no_show' where id = ${first.id}`;
    expect((await must(book({ at: hourOf(12) }))).deposit).toMatchObject({ amountMinor: 150_000 });
  });
  const asksNothingButHistory = () =>
    sql`update tenants set policy = policy || ${sql.json({
      deposits: {
        newCustomers: { kind: "percent", percent: 50 },
        afterNoShow: { fee: { kind: "percent", percent: 100 }, days: 30 },
      },
    })} where id = ${house.tenantId}`;

  test("what comes free for somebody who waits is kept as long as such offers are, and paid for as well", async () => {
    const offered = await must(
      bookAs(house, { kind: "system", job: "waitlist" }, { source: "public", holdMinutes: 30 }),
    );
    expect(offered).toMatchObject({ status: "held", deposit: { amountMinor: 50_000 } });
    expect(Date.parse(offered.deposit!.expiresAt) - Date.now()).toBeGreaterThan(29 * 60_000);
    expect(await change(offered.id, "confirm", guest, "held")).toEqual({ ok: false, refusal: "not_yours" });
    expect(await settle(house, offered.id)).toEqual({ as: "paid" });
  });

  test("a regular's number that anybody may type lets nobody off; shown to be theirs, or booked by the house, it does", async () => {
    await asksDeposits(sql, house, { deposits: { trustedAfter: 1 } });
    const done = await must(book({ at: hourOf(9) }, "desk"));
    await sql`update bookings set status = 'completed' where id = ${done.id}`;
    expect((await must(book({ at: hourOf(10) }))).deposit).toMatchObject({ amountMinor: 50_000 });
    expect((await must(book({ at: hourOf(11) }, "api"))).deposit).toMatchObject({ amountMinor: 50_000 });
    // So many at once one number may not have.
    await sql`update bookings set status = 'expired' where tenant_id = ${house.tenantId} and status = 'held'`;
    const proven = await must(bookAs(house, guest, { source: "public", isProven: true }, { at: hourOf(12) }));
    expect(proven).toMatchObject({ status: "confirmed" });
    // From the link of a visit that happened, and not from one that somebody has only typed the number for.
    const typed = await must(book({ at: hourOf(13) }));
    const again = (id: string, hour: number) =>
      must(
        withTenant(house.tenantId, guest, (scope) =>
          bookAgain(
            scope,
            { id, startsAt: hourOf(hour), totalMinor: 150_000, depositMinor: 50_000 },
            { source: "public" },
          ),
        ),
      );
    expect(await again(done.id, 14)).toMatchObject({ status: "confirmed" });
    expect(await again(typed.id, 15)).toMatchObject({ status: "held", deposit: { amountMinor: 50_000 } });
  });

  test("at the desk where it says so, by the rules and for as long as it says", async () => {
    const wish = { source: "desk" as const, asksDeposit: true };
    const held = await must(bookAs(house, desk, wish));
    expect(held).toMatchObject({ status: "held", deposit: { amountMinor: 50_000 } });
    await runDueJobs(house.tenantId);
    expect(await bodies()).toEqual([expect.stringMatching(/Pay KES 500 to book it: .*\/b\/.*\/pay$/)]);
    const longer = await must(bookAs(house, desk, { ...wish, holdMinutes: 60 }, { at: hourOf(12) }));
    expect(Date.parse(longer.deposit!.expiresAt) - Date.now()).toBeGreaterThan(59 * 60_000);
    expect(await settle(house, held.id)).toEqual({ as: "paid" });
    expect(await rowOf(held.id)).toMatchObject({ status: "confirmed" });
    // A regular pays none, and nor does anybody where nothing is asked for.
    await asksDeposits(sql, house, { deposits: { trustedAfter: 1 } });
    await sql`update bookings set status = 'completed' where id = ${held.id}`;
    expect(await must(bookAs(house, desk, wish, { at: hourOf(14) }))).toMatchObject({ status: "confirmed" });
  });

  test("the desk's free times say what may be asked for, of whom", async () => {
    const held = await must(book());
    const [{ customer_id: customerId } = { customer_id: "" }] =
      await sql`select customer_id from bookings where id = ${held.id}`;
    await asksDeposits(sql, house, { deposits: { trustedAfter: 1 } });
    await sql`update bookings set status = 'completed' where id = ${held.id}`;
    const date = hourOf(10, 3).toISOString().slice(0, 10);
    const slots = async (asker?: { customerId: string | undefined }) => {
      const wish = { serviceId: house.serviceIds[0]!, staffId: "any", from: date, to: date, channel: "desk" as const };
      const open = await withTenant(house.tenantId, desk, (scope) =>
        listOpenSlots(scope, { ...wish, ...(asker ? { asker } : {}) }),
      );
      return open.ok ? new Set(open.value.days[0]!.slots.map(({ depositMinor }) => depositMinor)) : null;
    };
    expect(await slots({ customerId: undefined })).toEqual(new Set([50_000]));
    expect(await slots({ customerId })).toEqual(new Set([undefined]));
    expect(await slots()).toEqual(new Set([undefined]));
  });

  test("what waits for its deposit is listed, and nothing that is over, paid or held otherwise", async () => {
    const waits = await must(book());
    await paidBooking(sql, house, { at: hourOf(11), phone: "0711550012" });
    await must(bookAs(house, desk, { source: "desk", holdMinutes: 15 }, { at: hourOf(12) }));
    const lapsed = await must(book({ at: hourOf(13), phone: "0711550013" }));
    await sql`update bookings set expires_at = now() - interval '1 second' where id = ${lapsed.id}`;
    const listed = await withTenant(house.tenantId, desk, (scope) =>
      listBookings(scope, bookingQuery.parse({ deposit: "due" })),
    );
    expect(listed.items.map(({ id }) => id)).toEqual([waits.id]);
    expect(bookingQuery.safeParse({ deposit: "paid" }).success).toBe(false);
  });

  test("sent twice with one key it is one booking and one answer", async () => {
    const how = { source: "api" as const, idempotency: idempotencyKey("test", "deposit-key", {}) };
    const [one, two] = await Promise.all([1, 2].map(() => must(bookAs(house, guest, how))));
    expect(two).toEqual(one);
    expect(one!.deposit).toMatchObject({ amountMinor: 50_000 });
  });
});

describe("paid", () => {
  test("in time it is confirmed, and the customer is told after, not before", async () => {
    const { id } = await paidBooking(sql, house);
    expect(await rowOf(id)).toMatchObject({ status: "confirmed", deposit: "paid", expires_at: null });
    expect(await time()).toEqual(["booking"]);
    await runDueJobs(house.tenantId);
    await runDueJobs(house.tenantId);
    expect(await bodies()).toEqual([expect.stringMatching(/has your KES 500 and expects you for Cut/)]);
    expect((await names()).at(-1)).toBe("booking.paid");
    await later(60);
    await runDueJobs(house.tenantId);
    expect((await rowOf(id)).status).toBe("confirmed");
  });

  test("where the desk says yes by hand it is a request with its deposit, and comes back when nobody answers", async () => {
    await asksDeposits(sql, house, { confirm: "desk" });
    const { id, paymentId } = await paidBooking(sql, house);
    expect(await rowOf(id)).toMatchObject({ status: "requested", deposit: "paid" });
    expect((await rowOf(id)).expires_at).not.toBeNull();
    await later(25 * 60);
    await runDueJobs(house.tenantId);
    expect((await rowOf(id)).status).toBe("expired");
    expect(await refunds()).toEqual([{ amount: 50_000, why: "declined", status: "queued", payment_id: paymentId }]);
    await runDueJobs(house.tenantId);
    expect((await bodies()).at(-1)).toMatch(/did not answer .* KES 500 comes back to you\./);
  });

  test("twice it is too late the second time; too little is refused", async () => {
    const held = await must(book());
    expect(await settle(house, held.id, 49_900)).toEqual({ as: "too_late" });
    expect(await settle(house, held.id)).toEqual({ as: "paid" });
    expect(await settle(house, held.id)).toEqual({ as: "too_late" });
    expect(await settle(house, newId())).toEqual({ as: "too_late" });
  });

  test("after it has lapsed it stands again where its time is free", async () => {
    const held = await must(book());
    await later(11);
    await runDueJobs(house.tenantId);
    expect(await rowOf(held.id)).toMatchObject({ status: "expired", deposit: "due" });
    expect(await settle(house, held.id)).toEqual({ as: "rebooked" });
    expect(await rowOf(held.id)).toMatchObject({ status: "confirmed", deposit: "paid" });
    expect(await time()).toEqual(["booking"]);
    await runDueJobs(house.tenantId);
    expect((await rowOf(held.id)).status).toBe("confirmed");
  });

  test("in a house that is being closed, not paid for or suspended it is too late, and nothing is booked", async () => {
    const held = await must(book());
    await later(11);
    await runDueJobs(house.tenantId);
    const closed = [
      sql`closing_since = now(), closes_at = now() + interval '30 days'`,
      sql`closing_since = null, closes_at = null, works_until = now() - interval '1 day'`,
      sql`works_until = null, status = 'suspended'`,
    ];
    for (const so of closed) {
      await sql`update tenants set ${so} where id = ${house.tenantId}`;
      expect(await settle(house, held.id)).toEqual({ as: "too_late" });
      expect(await rowOf(held.id)).toMatchObject({ status: "expired", deposit: "due" });
    }
    await sql`update tenants set status = 'active' where id = ${house.tenantId}`;
    expect(await settle(house, held.id)).toEqual({ as: "rebooked" });
  });

  test("run out but not yet ended, with its time taken, it is too late and nothing is changed", async () => {
    const held = await must(book());
    await later(11);
    const other = await must(book({ phone: "0711550011" }, "desk"));
    expect(await settle(house, held.id)).toEqual({ as: "too_late" });
    expect(await rowOf(held.id)).toMatchObject({ status: "held", deposit: "due" });
    expect((await rowOf(other.id)).status).toBe("confirmed");
    await runDueJobs(house.tenantId);
    expect(await settle(house, held.id)).toEqual({ as: "too_late" });
    expect(await rowOf(held.id)).toMatchObject({ status: "expired", deposit: "due" });
  });

  test("beside somebody else's run-out hold it is put back", async () => {
    const held = await must(book());
    await later(11);
    await runDueJobs(house.tenantId);
    await must(book({ phone: "0711550011" }));
    await later(11);
    expect(await settle(house, held.id)).toEqual({ as: "rebooked" });
  });

  test("too late once its time has begun, or somebody has ended or waived it", async () => {
    const [gone, ended, waived] = [
      await must(book()),
      await must(book({ at: hourOf(12), phone: "0711550012" })),
      await must(book({ at: hourOf(14), phone: "0711550013" })),
    ];
    await later(11);
    await sql`update bookings set starts_at = now() - interval '1 minute' where id = ${gone.id}`;
    expect(await settle(house, gone.id)).toEqual({ as: "too_late" });
    await sql`update bookings set expires_at = now() + interval '5 minutes' where id in ${sql([ended.id, waived.id])}`;
    await must(change(ended.id, "release", guest, "held"));
    await must(withTenant(house.tenantId, desk, (scope) => waiveDeposit(scope, { id: waived.id, reason: "Known" })));
    for (const id of [ended.id, waived.id]) expect(await settle(house, id)).toEqual({ as: "too_late" });
  });

  test.each(["expiry first", "payment first"])(
    "expiry and payment at one instant end in one way: %s",
    async (order) => {
      for (let round = 0; round < 25; round++) {
        const phone = `07144${String(round).padStart(5, "0")}`;
        const held = await must(book({ at: hourOf(10, round + 1), phone }));
        await sql`update bookings set expires_at = now() - interval '1 second' where id = ${held.id}`;
        await sql`update occupancies set expires_at = now() - interval '1 second' where tenant_id = ${house.tenantId} and expires_at is not null`;
        const jobs = [() => runDueJobs(house.tenantId), () => settle(house, held.id)];
        const [, answer] =
          order === "expiry first"
            ? await Promise.all(jobs.map((job) => job()))
            : (await Promise.all(jobs.reverse().map((job) => job()))).reverse();
        expect(answer).toEqual({ as: "rebooked" });
        expect(await rowOf(held.id)).toMatchObject({ status: "confirmed", deposit: "paid" });
      }
      const active =
        await sql`select count(*)::int as many from occupancies where tenant_id = ${house.tenantId} and active`;
      expect(active[0]!.many).toBe(25);
    },
  );
});

test("of whoever pays too late and whoever books the same time just then, one has it", async () => {
  for (let round = 0; round < 25; round++) {
    const at = hourOf(10, round + 1);
    const held = await must(book({ at, phone: `07144${String(round).padStart(5, "0")}` }));
    await later(11);
    const rival = () => book({ at, phone: `07155${String(round).padStart(5, "0")}` }, "desk");
    const [paid, booked] =
      round % 2 === 0
        ? await Promise.all([settle(house, held.id), rival(), runDueJobs(house.tenantId)])
        : await Promise.all([rival(), settle(house, held.id)]).then(([b, p]) => [p, b] as const);
    const isTheirs = paid.as === "rebooked";
    expect(isTheirs).toBe(!booked.ok);
    expect((await rowOf(held.id)).deposit).toBe(isTheirs ? "paid" : "due");
  }
  const [row] = await sql`select count(*)::int as many from occupancies where tenant_id = ${house.tenantId} and active`;
  expect(row!.many).toBe(25);
});

describe("kept for who is asked to pay", () => {
  const keep = (id: string, until: Date) =>
    withTenant(house.tenantId, desk, (scope) => keepForPayment(scope, id, until));
  const inMinutes = (minutes: number) => new Date(Date.now() + minutes * 60_000);

  test("longer, never shorter, and never more than twenty minutes in all", async () => {
    const held = await must(book());
    const first = Date.parse(held.deposit!.expiresAt);
    expect(Date.parse((await keep(held.id, inMinutes(2)))!)).toBe(first);
    expect(Date.parse((await keep(held.id, inMinutes(12)))!)).toBeGreaterThan(first);
    const most = Date.parse((await keep(held.id, inMinutes(60)))!);
    expect(most - Date.now()).toBeLessThanOrEqual(20 * 60_000);
    expect(most - Date.now()).toBeGreaterThan(19 * 60_000);
    const [row] = await sql`select expires_at from occupancies where tenant_id = ${house.tenantId}`;
    expect(row!.expires_at.getTime()).toBe(most);
  });

  test("not what is over, paid, or held by the desk", async () => {
    const over = await must(book());
    await later(11);
    expect(await keep(over.id, inMinutes(5))).toBeNull();
    const { id } = await paidBooking(sql, house, { at: hourOf(12), phone: "0711550012" });
    expect(await keep(id, inMinutes(5))).toBeNull();
    const ofDesk = await must(bookAs(house, desk, { source: "desk", holdMinutes: 15 }, { at: hourOf(14) }));
    expect(await keep(ofDesk.id, inMinutes(5))).toBeNull();
  });
});

describe("waived", () => {
  test("by the desk it is confirmed without being paid; taken back, it waits again", async () => {
    const held = await must(book());
    expect(await change(held.id, "confirm", guest, "held")).toEqual({ ok: false, refusal: "not_yours" });
    // Saying yes as to any other hold is no waiver.
    expect(await change(held.id, "confirm", desk, "held")).toEqual({ ok: false, refusal: "deposit_due" });
    expect(await rowOf(held.id)).toMatchObject({ status: "held", deposit: "due" });
    const { changeId } = await must(
      withTenant(house.tenantId, desk, (scope) => waiveDeposit(scope, { id: held.id, reason: "Known for years" })),
    );
    expect(await rowOf(held.id)).toMatchObject({ status: "confirmed", deposit: "waived" });
    expect(await names()).toContain("deposit.waived");
    const [audit] =
      await sql`select after from audit_entries where tenant_id = ${house.tenantId} and action = 'deposit.waived'`;
    expect(JSON.stringify(audit!.after)).toContain("Known for years");
    await must(withTenant(house.tenantId, desk, (scope) => undoChange(scope, { id: held.id, changeId })));
    expect(await rowOf(held.id)).toMatchObject({ status: "held", deposit: "due" });
    expect(await settle(house, held.id)).toEqual({ as: "paid" });
    const again = await withTenant(house.tenantId, desk, (scope) => waiveDeposit(scope, { id: held.id, reason: "x" }));
    expect(again).toEqual({ ok: false, refusal: "nothing_due" });
  });
});

const refunds = async () => [
  ...(await sql`select amount_minor::int as amount, why, status, payment_id from refunds
    where tenant_id = ${house.tenantId} order by created_at, id`),
];
const fees = async () => [
  ...(await sql`select kind, amount_minor::int as amount, from_deposit_minor::int as kept, status from booking_fees
    where tenant_id = ${house.tenantId}`),
];
/** What was written after the deposits had come. */
const ledger = async () => [
  ...(await sql`select t.source, e.account, e.debit_minor::int as debit, e.credit_minor::int as credit
    from ledger_transactions t join ledger_entries e on e.tenant_id = t.tenant_id and e.transaction_id = t.id
    where t.tenant_id = ${house.tenantId} and t.kind <> 'deposit' order by e.position`),
];
const cancellation = {
  freeHours: 24,
  late: { kind: "fixed", amountMinor: 30_000 },
  noShow: { kind: "percent", percent: 100 },
} as const;

describe("given back", () => {
  test("all of it when the house cancels, once its undo is over; taken back, it is not", async () => {
    const { id, paymentId } = await paidBooking(sql, house);
    const { changeId } = await must(change(id, "cancel", desk, "confirmed"));
    const [row] = await sql`select not_before - created_at as wait from refunds where tenant_id = ${house.tenantId}`;
    expect(row!.wait).toBe("00:00:25");
    const due = { amount: 50_000, why: "cancelled", payment_id: paymentId };
    expect(await refunds()).toEqual([{ ...due, status: "queued" }]);
    await must(withTenant(house.tenantId, desk, (scope) => undoChange(scope, { id, changeId })));
    expect(await refunds()).toEqual([{ ...due, status: "withdrawn" }]);
    await must(change(id, "cancel", desk, "confirmed"));
    expect((await refunds()).map(({ status }) => status)).toEqual(["withdrawn", "queued"]);
    await later(1);
    await runDueJobs(house.tenantId);
    expect((await bodies()).at(-1)).toMatch(/had to cancel Cut, .* KES 500 comes back to you\./);
  });

  test("what is on its way back is not taken back", async () => {
    const { id } = await paidBooking(sql, house);
    const { changeId } = await must(change(id, "cancel", desk, "confirmed"));
    await sql`update refunds set status = 'submitted' where tenant_id = ${house.tenantId}`;
    const undone = await withTenant(house.tenantId, desk, (scope) => undoChange(scope, { id, changeId }));
    expect(undone).toEqual({ ok: false, refusal: "too_late" });
    expect((await rowOf(id)).status).toBe("cancelled");
  });

  test("all of it when a request is declined", async () => {
    await asksDeposits(sql, house, { confirm: "desk" });
    const { id } = await paidBooking(sql, house);
    await must(change(id, "decline", desk, "requested"));
    expect(await refunds()).toMatchObject([{ amount: 50_000, why: "declined", status: "queued" }]);
  });

  test("all of it when the customer cancels in time, less the fee later", async () => {
    await asksDeposits(sql, house, { cancellation });
    const early = await paidBooking(sql, house, { at: hourOf(10, 5) });
    await must(change(early.id, "cancel", guest, "confirmed"));
    expect(await refunds()).toMatchObject([{ amount: 50_000, why: "cancelled" }]);
    expect(await fees()).toEqual([]);
    const late = await paidBooking(sql, house, { at: hourOf(11, 5), phone: "0711550012" });
    await sql`update bookings set free_until = now() - interval '1 minute' where id = ${late.id}`;
    await must(change(late.id, "cancel", guest, "confirmed"));
    expect((await refunds()).map(({ amount }) => amount)).toEqual([50_000, 20_000]);
    expect(await fees()).toEqual([{ kind: "late_cancel", amount: 30_000, kept: 30_000, status: "kept" }]);
    await runDueJobs(house.tenantId);
    await runDueJobs(house.tenantId);
    expect(await ledger()).toEqual([
      { source: `fee ${late.id}`, account: "deposits", debit: 30_000, credit: 0 },
      { source: `fee ${late.id}`, account: "fees", debit: 0, credit: 30_000 },
    ]);
    expect(await bodies()).toContainEqual(
      expect.stringMatching(/You cancelled .* KES 300 of your deposit is kept\. KES 200 comes back to you\./),
    );
  });

  test("who does not come loses it, and owes the rest; who comes after all has it back", async () => {
    await asksDeposits(sql, house, { cancellation });
    const { id } = await paidBooking(sql, house);
    await sql`update bookings set starts_at = now() - interval '5 minutes', ends_at = now() + interval '55 minutes' where id = ${id}`;
    const step = (move: "miss" | "check_in", from: "confirmed" | "no_show") =>
      withTenant(house.tenantId, desk, (scope) => changeBooking(scope, { id, move, from }));
    await must(step("miss", "confirmed"));
    expect(await refunds()).toEqual([]);
    expect(await fees()).toEqual([{ kind: "no_show", amount: 150_000, kept: 50_000, status: "owed" }]);
    await must(step("check_in", "no_show"));
    expect(await fees()).toEqual([{ kind: "no_show", amount: 150_000, kept: 0, status: "taken_back" }]);
    await later(2 * 24 * 60);
    await runDueJobs(house.tenantId);
    expect(await ledger()).toEqual([]);
  });

  test("what a no-show loses is the house's when the day is over", async () => {
    await asksDeposits(sql, house, { cancellation: { freeHours: 24, noShow: { kind: "fixed", amountMinor: 20_000 } } });
    const { id } = await paidBooking(sql, house);
    await sql`update bookings set starts_at = now() - interval '5 minutes', ends_at = now() + interval '55 minutes' where id = ${id}`;
    await must(
      withTenant(house.tenantId, desk, (scope) => changeBooking(scope, { id, move: "miss", from: "confirmed" })),
    );
    expect(await refunds()).toMatchObject([{ amount: 30_000, status: "queued" }]);
    await runDueJobs(house.tenantId);
    expect(await ledger()).toEqual([]);
    await later(2 * 24 * 60);
    await runDueJobs(house.tenantId);
    expect((await ledger()).map(({ account }) => account)).toEqual(["deposits", "fees"]);
  });

  test("a booking that is moved keeps it", async () => {
    const { id, startsAt } = await paidBooking(sql, house);
    await must(
      withTenant(house.tenantId, desk, (scope) => moveBooking(scope, { id, from: startsAt, startsAt: hourOf(15) })),
    );
    expect(await rowOf(id)).toMatchObject({ status: "confirmed", deposit: "paid", minor: 50_000 });
    expect(await refunds()).toEqual([]);
  });
});

describe("a customer's own move", () => {
  const move = (id: string, from: string, startsAt: Date, actor: Actor = guest) =>
    withTenant(house.tenantId, actor, (scope) => moveBooking(scope, { id, from, startsAt }));
  const offered = async (id: string, to: Date) => {
    const date = localDate(to, "Africa/Nairobi");
    const times = await withTenant(house.tenantId, guest, (scope) =>
      listMoveTimes(scope, { id, dates: { from: date, to: date }, channel: "public" }),
    );
    return times.ok && times.value.some(({ startsAt }) => startsAt === to.toISOString());
  };
  const busyFrom = (hour: number) => ({
    busyTimes: {
      fee: { kind: "fixed" as const, amountMinor: 80_000 },
      weekdays: [0, 1, 2, 3, 4, 5, 6],
      from: hour * 60,
      to: 18 * 60,
    },
  });

  test("does not lead out of a deposit; the desk may put it there", async () => {
    await asksNothingButBusy(14);
    const booked = await must(book({ at: hourOf(10, 3) }));
    expect(booked.status).toBe("confirmed");
    expect(await move(booked.id, booked.startsAt, hourOf(15, 3))).toEqual({ ok: false, refusal: "asks_deposit" });
    expect([await offered(booked.id, hourOf(15, 3)), await offered(booked.id, hourOf(11, 3))]).toEqual([false, true]);
    expect(await move(booked.id, booked.startsAt, hourOf(11, 3))).toMatchObject({ ok: true });
    expect(await move(booked.id, hourOf(11, 3).toISOString(), hourOf(15, 3), desk)).toMatchObject({ ok: true });
    // From there to where no more is asked for it goes.
    expect(await move(booked.id, hourOf(15, 3).toISOString(), hourOf(16, 3))).toMatchObject({ ok: true });
  });
  const asksNothingButBusy = (hour: number) =>
    sql`update services set deposit = null where tenant_id = ${house.tenantId}`.then(() =>
      asksDepositsOf({ deposits: busyFrom(hour) }),
    );
  const asksDepositsOf = (policy: Parameters<typeof asksDeposits>[2]) =>
    sql`update tenants set policy = policy || ${sql.json(policy as never)} where id = ${house.tenantId}`;

  test("with what was paid goes anywhere that asks for no more", async () => {
    await asksDepositsOf({ deposits: busyFrom(14) });
    const { id, startsAt } = await paidBooking(sql, house, { at: hourOf(10, 3) });
    expect(await move(id, startsAt, hourOf(15, 3))).toEqual({ ok: false, refusal: "asks_deposit" });
    expect(await move(id, startsAt, hourOf(12, 3))).toMatchObject({ ok: true });
    expect(await rowOf(id)).toMatchObject({ deposit: "paid", minor: 50_000 });
  });
});
