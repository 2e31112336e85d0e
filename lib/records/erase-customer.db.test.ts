import postgres from "postgres";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type House, makeHouse } from "@/db/testing/house";
import { startAccountSession } from "@/lib/auth/account-sessions";
import { jpeg } from "@/lib/auth/testing/jpeg";
import { changeBooking } from "@/lib/bookings/change-booking";
import { bookAs, hourOf, must } from "@/lib/bookings/testing/desk-books";
import { changeOwn } from "@/lib/customers/change-own";
import { changeOwnPhone } from "@/lib/customers/change-own-phone";
import { sayConsent } from "@/lib/customers/consent";
import { shown } from "@/lib/customers/consent-words";
import { noteCustomer } from "@/lib/customers/note-customer";
import { becomeCustomer } from "@/lib/customers/own-customer";
import { setOwnPhoto } from "@/lib/customers/own-photo";
import { runDueJobs } from "@/lib/jobs/worker";
import { sendPortalCode } from "@/lib/notifications/send-portal-code";
import { callbackPlace } from "@/lib/payments/internal/read-one";
import { idempotencyKey } from "@/lib/platform/idempotency";
import { newId } from "@/lib/platform/ids";
import { seal } from "@/lib/platform/seal";
import type { Actor } from "@/lib/tenancy/scope";
import { withTenant } from "@/lib/tenancy/with-tenant";
import { sendReceiptInput } from "@/lib/till/input";
import { sendReceipt } from "@/lib/till/send-receipt";
import { member, pay, sold } from "@/lib/till/testing/at-the-till";
import { recordChange } from "@/lib/visits/record-change";
import { joinWaitlistInput, takeTicketInput } from "@/lib/waitlist/input";
import { joinWaitlist } from "@/lib/waitlist/join-waitlist";
import { takeTicket } from "@/lib/waitlist/take-ticket";
import { eraseCustomer } from "./erase-customer";
import { held } from "./held";
import { writeEverywhere } from "./testing/write-everywhere";

const sql = postgres(process.env.TEST_ADMIN_URL!, { max: 2, onnotice: () => {} });
afterAll(() => sql.end());

const owner = member("owner");
let house: House;
beforeAll(async () => {
  house = await makeHouse({ staff: 3 });
});

const inside = <T>(actor: Actor, work: Parameters<typeof withTenant<T>>[2]) => withTenant(house.tenantId, actor, work);
/** By whoever has typed their name. */
async function erase(id: string) {
  const [known] = await sql`select name from customers where id = ${id}`;
  return inside(owner, (scope) => eraseCustomer(scope, { customerId: id, name: known?.name ?? "Nobody" }));
}
const bring = (id: string) => sql`
  with moved as (update bookings set starts_at = now() - interval '1 hour', ends_at = now() + interval '10 minutes'
    where id = ${id} returning id),
    lines as (update booking_lines set starts_at = now() - interval '1 hour', ends_at = now() + interval '10 minutes'
      where booking_id = ${id} returning id)
  update occupancies set span = tstzrange(now() - interval '1 hour', now() + interval '10 minutes')
  where booking_line_id in (select id from booking_lines where booking_id = ${id})`;
let shift = 0;
const theirPhone = () => `07228${String(10_000 + shift++).slice(-5)}`;

