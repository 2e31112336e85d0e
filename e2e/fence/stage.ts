import { TOTP } from "otpauth";
import { makeLogin } from "@/db/testing/login";
import { shiftTo } from "@/lib/bookings/testing/shift-to";
import { localDate } from "@/lib/platform/calendar";
import { newCode, newId, sha256 } from "@/lib/platform/ids";
import { paidVisit } from "@/lib/reviews/testing/paid-visit";
import { daysOn, newPhone } from "../support/api";
import { keyIn } from "../support/api-keys";
import { applicant, registrationCode, body as registrationOf } from "../support/applicants";
import { openHouse, sessionCookie } from "../support/house";
import { invitation } from "../support/members";
import { codeTo, messageTo } from "../support/outbox";
import { portalCookie } from "../support/portal";
import type { App } from "../support/test";
import { bookingIn, type Cast, queuedIn, visitOf, waitingIn } from "./actors";
import { ask } from "./ask";
import { actionNamed, call, formOf } from "./call";

/** Where whoever sends something believable finds what they need for it: always fresh, so that nothing is sent twice. */
export type Stage = ReturnType<typeof stageOf>;

export const newPassword = "seven quiet lanterns";

export const stageOf = (app: App, cast: Cast) => {
  let comers = 0;
  const profile = (name: string) => (cookie: string, given: object) =>
    call(`${app.url}/profile`, actionNamed(`app/profile/actions.ts#${name}`), [given], { cookie });

  /** Somebody who has just shown who they are, and belongs nowhere. */
  const login = async () => {
    const made = await makeLogin(app.sql);
    return { ...made, cookie: await sessionCookie(made.id, made.sessionId) };
  };

  /** What a route of ours answers to this; it may hold what has to come back. */
  const sent = async (path: string, body: object): Promise<object> =>
    JSON.parse((await ask(app.url + path, { method: "POST", body: JSON.stringify(body) })).body);

  /** What the owner of A does with a series, and gets back. */
  const atDesk = async (name: string, given: object): Promise<object | undefined> => {
    const action = actionNamed(`app/dashboard/[tenantId]/bookings/series-actions.ts#${name}`);
    const { answer } = await call(
      `${app.url}/dashboard/${cast.a.tenantId}/bookings`,
      action,
      [cast.a.tenantId, given],
      {
        cookie: cast.cookies.owner,
      },
    );
    return (answer as { value?: object }).value;
  };

  /** What the owner of A does at the till, and gets back. */
  const atTill = async <T>(name: string, given: object, cookie = cast.cookies.owner): Promise<T> => {
    const file = "app/dashboard/[tenantId]/till";
    const { answer } = await call(
      `${app.url}/dashboard/${cast.a.tenantId}/till`,
      actionNamed(`${file}/${name}`),
      [cast.a.tenantId, given],
      { cookie },
    );
    return (answer as { value: T }).value;
  };

  const serviceIn = async (tenantId: string) => {
    const id = newId();
    await app.sql`insert into services (tenant_id, id, name, category, segments, duration_minutes, price_minor, currency, position)
      values (${tenantId}, ${id}, 'Shave', 'hair', '[{"kind":"work","minutes":20}]', 20, 50000, 'KES', 9)`;
    return id;
  };

  return {
    app,
    cast,
    login,
    sent,

    /** Somebody new in A, in this role. */
    async member(
      role: string,
      { tenantId, staffId }: { tenantId: string; staffId: string | null } = { ...cast.a, staffId: null },
    ) {
      const made = await login();
      await app.sql`insert into members (tenant_id, user_id, role, staff_id)
        values (${tenantId}, ${made.id}, ${role}, ${staffId})`;
      return made;
    },

    /** A business of its own in this state. */
    async business(status: string) {
      const house = await openHouse(app.database);
      await app.sql`update tenants set status = ${status} where id = ${house.tenantId}`;
      return house;
    },

    /** A key of A that may do this. */
    apiKey: (scopes: string[] = ["bookings:read"]) => keyIn(app.sql, cast.a, scopes),

    /** A registration that waits, and its code. */
    async registering() {
      const who = applicant();
      const { registration } = (await sent("/api/auth/register", registrationOf(who))) as { registration: string };
      return { registration, code: await registrationCode(app, who) };
    },

    /** Whoever is a customer of A, with phone and code. */
    async customer() {
      const { slug } = cast.a;
      const cookie = await portalCookie(app, slug);
      const naming = actionNamed("app/portal/[slug]/actions.ts#tellName");
      await call(`${app.url}/portal/${slug}`, naming, [{}, formOf({ slug, name: "Njeri" })], { cookie });
      return cookie;
    },

    /** The token of an invitation to A. */
    async invited() {
      const { tenantId } = cast.a;
      const link = await invitation(app, { ...cast.houses.a, tenantId }, `${newId()}@invited.test`);
      return new URL(link).pathname.split("/").at(-1)!;
    },

    /** An invitation to A that is still open. */
    async openInvitation() {
      const id = newId();
      await app.sql`insert into invitations (tenant_id, id, destination, role, invited_by, sent_at, expires_at)
        values (${cast.a.tenantId}, ${id}, ${`${id}@invited.test`}, 'staff', ${cast.a.userId}, now(), now() + interval '7 days')`;
      return id;
    },

    /** Money that came to a number for nothing known: A's, or the platform's. */
    async unasked(tenantId = cast.a.tenantId) {
      const receipt = `Z${newId().slice(-9).toUpperCase()}`;
      await app.sql`insert into mpesa_receipts (tenant_id, receipt, amount_minor, paid_at, source)
        values (${tenantId}, ${receipt}, 50000, now(), 'confirmation')`;
      return receipt;
    },

    /** A payment of A that somebody has to look at. */
    async doubted() {
      const id = newId();
      await app.sql`insert into payments (tenant_id, id, purpose, booking_id, method, amount_minor, currency, status, doubt)
        values (${cast.a.tenantId}, ${id}, 'deposit', ${await this.booking()}, 'code', 50000, 'KES', 'paid_late', 'late')`;
      return id;
    },

    /** A payment of A for which nothing but a typed code stands. */
    async byHand() {
      const id = newId();
      await app.sql`insert into payments (tenant_id, id, purpose, booking_id, method, amount_minor, currency, status, proof, receipt)
        values (${cast.a.tenantId}, ${id}, 'deposit', ${await this.booking()}, 'code', 50000, 'KES', 'paid', 'word', ${`Z${id.slice(-9).toUpperCase()}`})`;
      return id;
    },

    /** What A owes somebody. */
    async toPayBack() {
      const id = newId();
      await app.sql`insert into refunds (tenant_id, id, amount_minor, currency, why, status, not_before)
        values (${cast.a.tenantId}, ${id}, 50000, 'KES', 'late', 'queued', now() - interval '1 minute')`;
      return id;
    },

    /** A day on which A's books and M-Pesa's list differ. */
    async oddDay() {
      const day = `2031-03-${String(1 + (comers++ % 28)).padStart(2, "0")}`;
      await app.sql`insert into mpesa_days (tenant_id, day, listed_minor, written_minor, compared_at)
        values (${cast.a.tenantId}, ${day}, 50000, 0, now()) on conflict do nothing`;
      return day;
    },

    /** A booking of A, when it is seen to be, and where it could go. */
    async toMove() {
      const id = await this.booking();
      const [row] = await app.sql`select starts_at from bookings where id = ${id}`;
      return { id, from: (row!.starts_at as Date).toISOString(), startsAt: cast.houses.a.wishes.next().value.startsAt };
    },

    /** A booking of A that has its time to itself, and less of it for what is done in it. */
    async toResize() {
      const { serviceId, staffId, startsAt: from } = cast.houses.a.wishes.next().value;
      const customer = { name: "Akinyi", phone: newPhone() };
      const booked = await sent(`/api/public/${cast.a.slug}/bookings`, {
        lines: [{ serviceId, staffId }],
        startsAt: from,
        customer,
      });
      const { id } = booked as { id: string };
      const [line] = await app.sql`select id from booking_lines where booking_id = ${id}`;
      return { id, lineId: line!.id as string, from, minutes: 15 };
    },

    /** The same for who holds its link. */
    async ticketToMove() {
      const token = await this.ticket();
      const [row] = await app.sql`select b.starts_at from bookings b join access_tokens t on t.subject_id = b.id
        where t.hash = ${sha256(token)}`;
      const at = cast.houses.a.wishes.next().value.startsAt;
      return { token, startsAt: (row!.starts_at as Date).toISOString(), at };
    },

    /** A booking of A, and a time at which it could be had again at its price. */
    async toBookAgain() {
      const id = await this.booking();
      return { id, startsAt: cast.houses.a.wishes.next().value.startsAt, totalMinor: 150_000 };
    },

    /** The token of one whose time has come. */
    async ticketOfNow() {
      const token = await this.ticket();
      const [row] = await app.sql`select subject_id as id from access_tokens where hash = ${sha256(token)}`;
      // One after the other: they are by the same person.
      await shiftTo(app.sql, cast.a.tenantId, row!.id, 55 - 35 * comers++);
      return token;
    },

    /** The token of a booking's own page, as its SMS has it. */
    async ticket() {
      const { serviceId, staffId, startsAt } = cast.houses.a.wishes.next().value;
      const phone = newPhone();
      const lines = [{ serviceId, staffId }];
      await sent(`/api/public/${cast.a.slug}/bookings`, { lines, startsAt, customer: { name: "Akinyi", phone } });
      return /\/b\/([\w-]+)/.exec((await messageTo(app, phone, /\/b\//)).body)![1]!;
    },

    /** A booking of A, still to come. */
    booking: () => bookingIn(app.sql, cast.houses.a),

    /** A visit of A, and what is to be put right about it. */
    async visit() {
      const { id, lineId } = await visitOf(app.sql, await this.booking());
      return { id, revision: 0, lines: [{ id: lineId, priceMinor: 900 }], notes: "Fringe too", reason: "Shorter" };
    },

    /** What is sold to somebody in A. */
    sold: () => ({ lines: [{ serviceId: cast.a.serviceId, staffId: cast.a.staffId }], key: newId() }),

    /** A sale of A that nobody has paid yet. */
    async openSale(): Promise<string> {
      return (await atTill<{ id: string }>("actions.ts#sell", this.sold())).id;
    },

    /** What would be given back of a sale of A that is paid. */
    async toGiveBack() {
      const saleId = await this.openSale();
      const whole = { saleId, method: "card", amountMinor: 150_000, key: newId() };
      await atTill("actions.ts#take", whole);
      return { saleId, amountMinor: 50_000, method: "cash", reason: "Came undone", key: newId() };
    },

    /** What the front desk asks to give back in A: whoever asks does not decide. */
    async refund(): Promise<string> {
      const wish = await this.toGiveBack();
      return (await atTill<{ id: string }>("money-actions.ts#askBack", wish, cast.cookies.desk)).id;
    },

    /** A product of A. */
    async product(): Promise<string> {
      return (await atTill<{ id: string }>("actions.ts#add", { name: "Shea butter", priceMinor: 90_000 })).id;
    },

    /** The owner of a business of their own, whose drawer is open. */
    async withDrawer() {
      const { tenantId, owner } = await this.business("active");
      const drawerId = newId();
      await app.sql`insert into drawer_sessions (tenant_id, id, float_minor, currency, opened_at)
        values (${tenantId}, ${drawerId}, 0, 'KES', now())`;
      return { tenantId, cookie: owner.cookie, drawerId };
    },

    /** The owner of a business of their own that tries a plan. */
    async withPlan() {
      const { tenantId, owner } = await openHouse(app.database);
      await app.sql`insert into subscriptions (tenant_id, plan_id, interval, status, period_start, period_end, price_minor, anchor_on)
        values (${tenantId}, 'starter', 'month', 'trialing', ${daysOn(-3)}, ${daysOn(11)}, 0, ${daysOn(11)})`;
      return { tenantId, cookie: owner.cookie };
    },

    /** A plan that nobody has and nobody is offered. */
    async plan(): Promise<string> {
      const id = `p${newId().slice(-12)}`;
      await app.sql`insert into plans (id, name, monthly_minor, yearly_minor, offered, position)
        values (${id}, 'Chair', 100000, 1000000, false, 99)`;
      return id;
    },

    /** Two customers of A who are likely to be one. */
    async twins() {
      const [one, other] = [newId(), newId()];
      for (const id of [one, other])
        await app.sql`insert into customers (tenant_id, id, name, phone)
          values (${cast.a.tenantId}, ${id}, 'Likely the same', ${`+254${newPhone().slice(-9)}`})`;
      return { one, other };
    },

    /** Two of them who were made one. */
    async madeOne(): Promise<string> {
      const { one, other } = await this.twins();
      const makeOne = actionNamed("app/dashboard/[tenantId]/customers/record-actions.ts#makeOne");
      const given = [cast.a.tenantId, { keptId: one, goneId: other, take: [] }];
      const { tenantId } = cast.a;
      await call(`${app.url}/dashboard/${tenantId}/customers/duplicates`, makeOne, given, {
        cookie: cast.cookies.owner,
      });
      const [merge] = await app.sql`select id from customer_merges where kept_id = ${one}`;
      return merge!.id;
    },

    /** A list of A, as it was sent in or when it is read in. */
    async listRead(status: "read" | "done" = "read"): Promise<string> {
      const id = newId();
      const cells = ["Somebody on a list", newPhone()];
      await app.sql`insert into imports (tenant_id, id, file_name, header, mapping, status, rows, ended_at)
        values (${cast.a.tenantId}, ${id}, 'list.csv', '{Name,Phone}', '{}', ${status}, 1, ${status === "done" ? new Date() : null})`;
      await app.sql`insert into import_rows (tenant_id, import_id, line, cells)
        values (${cast.a.tenantId}, ${id}, 2, ${cells})`;
      return id;
    },

    /** A came from the old system, and has not said yet whether its bookings stand at the right times. */
    async movedIn(): Promise<void> {
      await app.sql`insert into moves_in (tenant_id) values (${cast.a.tenantId}) on conflict (tenant_id)
        do update set times = 'waiting', minutes = 0, decided_at = null, decided_by = null`;
    },

    /** The link that leads somebody of A out of its advertising. */
    async wayOut(): Promise<string> {
      const [{ one }, token] = [await this.twins(), newId()];
      await app.sql`insert into access_tokens (hash, tenant_id, kind, subject_id)
        values (${sha256(token)}, ${cast.a.tenantId}, 'opt_out', ${one})`;
      return token;
    },
    /** A visit of somebody new in A that was paid, what was said of it, and the link to say it by. */
    async reviewed() {
      const { visitId, customerId } = await paidVisit(app.sql, cast.houses.a);
      const { tenantId } = cast.a;
      const [reviewId, token] = [newId(), newId()];
      await app.sql`insert into reviews (tenant_id, id, visit_id, customer_id, rating, words, is_public, hidden_at, hidden_reason)
        values (${tenantId}, ${reviewId}, ${visitId}, ${customerId}, 4, 'Quick', true, now(), 'Insults somebody')`;
      await app.sql`insert into access_tokens (hash, tenant_id, kind, subject_id)
        values (${sha256(token)}, ${tenantId}, 'review', ${visitId})`;
      return { reviewId, visitId, token };
    },

    /** Whoever is a customer of A, with a visit there that was paid. */
    async served() {
      const cookie = await this.customer();
      const { tenantId } = cast.a;
      const [row] = await app.sql`select id from customers where tenant_id = ${tenantId} and account_id is not null
        order by created_at desc limit 1`;
      return { cookie, ...(await paidVisit(app.sql, cast.houses.a, { customerId: row!.id as string })) };
    },

    /** What somebody has written to A. */
    async written() {
      const [conversationId, customerId] = [newId(), await this.customerOf()];
      const { tenantId } = cast.a;
      await app.sql`insert into conversations (tenant_id, id, customer_id, last_seq, last_at, last_side)
        values (${tenantId}, ${conversationId}, ${customerId}, 1, now(), 'customer')`;
      await app.sql`insert into conversation_messages (tenant_id, conversation_id, seq, id, side, words)
        values (${tenantId}, ${conversationId}, 1, ${newId()}, 'customer', 'Hello')`;
      return conversationId;
    },

    /** What somebody asks A, or the platform. */
    async enquired(tenantId = cast.a.tenantId) {
      const id = newId();
      await app.sql`insert into enquiries (tenant_id, id, name, email, subject, words)
        values (${tenantId}, ${id}, 'Achieng', 'a@asks.test', 'A wedding', 'Six of us in May?')`;
      return id;
    },

    /** A business that says something of the platform. */
    async praising() {
      const { tenantId } = await this.business("active");
      await app.sql`insert into testimonials (tenant_id, rating, words, by_user_id)
        values (${tenantId}, 5, 'Runs our day', ${cast.a.userId})`;
      return tenantId;
    },

    /** A picture of A's work, put away or not; its files are nobody's concern here. */
    async picture(where: "shown" | "away" = "shown", tenantId = cast.a.tenantId): Promise<string> {
      const id = newId();
      await app.sql`insert into gallery_pictures (tenant_id, id, is_public, position, width, height, archived_at)
        values (${tenantId}, ${id}, true, 5, 10, 10, ${where === "away" ? new Date() : null})`;
      return id;
    },

    /** The owner of a business of their own, with two pictures of its work. */
    async twoPictures() {
      const { tenantId, owner } = await this.business("active");
      const ids = [await this.picture("shown", tenantId), await this.picture("shown", tenantId)];
      return { tenantId, owner, ids: ids.toReversed() };
    },

    /** A customer of A who answers for a child, put away or not. */
    async guardian(where: "here" | "away" = "here") {
      const { tenantId } = cast.a;
      const cookie = await this.customer();
      const childId = newId();
      await app.sql`insert into customers (tenant_id, id, name, guardian_id, archived_at)
        select tenant_id, ${childId}, 'Wanjiru', id, ${where === "away" ? new Date() : null} from customers
        where tenant_id = ${tenantId} and account_id is not null order by created_at desc limit 1`;
      return { cookie, childId };
    },

    /** Something that A has paid for, and that comes again, from long before today on. */
    async spent() {
      const { tenantId } = cast.a;
      const [expenseId, recurringId, dueDay] = [newId(), newId(), "2026-02-05"];
      await app.sql`insert into recurring_expenses (tenant_id, id, category, amount_minor, currency, description, every,
          from_day, next_day)
        values (${tenantId}, ${recurringId}, 'internet', 350000, 'KES', 'Fibre', 'month', '2026-01-05', ${dueDay})`;
      await app.sql`insert into expenses (tenant_id, id, category, amount_minor, currency, description, day, paid_from)
        values (${tenantId}, ${expenseId}, 'supplies', 5000, 'KES', 'Foils', '2026-01-05', 'elsewhere')`;
      return { expenseId, recurringId, dueDay };
    },

    /** Something that A has written to nobody yet. */
    async campaign() {
      const id = newId();
      await app.sql`insert into campaigns (tenant_id, id, name, segment, segment_name, channel, body)
        values (${cast.a.tenantId}, ${id}, 'News', '"vip"', 'VIP', 'sms', 'Karibu')`;
      return id;
    },

    /** A customer of A with points, something that they can have for them, and a code that they have. */
    async withPoints() {
      const { tenantId } = cast.a;
      const cookie = await this.customer();
      const [newest] = await app.sql<{ id: string }[]>`
        select id from customers where tenant_id = ${tenantId} order by created_at desc, id desc limit 1`;
      const customerId = newest!.id;
      const [rewardId, voucherId] = [newId(), newId()];
      await app.sql`insert into rewards (tenant_id, id, name, kind, currency, points_required)
        values (${tenantId}, ${rewardId}, 'Free tea', 'gift', 'KES', 5)`;
      await app.sql`insert into points_entries (tenant_id, id, customer_id, kind, points, source)
        values (${tenantId}, ${newId()}, ${customerId}, 'adjust', 20, ${newId()})`;
      await app.sql`insert into vouchers (tenant_id, id, reward_id, customer_id, code, status, origin, name, kind, expires_at)
        values (${tenantId}, ${voucherId}, ${rewardId}, ${customerId}, ${newCode()}, 'pending', 'given', 'Free tea', 'gift',
          now() + interval '30 days')`;
      return { cookie, customerId, rewardId, voucherId };
    },

    /** The owner of a business of their own in which something is counted, and a count is open. */
    async withShelf() {
      const { tenantId, serviceIds, owner } = await this.business("active");
      const [productId, otherId, countId] = [newId(), newId(), newId()];
      for (const [id, name] of [
        [productId, "Argan oil"],
        [otherId, "Wax"],
      ] as const)
        await app.sql`insert into products (tenant_id, id, name, price_minor, currency)
          values (${tenantId}, ${id}, ${name}, 140000, 'KES')`;
      await app.sql`insert into stock_items (tenant_id, product_id, unit, on_hand, value_minor)
        values (${tenantId}, ${productId}, 'piece', 5, 50000)`;
      await app.sql`insert into stock_movements (tenant_id, id, product_id, reason, change, cost_minor, on_hand_after, below,
          source, at, day)
        values (${tenantId}, ${newId()}, ${productId}, 'received', 5, 50000, 5, false, 'received', now(), '2026-01-05')`;
      await app.sql`insert into stock_counts (tenant_id, id, started_at) values (${tenantId}, ${countId}, now())`;
      await app.sql`insert into stock_count_lines (tenant_id, count_id, product_id, counted, expected, counted_at)
        values (${tenantId}, ${countId}, ${productId}, 4, 5, now())`;
      return { tenantId, cookie: owner.cookie, productId, otherId, countId, serviceId: serviceIds[0]! };
    },

    /** Somebody of A has had an advance. */
    async advance(): Promise<string> {
      const pay = actionNamed("app/dashboard/[tenantId]/payroll/actions.ts#payAhead");
      const wish = { staffId: cast.a.staffId, amountMinor: 5_000, paidFrom: "elsewhere", key: newId() };
      const { answer } = await call(`${app.url}/dashboard/${cast.a.tenantId}/payroll`, pay, [cast.a.tenantId, wish], {
        cookie: cast.cookies.owner,
      });
      return (answer as { value: { id: string } }).value.id;
    },

    /** The owner of a business of their own in which somebody has earned something, and what there is to be seen of it. */
    async withEarnings() {
      const { tenantId, owner, staffIds } = await this.business("active");
      const [saleId, staffId] = [newId(), staffIds[0]!];
      const toDay = localDate(new Date(), "Africa/Nairobi");
      await app.sql`update sessions set proved_at = now() where user_id = ${owner.userId}`;
      await app.sql`insert into sales (tenant_id, id, number, status, subtotal_minor, total_minor, currency, closed_at, created_at)
        values (${tenantId}, ${saleId}, 1, 'closed', 0, 0, 'KES', now(), now())`;
      await app.sql`insert into earnings (tenant_id, id, staff_id, sale_id, sale_line_id, kind, name, base_minor, amount_minor,
          currency, at, day, source)
        values (${tenantId}, ${newId()}, ${staffId}, ${saleId}, ${newId()}, 'tip', 'Trim', 0, 5000, 'KES', now(), ${toDay}, 'tip')`;
      const address = `${app.url}/api/dashboard/${tenantId}/payroll?to=${toDay}`;
      const shown = (await (await fetch(address, { headers: { cookie: owner.cookie } })).json()) as { seen: string };
      return { tenantId, cookie: owner.cookie, staffId, toDay, seen: shown.seen };
    },

    /** The same, settled. */
    async settled() {
      const { tenantId, cookie, staffId, toDay, seen } = await this.withEarnings();
      const settle = actionNamed("app/dashboard/[tenantId]/payroll/actions.ts#settlePay");
      const given = [tenantId, { toDay, seen }];
      const { answer } = await call(`${app.url}/dashboard/${tenantId}/payroll`, settle, given, { cookie });
      return { tenantId, cookie, staffId, periodId: (answer as { value: { id: string } }).value.id };
    },

    /** A booking that the owner of A has just cancelled, and the change to take back. */
    async cancelled() {
      const id = await this.booking();
      const cancel = actionNamed("app/dashboard/[tenantId]/bookings/actions.ts#change");
      const given = [cast.a.tenantId, { id, move: "cancel", from: "confirmed" }];
      const { answer } = await call(`${app.url}/dashboard/${cast.a.tenantId}/bookings`, cancel, given, {
        cookie: cast.cookies.owner,
      });
      return { id, changeId: (answer as { value: { changeId: string } }).value.changeId };
    },

    /** A booking whose customer the owner of A has asked to choose another time. */
    async asked() {
      const id = await this.booking();
      const ask = actionNamed("app/dashboard/[tenantId]/bookings/misplaced/actions.ts#askCustomers");
      await call(`${app.url}/dashboard/${cast.a.tenantId}/bookings`, ask, [cast.a.tenantId, { ids: [id] }], {
        cookie: cast.cookies.owner,
      });
      return id;
    },

    /** Somebody in the queue of A, and on its waitlist. */
    queued: () => queuedIn(app.sql, cast.houses.a),
    waiting: () => waitingIn(app.sql, cast.houses.a),

    /** Somebody whom the owner of A has just called, and that step to take back. */
    async called() {
      const { ticketId: id } = await this.queued();
      const given = [cast.a.tenantId, { id, step: "call", from: "waiting" }];
      const turning = actionNamed("app/dashboard/[tenantId]/queue/actions.ts#turn");
      const { answer } = await call(`${app.url}/dashboard/${cast.a.tenantId}/queue`, turning, given, {
        cookie: cast.cookies.owner,
      });
      return { id, stepId: (answer as { value: { stepId: string } }).value.stepId };
    },

    /** Somebody who is to get a number at A, and somebody who is to wait for a time. */
    ticketOfQueue: () => ({ serviceId: cast.a.serviceId, customer: { name: "Akinyi", phone: newPhone() } }),
    toWait: () => ({
      serviceId: cast.a.serviceId,
      customer: { name: "Akinyi", phone: newPhone() },
      // At night, when nothing could be offered meanwhile.
      windows: [{ from: daysOn(5), to: daysOn(6), fromMinute: 0, toMinute: 60 }],
    }),

    /** Somebody who is at the desk of A. */
    walkIn() {
      const { serviceId, staffId, startsAt } = cast.houses.a.wishes.next().value;
      // Too far off to be here already, whatever the hour is.
      return { serviceId, staffId, startsAt: new Date(Date.parse(startsAt) + 14 * 86_400_000).toISOString() };
    },

    /** What the desk of A books for somebody. */
    atTheDesk() {
      const { serviceId, staffId, startsAt } = cast.houses.a.wishes.next().value;
      return { lines: [{ serviceId, staffId }], startsAt, customer: { name: "Akinyi", phone: newPhone() } };
    },

    /** The same every week, as the desk of A books it; booked; and all of it cancelled. */
    comingRound() {
      return { ...this.atTheDesk(), weeks: 1, times: 2, instead: [] };
    },
    /** After many rounds the same time next week may be another one's: the next free one is taken then. */
    async series() {
      for (let tries = 0; tries < 300; tries++) {
        const placed = (await atDesk("placeSeries", this.comingRound())) as { bookings: { id: string }[] } | undefined;
        if (placed) return placed;
      }
      throw new Error("no time for a series");
    },
    async cancelledRest() {
      const { bookings } = await this.series();
      const following = bookings.map(({ id }) => id);
      return atDesk("cancelRest", { id: following[0]!, from: "confirmed", following });
    },

    /** A booking of A whose time is held for a while, and one whose customer owes for cancelling it. */
    async held() {
      const id = await this.booking();
      await app.sql`update bookings set status = 'held', expires_at = now() + interval '10 minutes' where id = ${id}`;
      return id;
    },
    /** Held until its deposit is paid. */
    async unpaid() {
      const id = await this.held();
      await app.sql`update bookings set deposit = 'due', deposit_minor = 50000 where id = ${id}`;
      return id;
    },
    /** The secret part of an address that Safaricom posts to, about something of A. */
    async moneyToken(kind: "payment" | "refund" | "mpesa_account") {
      const { tenantId } = cast.a;
      const [id, token] = [newId(), sha256(newId()).slice(0, 32)];
      const bookingId = await this.unpaid();
      if (kind === "payment")
        await app.sql`insert into payments (tenant_id, id, purpose, booking_id, method, amount_minor, currency, status)
          values (${tenantId}, ${id}, 'deposit', ${bookingId}, 'prompt', 50000, 'KES', 'declined')`;
      if (kind === "refund")
        await app.sql`insert into refunds (tenant_id, id, booking_id, amount_minor, currency, why, status, not_before)
          values (${tenantId}, ${id}, ${bookingId}, 50000, 'KES', 'cancelled', 'submitted', now())`;
      await app.sql`insert into access_tokens (hash, tenant_id, kind, subject_id)
        values (${sha256(token)}, ${tenantId}, ${kind}, ${kind === "mpesa_account" ? tenantId : id})`;
      return token;
    },
    async unpaidTicket() {
      const token = await this.heldTicket();
      await app.sql`update bookings set deposit = 'due', deposit_minor = 50000
        where id = (select subject_id from access_tokens where hash = ${sha256(token)})`;
      return token;
    },
    async owing() {
      const id = await this.booking();
      await app.sql`insert into booking_fees (tenant_id, booking_id, kind, amount_minor, currency)
        values (${cast.a.tenantId}, ${id}, 'late_cancel', 500, 'KES')`;
      return id;
    },

    /** The token of a booking whose time is held, and of one that another time is proposed for, with that. */
    async heldTicket() {
      const token = await this.ticket();
      await app.sql`update bookings set status = 'held', expires_at = now() + interval '10 minutes'
        where id = (select subject_id from access_tokens where hash = ${sha256(token)})`;
      return token;
    },
    async proposed() {
      const { token, startsAt, at } = await this.ticketToMove();
      const [row] = await app.sql`select subject_id from access_tokens where hash = ${sha256(token)}`;
      const id = row!.subject_id as string;
      const propose = actionNamed("app/dashboard/[tenantId]/bookings/desk-actions.ts#propose");
      await call(
        `${app.url}/dashboard/${cast.a.tenantId}/bookings`,
        propose,
        [cast.a.tenantId, { id, from: startsAt, times: [at] }],
        { cookie: cast.cookies.owner },
      );
      const [hold] = await app.sql`select id from holds where booking_id = ${id}`;
      return { token, proposal: hold!.id as string };
    },

    /** Somebody new who serves in A. */
    async person() {
      const id = newId();
      await app.sql`insert into staff (tenant_id, id, name, colour, position)
        values (${cast.a.tenantId}, ${id}, 'Kerubo', '#0f766e', 9)`;
      return id;
    },

    /** Something new that A sells. */
    service: () => serviceIn(cast.a.tenantId),

    /** A business of its own with two services, in the other order than they stand. */
    async twoServices() {
      const { tenantId, serviceIds, owner } = await openHouse(app.database);
      return { tenantId, owner, ids: [await serviceIn(tenantId), ...serviceIds] };
    },

    /** What A has only so many of. */
    async resource() {
      const id = newId();
      await app.sql`insert into resources (tenant_id, id, name, quantity)
        values (${cast.a.tenantId}, ${id}, 'Chair', 3)`;
      return id;
    },

    /** Time off that somebody new in A asks for. */
    async timeOff() {
      const id = newId();
      await app.sql`insert into time_off (tenant_id, id, staff_id, span, status, asked_at)
        values (${cast.a.tenantId}, ${id}, ${await this.person()}, '[2031-03-03 06:00+00,2031-03-03 09:00+00)', 'asked', now())`;
      return id;
    },

    /** Time that somebody new in A has blocked. */
    async block() {
      const [id, staffId] = [newId(), await this.person()];
      await app.sql`insert into blocks (tenant_id, id, staff_id, starts_at, ends_at, reason)
        values (${cast.a.tenantId}, ${id}, ${staffId}, '2031-03-03 06:00+00', '2031-03-03 07:00+00', 'Dentist')`;
      await app.sql`insert into occupancies (tenant_id, id, staff_id, span, source, block_id)
        values (${cast.a.tenantId}, gen_random_uuid(), ${staffId}, '[2031-03-03 06:00+00,2031-03-03 07:00+00)', 'block', ${id})`;
      return id;
    },

    /** Somebody new who is served in A. */
    async customerOf() {
      const id = newId();
      await app.sql`insert into customers (tenant_id, id, name) values (${cast.a.tenantId}, ${id}, 'Nekesa')`;
      return id;
    },

    /** Somebody who was put away. */
    async putAway() {
      const id = await this.customerOf();
      await app.sql`update customers set archived_at = now() where id = ${id}`;
      return id;
    },

    /** What was written down about somebody. */
    async noted() {
      const [customerId, noteId] = [await this.customerOf(), newId()];
      await app.sql`insert into customer_notes (tenant_id, id, customer_id, body)
        values (${cast.a.tenantId}, ${noteId}, ${customerId}, 'Likes tea')`;
      return { customerId, noteId };
    },

    /** Somebody and a child of theirs. */
    async family() {
      const [customerId, childId] = [await this.customerOf(), await this.customerOf()];
      await app.sql`update customers set guardian_id = ${customerId} where id = ${childId}`;
      return { customerId, childId };
    },

    /** A group of A's own. */
    async segment() {
      const id = newId();
      await app.sql`insert into customer_segments (tenant_id, id, name, rule)
        values (${cast.a.tenantId}, ${id}, ${id}, '{"tag":"Bride"}')`;
      return id;
    },

    /** A booking of A that came in under another name than the number's. */
    async bookedAs(name: string) {
      const id = await this.booking();
      await app.sql`update bookings set booked_as = ${app.sql.json({ name })} where id = ${id}`;
      return id;
    },

    /** One of which it was said whose it is. */
    async handedOver() {
      const bookingId = await this.bookedAs("Mary");
      const say = actionNamed("app/dashboard/[tenantId]/bookings/handover-actions.ts#sayWhose");
      const wish = { bookingId, choice: "dependant" };
      await call(`${app.url}/dashboard/${cast.a.tenantId}/bookings`, say, [cast.a.tenantId, wish], {
        cookie: cast.cookies.owner,
      });
      return bookingId;
    },

    /** Something that A has not read. */
    async notification() {
      const id = newId();
      await app.sql`insert into notifications (tenant_id, id, name, title, message, entity, entity_id, audience)
        values (${cast.a.tenantId}, ${id}, 'booking.placed', 'New', 'New', 'booking', ${cast.a.bookingId}, '{desk}')`;
      return id;
    },

    /** Somebody who asked for a new password, and what to send back with the code of the SMS. */
    async withResetCode(path: string, body: (phone: string) => object) {
      const { phone } = await login();
      const answer = await sent(path, body(phone));
      return { ...answer, ...body(phone), code: await codeTo(app, phone) };
    },

    /** The token of a link that sets a new password. */
    async resetToken() {
      const { email } = await login();
      await sent("/api/auth/password-reset", { identifier: email });
      return /reset-password\/([\w-]+)/.exec((await messageTo(app, email, /reset-password/)).body)![1]!;
    },

    /** Somebody half way through setting up a second factor, with the code that ends it. */
    async settingUp() {
      const made = await login();
      const { answer } = await profile("beginTotp")(made.cookie, {});
      const { secret } = (answer as { value: { secret: string } }).value;
      return { ...made, code: new TOTP({ secret }).generate() };
    },

    /** Somebody with a second factor, and a recovery code of theirs. */
    async withFactor() {
      const { code, ...made } = await this.settingUp();
      const { answer } = await profile("confirmTotp")(made.cookie, { code });
      return { ...made, recovery: (answer as { value: { codes: string[] } }).value.codes[0]! };
    },

    /** Another sign-in of somebody. */
    async sessionOf(userId: string) {
      const id = newId();
      await app.sql`insert into sessions (id, user_id, expires_at) values (${id}, ${userId}, now() + interval '1 day')`;
      return id;
    },

    /** Somebody who gave a new e-mail address, with the code that went there. */
    async changingEmail() {
      const { cookie } = await login();
      const contact = { field: "email", destination: `${newId()}@new.test` };
      const { answer } = await profile("askContact")(cookie, contact);
      const held = (answer as { value: unknown }).value;
      const back = typeof held === "object" ? held : {};
      return { cookie, contact: { ...back, ...contact, code: await codeTo(app, contact.destination) } };
    },
  };
};