/** Where somebody's words still stand, in any column of any table that may hold words. */
async function traces(needles: readonly string[]): Promise<string[]> {
  const columns = await sql<{ schema: string; table: string; column: string; type: string }[]>`
    select n.nspname as schema, c.relname as table, a.attname as column, format_type(a.atttypid, null) as type
    from pg_attribute a join pg_class c on c.oid = a.attrelid join pg_namespace n on n.oid = c.relnamespace
    where c.relkind in ('r', 'p') and a.attnum > 0 and not a.attisdropped
      and n.nspname not in ('pg_catalog', 'information_schema', 'pg_toast')
      and (format_type(a.atttypid, null) ~ '^(text|character|json|jsonb|bytea|name|citext)' or a.attndims > 0 or a.atttypid = 'bytea'::regtype)`;
  expect(columns.length).toBeGreaterThan(200);
  const found: string[] = [];
  for (const { schema, table, column, type } of columns) {
    const words = type === "bytea" ? sql`encode(${sql(column)}, 'escape')` : sql`${sql(column)}::text`;
    const rows = await sql`select 1 from ${sql(schema)}.${sql(table)}
      where exists (select 1 from unnest(${needles as string[]}::text[]) as needle where ${words} ilike '%' || needle || '%') limit 1`;
    if (rows.length > 0) found.push(`${schema}.${table}.${column}`);
  }
  return found;
}

const sums = () => sql`
  select account, sum(debit_minor)::int as debit, sum(credit_minor)::int as credit from ledger_entries
  where tenant_id = ${house.tenantId} group by account order by account`;

test("every table that names a customer says what becomes of it", async () => {
  const tables = await sql<{ name: string }[]>`
    select c.relname as name from pg_class c join pg_attribute a on a.attrelid = c.oid
    where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') and a.attname = 'customer_id' order by 1`;
  expect(tables.map(({ name }) => name).filter((name) => !(name in held))).toEqual([]);
  const all = await sql<{ name: string }[]>`
    select table_name || '.' || column_name as name from information_schema.columns where table_schema = 'public'`;
  const known = new Set(all.map(({ name }) => name));
  for (const [table, { told, erased }] of Object.entries(held)) {
    const columns = [
      ...("columns" in told ? told.columns : []),
      ...(typeof erased === "object" && "put" in erased ? Object.keys(erased.put) : []),
    ];
    expect(
      columns.filter((column) => !known.has(`${table}.${column}`)),
      table,
    ).toEqual([]);
  }
});

test("nothing readable is left of somebody erased, wherever they were written down; the books keep their sums", async () => {
  const [was, name, phone, email] = [
    "Zawadi Kanarivu",
    "Zawadi Ndegekanari",
    "0722981234",
    "zawadi.kanari@canary.test",
  ];
  const e164 = "+254722981234";
  const newPhone = "+254722985678";
  const typed = "Dotty Canarytyped";
  const needles = [
    typed,
    "Canarytyped",
    was,
    name,
    "722981234",
    "722 981 234",
    "722985678",
    email,
    "canary.test",
    "Kanarivu",
    "Ndegekanari",
  ];
  const desk = member("front_desk");
  // Booked on the page, done, corrected, charged and paid for.
  const key = idempotencyKey("book", "a-canary-key", { name: was });
  const booked = await must(
    bookAs(house, { kind: "public", via: "page" }, { source: "public", idempotency: key }, { phone, name: was }),
  );
  const [{ id }] = (await sql`select customer_id as id from bookings where id = ${booked.id}`) as unknown as [
    { id: string },
  ];
  await sql`update bookings set notes = ${`${was} wants tea`}, booked_as = ${sql.json({ name: was, email })} where id = ${booked.id}`;
  await sql`update idempotency set answer = ${sql.json({ to: phone, name: was })} where tenant_id = ${house.tenantId}`;
  await bring(booked.id);
  await must(inside(desk, (scope) => recordChange(scope, { id: booked.id, move: "start", from: "confirmed" })));
  await must(inside(desk, (scope) => recordChange(scope, { id: booked.id, move: "complete", from: "in_service" })));
  const [visit] = await sql`select v.id from visits v where v.booking_id = ${booked.id}`;
  await sql`update visits set notes = ${`${was} came with her mother`} where id = ${visit!.id}`;
  const sale = await sold(house, owner, {
    customerId: id,
    discount: { kind: "fixed", amountMinor: 1_000 },
    discountReason: `For ${was}`,
  });
  await pay(house, owner, { saleId: sale.id, amountMinor: 149_000 });
  await must(
    inside(desk, (scope) =>
      sendReceipt(scope, sendReceiptInput.parse({ saleId: sale.id, channel: "email", to: email, key: newId() })),
    ),
  );
  const paymentId = newId();
  await sql`insert into payments (tenant_id, id, purpose, booking_id, customer_id, method, amount_minor, currency, status, phone, receipt, settled_at)
    values (${house.tenantId}, ${paymentId}, 'deposit', ${booked.id}, ${id}, 'prompt', 50000, 'KES', 'paid', ${e164}, 'ZCANARY001', now())`;
  const sealed = seal(`{"PhoneNumber":254722981234,"Name":"${was}"}`, callbackPlace(house.tenantId, paymentId));
  await sql`insert into payment_callbacks (tenant_id, id, payment_id, hash, sealed, listed) values (${house.tenantId}, ${newId()}, ${paymentId}, 'h', ${sealed}, true)`;
  // Cancelled with words, waiting, in the queue.
  const second = await must(bookAs(house, owner, { source: "desk" }, { phone, name: was, at: hourOf(14) }));
  await must(
    inside(desk, (scope) =>
      changeBooking(scope, { id: second.id, move: "cancel", from: "confirmed", reason: `${was} called from ${phone}` }),
    ),
  );
  const from = new Date(Date.now() + 86_400_000).toISOString().slice(0, 10);
  await must(
    inside(desk, (scope) =>
      joinWaitlist(
        scope,
        joinWaitlistInput.parse({
          serviceId: house.serviceIds[0],
          customer: { name: was, phone },
          windows: [{ from, to: from }],
          key: newId(),
        }),
        "desk",
      ),
    ),
  );
  await must(
    inside(desk, (scope) =>
      takeTicket(
        scope,
        takeTicketInput.parse({ serviceId: house.serviceIds[0], customer: { customerId: id }, key: newId() }),
      ),
    ),
  );
  // Noted, in the portal under another name and number, with a picture and a yes.
  await must(
    inside(desk, (scope) =>
      noteCustomer(scope, id, { allergies: "PPD", notes: `${was}, ${email}`, seen: { allergies: "", notes: "" } }),
    ),
  );
  await sendPortalCode(e164, "Test House");
  const cookie = await startAccountSession(e164, {
    userAgent: "canary",
    from: { address: "10.0.0.9", requestId: "r" },
  });
  const [account] =
    await sql`select a.id as "accountId", s.id as "sessionId", a.phone from accounts a join account_sessions s on s.account_id = a.id where a.phone = ${e164}`;
  expect(cookie).toBeTruthy();
  await inside({ kind: "public", via: "page" }, (scope) => becomeCustomer(scope, account as never, was));
  const self = { kind: "customer", customerId: id } as const;
  await inside(self, (scope) => changeOwn(scope, id, { name, email }));
  await inside(self, (scope) =>
    changeOwnPhone(scope, { account: account as never, customerId: id, house: "Test House" }, newPhone),
  );
  await inside(self, (scope) => setOwnPhoto(scope, id, jpeg("drawn")));
  await inside(self, (scope) =>
    sayConsent(scope, id, { purpose: "marketing", granted: true, wording: shown.marketing, source: "portal" }),
  );
  // Elsewhere in the house's own words.
  await sql`insert into expenses (tenant_id, id, category, amount_minor, currency, description, day, paid_from)
    values (${house.tenantId}, ${newId()}, 'other', 5000, 'KES', ${`Taxi, call 0722 981 234`}, '2026-01-05', 'elsewhere')`;
  const left = await writeEverywhere(sql, house, { id, name, phone: `0${newPhone.slice(4)}`, email, typed });
  await runDueJobs(house.tenantId);

  const found = await traces(needles);
  for (const place of [
    ...["customer_notes.body", "customers.service_notes", "customers.location", "customers.tags", "reviews.words"],
    ...["reviews.answer", "reviews.hidden_reason", "conversation_messages.words", "enquiries.phone", "enquiries.name"],
    ...["booking_handovers.booked_as", "vouchers.reason", "points_entries.reason", "messages.failure"],
  ])
    expect(found).toContain(`public.${place}`);
  const before = await sums();
  // The ticket and the place on the list end by themselves; the house is told of nothing else in the way.
  expect(await erase(id)).toEqual({ ok: true, value: true });
  await runDueJobs(house.tenantId);
  expect(await traces(needles)).toEqual([]);
  expect(await sums()).toEqual(before);
  // What happened stays, of nobody; what others wrote stays theirs.
  const after = await sql`select r.rating, r.answered_at, r.hidden_at, b.points,
      (select words from conversation_messages m join conversations k on k.id = m.conversation_id where k.customer_id = ${left.friend}) as said,
      (select body from customer_notes where customer_id = ${left.friend}) as noted,
      (select count(*)::int from enquiries where tenant_id = r.tenant_id and words = '') as enquiries
    from reviews r join points_balances b on b.customer_id = r.customer_id where r.id = ${left.reviewId}`;
  expect(after).toMatchObject([
    { rating: 4, answered_at: null, hidden_at: null, said: "My cousin has Erased customer", enquiries: 2 },
  ]);
  expect(after[0]!.points).toBeGreaterThanOrEqual(30);
  expect(after[0]!.noted).toBe("Came with somebody on Erased customer");
  expect(await sql`select 1 from messages where status in ('queued', 'sending') and customer_id = ${id}`).toEqual([]);
  expect(await sql`select name, phone, email, archived_at is not null as gone from customers where id = ${id}`).toEqual(
    [{ name: "Erased customer", phone: null, email: null, gone: true }],
  );
  expect((await sql`select count(*)::int as n from visits where customer_id = ${id}`)[0]!.n).toBe(2);
  expect(await sql`select total_minor::int as total, status from sales where id = ${sale.id}`).toEqual([
    { total: 149_000, status: "closed" },
  ]);
  expect(await sql`select amount_minor::int as amount, receipt, phone from payments where id = ${paymentId}`).toEqual([
    { amount: 50_000, receipt: "ZCANARY001", phone: null },
  ]);
  expect(
    await sql`select sealed_key, destroyed_at is not null as destroyed from customer_keys where customer_id = ${id}`,
  ).toEqual([{ sealed_key: null, destroyed: true }]);
  expect((await sql`select count(*)::int as n from accounts where id = ${account!.accountId}`)[0]!.n).toBe(0);
  // Once more there is nobody to erase, and nothing to write about them.
  expect(await erase(id)).toEqual({ ok: false, refusal: "unknown_customer" });
  expect(
    await inside(desk, (scope) =>
      noteCustomer(scope, id, { allergies: "Nuts", notes: "", seen: { allergies: "", notes: "" } }),
    ),
  ).toMatchObject({ ok: false });
});

test("whoever has something to come, owes or is owed money that moves, is erased once that is over", async () => {
  const phone = theirPhone();
  const booked = await must(bookAs(house, owner, { source: "desk" }, { phone, name: "Nafula", at: hourOf(16) }));
  const [{ id }] = (await sql`select customer_id as id from bookings where id = ${booked.id}`) as unknown as [
    { id: string },
  ];
  expect(await inside(owner, (scope) => eraseCustomer(scope, { customerId: id, name: "Nafulo" }))).toEqual({
    ok: false,
    refusal: "other_name",
  });
  const nothing = { bookings: 0, sales: 0, payments: 0, refunds: 0 };
  expect(await erase(id)).toEqual({ ok: false, refusal: "not_yet", ...nothing, bookings: 1 });
  await must(
    inside(owner, (scope) => changeBooking(scope, { id: booked.id, move: "cancel", from: "confirmed", reason: "" })),
  );
  // A prompt rings on their phone for what somebody else buys.
  const sale = await sold(house, owner);
  await sql`insert into payments (tenant_id, id, purpose, sale_id, method, amount_minor, currency, status, phone)
    values (${house.tenantId}, ${newId()}, 'sale', ${sale.id}, 'prompt', 100, 'KES', 'pending', ${`+254${phone.slice(1)}`})`;
  expect(await erase(id)).toEqual({ ok: false, refusal: "not_yet", ...nothing, payments: 1 });
  await sql`update payments set status = 'expired' where sale_id = ${sale.id}`;
  expect(await erase(id)).toEqual({ ok: true, value: true });
  expect(await erase(newId())).toEqual({ ok: false, refusal: "unknown_customer" });
});

test("others keep their names, numbers and words, also who has the same name or shares an address", async () => {
  const email = "family@shared.test";
  const [mary, other, phone] = [newId(), newId(), `+254${theirPhone().slice(1)}`];
  const at = house.tenantId;
  await sql`insert into customers (tenant_id, id, name, phone, email, notes) values
    (${at}, ${mary}, 'Mary Njeri', ${phone}, ${email}, ''), (${at}, ${other}, 'Mary Njeri', null, ${email}, 'Mary Njeri likes tea')`;
  const elsewhere = await makeHouse();
  await sql`insert into customers (tenant_id, id, name, phone) values (${elsewhere.tenantId}, ${newId()}, 'Mary Njeri', ${phone})`;
  expect(await erase(mary)).toEqual({ ok: true, value: true });
  expect(await sql`select name, email, notes from customers where id = ${other}`).toEqual([
    { name: "Mary Njeri", email, notes: "Mary Njeri likes tea" },
  ]);
  expect(await sql`select name, phone from customers where tenant_id = ${elsewhere.tenantId}`).toEqual([
    { name: "Mary Njeri", phone },
  ]);
});

test("a name that is a word of ours changes no status", async () => {
  const phone = theirPhone();
  const booked = await must(bookAs(house, owner, { source: "desk" }, { phone, name: "Cancelled", at: hourOf(17) }));
  await must(
    inside(owner, (scope) => changeBooking(scope, { id: booked.id, move: "cancel", from: "confirmed", reason: "" })),
  );
  const [{ id }] = (await sql`select customer_id as id from bookings where id = ${booked.id}`) as unknown as [
    { id: string },
  ];
  expect(await erase(id)).toEqual({ ok: true, value: true });
  expect(await sql`select status, booked_as->>'name' as name from bookings where id = ${booked.id}`).toEqual([
    { status: "cancelled", name: "Erased customer" },
  ]);
});

test("a name that is a currency, and an address that another's ends with, change nothing of the books or of others", async () => {
  const tail = `${newId().slice(-6)}@example.test`;
  const [phone, other] = [theirPhone(), newId()];
  const booked = await must(bookAs(house, owner, { source: "desk" }, { phone, name: "Kes", at: hourOf(15) }));
  await must(
    inside(owner, (scope) => changeBooking(scope, { id: booked.id, move: "cancel", from: "confirmed", reason: "" })),
  );
  const [row] = await sql`select customer_id as id, currency, reference from bookings where id = ${booked.id}`;
  await sql`update customers set email = ${`mary${tail}`} where id = ${row!.id}`;
  await sql`insert into customers (tenant_id, id, name, email) values (${house.tenantId}, ${other}, 'Rose', ${`rosemary${tail}`})`;
  expect(await erase(row!.id)).toEqual({ ok: true, value: true });
  const [after] = await sql`select currency, reference from bookings where id = ${booked.id}`;
  expect(after).toEqual({ currency: row!.currency, reference: row!.reference });
  expect((await sql`select email from customers where id = ${other}`)[0]!.email).toBe(`rosemary${tail}`);
  expect(await sql`select payload from events where payload::text like '%"currency":"Erased%'`).toEqual([]);
});
