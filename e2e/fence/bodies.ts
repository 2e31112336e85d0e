import { newId } from "@/lib/platform/ids";
import { platformTenantId } from "@/lib/tenancy/platform-tenant";
import { newPhone } from "../support/api";
import { applicant, body as registration } from "../support/applicants";
import { reportToken } from "../support/booking-token";
import { ringPhone } from "../support/mpesa";
import { newPassword, type Stage } from "./stage";

/** A request that is granted: by whom, of what, with what. */
export type Sent = { cookie?: string; params?: Record<string, string>; body: Record<string, unknown> };
type Granted = { status: number; send(stage: Stage): Promise<Sent> | Sent };

/** What staff and services are told to be; every field that an extra key could stand for is named. */
export const shave = {
  name: "Shave",
  category: "Beard",
  segments: [{ kind: "work", minutes: 25 }],
  priceMinor: 45_000,
  confirm: "desk",
  windows: [{ channel: "public", noticeMinutes: 120, horizonDays: null }],
};
export const week = { hours: [{ weekday: 1, from: 540, to: 1_020 }] };
export const lunch = { breaks: [{ weekday: 1, from: 780, to: 840 }] };
export const someDay = { date: "2031-03-03" };
export const dayOff = { windows: [], breaks: [] };
export const skills = ({ cast }: Stage) => ({
  services: [{ serviceId: cast.a.serviceId, durationMinutes: null, priceMinor: null }],
});
export const basins = ({ cast }: Stage) => ({ name: "Wash basin", quantity: 2, serviceIds: [cast.a.serviceId] });
/** How customers are written to. */
export const writing = {
  fromName: "The desk",
  replyTo: "",
  quietFrom: 1200,
  quietUntil: 480,
  remindBefore: [120],
  off: ["booking-miss"],
};

export const ruleOfHouse = { noticeMinutes: 45, channels: { desk: { horizonDays: 90 } } };
export const aDayOff = { firstDay: "2031-03-03", lastDay: "2031-03-03", from: "09:00", to: "12:00", reason: "Dentist" };
export const aPlan = {
  ...{ name: "Chair", about: "For one", monthlyMinor: 100_000, yearlyMinor: 1_000_000, members: 2 },
  ...{ activeCustomers: null, messages: 10, offered: false, tried: false },
};
export const anHour = { startsAt: "2031-03-03T06:00:00Z", minutes: 60, reason: "Dentist" };
export const someNotes = { allergies: "Latex", notes: "Tea", seen: { allergies: "", notes: "" } };
const ofPerson = async (stage: Stage) => ({ params: { staffId: await stage.person() } });

const onSomeDay = async (stage: Stage) => ({ params: { staffId: await stage.person(), ...someDay } });

const asOwner = ({ cast }: Stage) => ({ cookie: cast.cookies.owner });

/** What the owner of a business that is only theirs does there: what is so already would not be done twice. */
const inOwn = (body: Record<string, unknown>, params: Record<string, string> = {}): Granted => ({
  status: 200,
  async send({ business }) {
    const { tenantId, owner } = await business("active");
    return { cookie: owner.cookie, params: { tenantId, ...params }, body };
  },
});

type Shelf = Awaited<ReturnType<Stage["withShelf"]>>;
/** The same at a shelf on which something is counted. */
const atShelf = (
  status: number,
  say: (shelf: Shelf) => { params?: Record<string, string>; body: Record<string, unknown> },
): Granted => ({
  status,
  async send(stage) {
    const shelf = await stage.withShelf();
    const { params = {}, body } = say(shelf);
    return { cookie: shelf.cookie, params: { tenantId: shelf.tenantId, ...params }, body };
  },
});

const nothingThere: Granted = {
  status: 404,
  send: (stage) => ({ ...asOwner(stage), params: { rest: "nothing/here" }, body: { role: "owner" } }),
};

/** For every method that takes a body: one that is believed. */
export const bodies: Record<string, Granted> = {
  "POST /api/auth/[...nextauth]": {
    status: 200,
    async send({ app, login }) {
      const csrf = await fetch(`${app.url}/api/auth/csrf`);
      const { csrfToken } = (await csrf.json()) as { csrfToken: string };
      const { email, password } = await login();
      return {
        cookie: csrf.headers.getSetCookie()[0]!.split(";")[0]!,
        params: { nextauth: "callback/credentials" },
        body: { csrfToken, email, password, json: "true" },
      };
    },
  },
  "POST /api/auth/customer-signup": {
    status: 202,
    send: ({ cast }) => ({ body: { slug: cast.a.slug, phone: newPhone() } }),
  },
  "POST /api/auth/register": { status: 202, send: () => ({ body: registration(applicant()) }) },
  "POST /api/auth/register/confirm": { status: 201, send: async ({ registering }) => ({ body: await registering() }) },
  "POST /api/auth/otp": {
    status: 202,
    send: async ({ login }) => ({ body: { purpose: "password_reset", destination: (await login()).phone } }),
  },
  "POST /api/auth/otp/verify": {
    status: 200,
    send: async (stage) => ({
      body: await stage.withResetCode("/api/auth/otp", (destination) => ({ purpose: "password_reset", destination })),
    }),
  },
  "POST /api/dev/phone": {
    status: 200,
    send: async ({ app }) => ({ body: { promptId: (await ringPhone(app)).id, tap: "ignore" } }),
  },
  "POST /api/auth/password-reset": {
    status: 202,
    send: async ({ login }) => ({ body: { identifier: (await login()).email } }),
  },
  "POST /api/auth/password-reset/confirm": {
    status: 200,
    send: async (stage) => ({ body: { token: await stage.resetToken(), password: newPassword } }),
  },
  "PATCH /api/auth/profile": {
    status: 200,
    async send({ login }) {
      const { cookie } = await login();
      return { cookie, body: { name: "Wambui", preferences: { bookings: "own", byEmail: true } } };
    },
  },
  "POST /api/dashboard/[tenantId]/stock": atShelf(201, ({ productId }) => ({
    body: { productId, units: 12, costMinor: 120_000, note: "Slip 7", key: newId() },
  })),
  "POST /api/dashboard/[tenantId]/stock/[productId]": atShelf(200, ({ productId }) => ({
    params: { productId },
    body: { reason: "damaged", change: 1, note: "Fell down", key: newId() },
  })),
  "POST /api/dashboard/[tenantId]/stock/counts": inOwn({ start: true }),
  "POST /api/dashboard/[tenantId]/stock/counts/[countId]": atShelf(200, ({ countId, productId }) => ({
    params: { countId },
    body: { productId, counted: 3 },
  })),
  // The body is the picture itself, and these are none.
  "PUT /api/auth/profile/photo": {
    status: 415,
    send: async ({ login }) => ({ cookie: (await login()).cookie, body: {} }),
  },
  "DELETE /api/auth/profile/photo": {
    status: 404,
    send: async ({ login }) => ({ cookie: (await login()).cookie, body: {} }),
  },
  // The same in a customer's hands.
  "PUT /api/portal/[slug]/me/photo": {
    status: 415,
    send: async ({ customer }) => ({ cookie: await customer(), body: {} }),
  },
  "POST /api/portal/[slug]/rewards": {
    status: 200,
    async send(stage) {
      const { cookie, rewardId } = await stage.withPoints();
      return { cookie, body: { rewardId, key: newId() } };
    },
  },
  "DELETE /api/portal/[slug]/me/photo": {
    status: 404,
    send: async ({ customer }) => ({ cookie: await customer(), body: {} }),
  },
  "DELETE /api/auth/sessions": {
    status: 200,
    send: async ({ login }) => ({ cookie: (await login()).cookie, body: {} }),
  },
  "DELETE /api/auth/sessions/[id]": {
    status: 200,
    async send({ login, sessionOf }) {
      const { id, cookie } = await login();
      return { cookie, params: { id: await sessionOf(id) }, body: {} };
    },
  },
  "POST /api/admin/plans": {
    status: 201,
    send: ({ cast }) => ({ cookie: cast.cookies.admin, body: { ...aPlan, id: `p${newId().slice(-12)}` } }),
  },
  "PUT /api/admin/plans/[id]": {
    status: 200,
    async send({ cast, plan }) {
      return { cookie: cast.cookies.admin, params: { id: await plan() }, body: aPlan };
    },
  },
  "PATCH /api/admin/subscriptions/[id]": {
    status: 200,
    async send({ cast, withPlan }) {
      const { tenantId } = await withPlan();
      return { cookie: cast.cookies.admin, params: { id: tenantId }, body: { days: 3, note: "A kindness" } };
    },
  },
  "POST /api/admin/tenants/export": {
    status: 200,
    send: ({ cast }) => ({ cookie: cast.cookies.admin, body: { q: "" } }),
  },
  "POST /api/admin/tenants/[id]/[decision]": {
    status: 200,
    async send({ cast, business }) {
      const { tenantId } = await business("pending");
      return { cookie: cast.cookies.admin, params: { id: tenantId, decision: "approve" }, body: { reason: "" } };
    },
  },
  "PATCH /api/dashboard/[tenantId]/bookings/[id]": {
    status: 200,
    async send(stage) {
      const { id, ...body } = await stage.toMove();
      return { ...asOwner(stage), params: { id }, body };
    },
  },
  "POST /api/dashboard/[tenantId]/queue": {
    status: 201,
    send: (stage) => ({ ...asOwner(stage), body: stage.ticketOfQueue() }),
  },
  "PATCH /api/dashboard/[tenantId]/queue/[ticketId]": {
    status: 200,
    send: async (stage) => ({
      ...asOwner(stage),
      params: { ticketId: (await stage.queued()).ticketId },
      body: { step: "call", from: "waiting" },
    }),
  },
  "POST /api/dashboard/[tenantId]/waitlist": {
    status: 201,
    send: (stage) => ({ ...asOwner(stage), body: stage.toWait() }),
  },
  "DELETE /api/dashboard/[tenantId]/waitlist/[entryId]": {
    status: 200,
    send: async (stage) => ({
      ...asOwner(stage),
      params: { entryId: (await stage.waiting()).entryId },
      body: { role: "owner" },
    }),
  },
  "POST /api/dashboard/[tenantId]/walk-ins": {
    status: 201,
    send: (stage) => ({ ...asOwner(stage), body: stage.walkIn() }),
  },
  "PATCH /api/dashboard/[tenantId]/bookings/[id]/length": {
    status: 200,
    async send(stage) {
      const { id, ...body } = await stage.toResize();
      return { ...asOwner(stage), params: { id }, body };
    },
  },
  "POST /api/dashboard/[tenantId]/bookings/[id]/changes": {
    status: 200,
    send: async (stage) => ({
      ...asOwner(stage),
      params: { id: await stage.booking() },
      body: { move: "cancel", from: "confirmed" },
    }),
  },
  "POST /api/dashboard/[tenantId]/bookings/[id]/again": {
    status: 201,
    async send(stage) {
      const { id, ...body } = await stage.toBookAgain();
      return { ...asOwner(stage), params: { id }, body };
    },
  },
  "PATCH /api/dashboard/[tenantId]/visits/[id]": {
    status: 200,
    async send(stage) {
      const { id, ...body } = await stage.visit();
      return { ...asOwner(stage), params: { id }, body };
    },
  },
  "POST /api/dashboard/[tenantId]/bookings": {
    status: 201,
    send: (stage) => ({ ...asOwner(stage), body: stage.atTheDesk() }),
  },
  "PATCH /api/dashboard/[tenantId]/bookings/[id]/hold": {
    status: 200,
    send: async (stage) => ({ ...asOwner(stage), params: { id: await stage.held() }, body: { minutes: 60 } }),
  },
  "POST /api/dashboard/[tenantId]/bookings/[id]/proposals": {
    status: 201,
    async send(stage) {
      const { id, from, startsAt } = await stage.toMove();
      return { ...asOwner(stage), params: { id }, body: { from, times: [startsAt] } };
    },
  },
  "DELETE /api/dashboard/[tenantId]/bookings/[id]/fee": {
    status: 200,
    send: async (stage) => ({
      ...asOwner(stage),
      params: { id: await stage.owing() },
      body: { reason: "She was ill" },
    }),
  },
  // What is sent to a phone goes on by itself while one looks: here nothing is due.
  "POST /api/dashboard/[tenantId]/payments/stk-push": {
    status: 409,
    send: async (stage) => ({
      ...asOwner(stage),
      body: { bookingId: await stage.booking(), phone: "0712345678" },
    }),
  },
  "POST /api/mpesa/callback/[token]": {
    status: 200,
    send: async (stage) => ({ params: { token: await stage.moneyToken("payment") }, body: { Body: {} } }),
  },
  "POST /api/sms/report/[token]": { status: 200, send: () => ({ params: { token: reportToken() }, body: {} }) },
  "POST /api/sms/stop/[token]": { status: 200, send: () => ({ params: { token: reportToken() }, body: {} }) },
  "POST /api/money/refund/[token]/[what]": {
    status: 200,
    send: async (stage) => ({
      params: { token: await stage.moneyToken("refund"), what: "result" },
      body: { Result: { ResultCode: 0 } },
    }),
  },
  "POST /api/money/till/[token]/[what]": {
    status: 200,
    send: async (stage) => ({
      params: { token: await stage.moneyToken("mpesa_account"), what: "confirmation" },
      body: { TransID: "ZA11AAAAA1" },
    }),
  },
  // The body is the statement itself, and this is none.
  "POST /api/dashboard/[tenantId]/payments/statement/[step]": {
    status: 422,
    send: (stage) => ({ ...asOwner(stage), params: { step: "all" }, body: {} }),
  },
  "PUT /api/dashboard/[tenantId]/settings/messages": inOwn(writing),
  "POST /api/dashboard/[tenantId]/settings/integrations": {
    ...inOwn({ channel: "email", to: "owner@example.com" }),
    status: 201,
  },
  "PUT /api/dashboard/[tenantId]/settings/cancellation": {
    status: 200,
    send: (stage) => ({ ...asOwner(stage), body: { cancellation: null } }),
  },
  "DELETE /api/dashboard/[tenantId]/bookings/[id]/another-time": {
    status: 200,
    send: async (stage) => ({ ...asOwner(stage), params: { id: await stage.asked() }, body: {} }),
  },
  "DELETE /api/dashboard/[tenantId]/bookings/[id]/changes/[changeId]": {
    status: 200,
    send: async (stage) => ({ ...asOwner(stage), params: await stage.cancelled(), body: {} }),
  },
  "POST /api/dashboard/[tenantId]/archive": { status: 200, send: (stage) => ({ ...asOwner(stage), body: {} }) },
  "POST /api/dashboard/[tenantId]/audit/export": { status: 200, send: (stage) => ({ ...asOwner(stage), body: {} }) },
  "POST /api/dashboard/[tenantId]/staff": {
    status: 201,
    send: (stage) => ({ ...asOwner(stage), body: { name: "Kerubo", title: "Barber" } }),
  },
  "PATCH /api/dashboard/[tenantId]/staff/[staffId]": {
    status: 200,
    send: async (stage) => ({ ...asOwner(stage), ...(await ofPerson(stage)), body: { title: "Barber" } }),
  },
  "PUT /api/dashboard/[tenantId]/staff/[staffId]/hours": {
    status: 200,
    send: async (stage) => ({ ...asOwner(stage), ...(await ofPerson(stage)), body: week }),
  },
  "PUT /api/dashboard/[tenantId]/staff/[staffId]/breaks": {
    status: 200,
    send: async (stage) => ({ ...asOwner(stage), ...(await ofPerson(stage)), body: lunch }),
  },
  "PUT /api/dashboard/[tenantId]/staff/[staffId]/days/[date]": {
    status: 200,
    send: async (stage) => ({ ...asOwner(stage), ...(await onSomeDay(stage)), body: dayOff }),
  },
  "DELETE /api/dashboard/[tenantId]/staff/[staffId]/days/[date]": {
    status: 200,
    send: async (stage) => ({ ...asOwner(stage), ...(await onSomeDay(stage)), body: {} }),
  },
  "PUT /api/dashboard/[tenantId]/staff/[staffId]/services": {
    status: 200,
    send: async (stage) => ({ ...asOwner(stage), ...(await ofPerson(stage)), body: skills(stage) }),
  },
  "POST /api/dashboard/[tenantId]/subscription": {
    status: 200,
    async send({ withPlan }) {
      const { tenantId, cookie } = await withPlan();
      return { cookie, params: { tenantId }, body: { planId: "professional", interval: "year", expectedMinor: 0 } };
    },
  },
  "PATCH /api/dashboard/[tenantId]/subscription": {
    status: 200,
    async send({ withPlan }) {
      const { tenantId, cookie } = await withPlan();
      return { cookie, params: { tenantId }, body: { ends: true } };
    },
  },
  // What is tried costs nothing, so nobody is asked for anything.
  "POST /api/dashboard/[tenantId]/subscription/pay": {
    status: 409,
    async send({ withPlan }) {
      const { tenantId, cookie } = await withPlan();
      return { cookie, params: { tenantId }, body: { phone: newPhone() } };
    },
  },
  "PUT /api/dashboard/[tenantId]/reviews/[id]": {
    status: 200,
    send: async (stage) => ({
      ...asOwner(stage),
      params: { id: (await stage.reviewed()).reviewId },
      body: { answer: "Thank you" },
    }),
  },
  "POST /api/dashboard/[tenantId]/conversations": {
    status: 200,
    send: async (stage) => ({
      ...asOwner(stage),
      body: { customerId: await stage.customerOf(), id: newId(), words: "Your braids are ready" },
    }),
  },
  "POST /api/dashboard/[tenantId]/conversations/[id]": {
    status: 200,
    send: async (stage) => ({
      ...asOwner(stage),
      params: { id: await stage.written() },
      body: { id: newId(), words: "At ten" },
    }),
  },
  "PUT /api/dashboard/[tenantId]/conversations/[id]": {
    status: 200,
    send: async (stage) => ({ ...asOwner(stage), params: { id: await stage.written() }, body: { seq: 1 } }),
  },
  "PUT /api/dashboard/[tenantId]/enquiries/[id]": {
    status: 200,
    send: async (stage) => ({
      ...asOwner(stage),
      params: { id: await stage.enquired() },
      body: { become: "answered" },
    }),
  },
  "PUT /api/admin/enquiries/[id]": {
    status: 200,
    send: async (stage) => ({
      cookie: stage.cast.cookies.admin,
      params: { id: await stage.enquired(platformTenantId) },
      body: { become: "answered" },
    }),
  },
  "PUT /api/admin/testimonials/[id]": {
    status: 200,
    send: async (stage) => ({
      cookie: stage.cast.cookies.admin,
      params: { id: await stage.praising() },
      body: { decision: "approved", seen: { rating: 5, words: "Runs our day" } },
    }),
  },
  "POST /api/portal/[slug]/reviews": {
    status: 200,
    async send(stage) {
      const { cookie, visitId } = await stage.served();
      return { cookie, body: { visitId, rating: 5, words: "Lovely", isPublic: false } };
    },
  },
  "POST /api/portal/[slug]/conversations": {
    status: 200,
    send: async (stage) => ({ cookie: await stage.customer(), body: { id: newId(), words: "Hello" } }),
  },
  // Nobody has written yet, so there is nothing to have read.
  "PUT /api/portal/[slug]/conversations": {
    status: 404,
    send: async (stage) => ({ cookie: await stage.customer(), body: { seq: 1 } }),
  },
  // The body is the picture itself, and these are none.
  "POST /api/dashboard/[tenantId]/gallery": { status: 415, send: (stage) => ({ ...asOwner(stage), body: {} }) },
  "PUT /api/dashboard/[tenantId]/settings/logo": { status: 415, send: (stage) => ({ ...asOwner(stage), body: {} }) },
  "DELETE /api/dashboard/[tenantId]/settings/logo": { status: 404, send: (stage) => ({ ...asOwner(stage), body: {} }) },
  "PATCH /api/dashboard/[tenantId]/gallery/[id]": {
    status: 200,
    send: async (stage) => ({ ...asOwner(stage), params: { id: await stage.picture() }, body: { title: "Fade" } }),
  },
  "DELETE /api/dashboard/[tenantId]/gallery/[id]": {
    status: 200,
    send: async (stage) => ({ ...asOwner(stage), params: { id: await stage.picture("away") }, body: {} }),
  },
  "PUT /api/dashboard/[tenantId]/gallery/order": {
    status: 200,
    async send(stage) {
      const { tenantId, owner, ids } = await stage.twoPictures();
      return { cookie: owner.cookie, params: { tenantId }, body: { ids } };
    },
  },
  "PUT /api/dashboard/[tenantId]/expenses/[id]/photo": {
    status: 415,
    send: async (stage) => ({ ...asOwner(stage), params: { id: (await stage.spent()).expenseId }, body: {} }),
  },
  "DELETE /api/dashboard/[tenantId]/expenses/[id]/photo": {
    status: 404,
    send: async (stage) => ({ ...asOwner(stage), params: { id: (await stage.spent()).expenseId }, body: {} }),
  },
  // The body is the picture itself, and these are none.
  "PUT /api/dashboard/[tenantId]/staff/[staffId]/photo": {
    status: 415,
    send: async (stage) => ({ ...asOwner(stage), ...(await ofPerson(stage)), body: {} }),
  },
  "DELETE /api/dashboard/[tenantId]/staff/[staffId]/photo": {
    status: 404,
    send: async (stage) => ({ ...asOwner(stage), ...(await ofPerson(stage)), body: {} }),
  },
  "POST /api/dashboard/[tenantId]/staff/[staffId]/calendar": {
    status: 200,
    send: async (stage) => ({ ...asOwner(stage), ...(await ofPerson(stage)), body: {} }),
  },
  "DELETE /api/dashboard/[tenantId]/staff/[staffId]/calendar": {
    status: 200,
    send: async (stage) => ({ ...asOwner(stage), ...(await ofPerson(stage)), body: {} }),
  },
  "POST /api/dashboard/[tenantId]/services": { status: 201, send: (stage) => ({ ...asOwner(stage), body: shave }) },
  "PUT /api/dashboard/[tenantId]/services/[serviceId]/photo": {
    status: 415,
    send: async (stage) => ({ ...asOwner(stage), params: { serviceId: await stage.service() }, body: {} }),
  },
  "DELETE /api/dashboard/[tenantId]/services/[serviceId]/photo": {
    status: 404,
    send: async (stage) => ({ ...asOwner(stage), params: { serviceId: await stage.service() }, body: {} }),
  },
  "PUT /api/dashboard/[tenantId]/services/order": {
    status: 200,
    async send(stage) {
      const { tenantId, owner, ids } = await stage.twoServices();
      return { cookie: owner.cookie, params: { tenantId }, body: { ids } };
    },
  },
  "PATCH /api/dashboard/[tenantId]/services/[serviceId]": {
    status: 200,
    send: async (stage) => ({ ...asOwner(stage), params: { serviceId: await stage.service() }, body: shave }),
  },
  "DELETE /api/dashboard/[tenantId]/services/[serviceId]": {
    status: 200,
    send: async (stage) => ({ ...asOwner(stage), params: { serviceId: await stage.service() }, body: {} }),
  },
  "PATCH /api/dashboard/[tenantId]/settings": inOwn({ address: "Kenyatta Avenue" }),
  "POST /api/dashboard/[tenantId]/setup": inOwn({ step: "hours" }),
  "PUT /api/dashboard/[tenantId]/settings/hours": inOwn(week),
  "PUT /api/dashboard/[tenantId]/settings/days/[date]": inOwn(
    { windows: [[540, 720]], reason: "Stocktaking" },
    { date: "2031-03-03" },
  ),
  "DELETE /api/dashboard/[tenantId]/settings/days/[date]": inOwn({}, { date: "2031-03-03" }),
  "PUT /api/dashboard/[tenantId]/settings/holidays": inOwn({ closed: true }),
  "PUT /api/dashboard/[tenantId]/settings/holidays/[date]": inOwn({ open: false }, { date: "2031-12-12" }),
  "POST /api/dashboard/[tenantId]/settings/resources": {
    status: 201,
    // Whatever the tests beside this one have booked: who would be left without one has been seen.
    send: (stage) => ({ ...asOwner(stage), body: { ...basins(stage), anyway: true } }),
  },
  "PATCH /api/dashboard/[tenantId]/settings/resources/[resourceId]": {
    status: 200,
    send: async (stage) => ({
      ...asOwner(stage),
      params: { resourceId: await stage.resource() },
      body: { ...basins(stage), anyway: true },
    }),
  },
  "PATCH /api/dashboard/[tenantId]/settings/policy": inOwn(ruleOfHouse),
  "POST /api/dashboard/[tenantId]/time-off": {
    status: 200,
    send: async (stage) => ({ ...asOwner(stage), body: { ...aDayOff, staffId: await stage.person() } }),
  },
  "PATCH /api/dashboard/[tenantId]/time-off/[id]": {
    status: 200,
    send: async (stage) => ({
      ...asOwner(stage),
      params: { id: await stage.timeOff() },
      body: { to: "declined", answer: "We are full" },
    }),
  },
  "DELETE /api/dashboard/[tenantId]/time-off/[id]": {
    status: 200,
    send: async (stage) => ({ ...asOwner(stage), params: { id: await stage.timeOff() }, body: {} }),
  },
  "POST /api/dashboard/[tenantId]/blocks": {
    status: 201,
    send: async (stage) => ({ ...asOwner(stage), body: { ...anHour, staffId: await stage.person() } }),
  },
  "DELETE /api/dashboard/[tenantId]/blocks/[id]": {
    status: 200,
    send: async (stage) => ({ ...asOwner(stage), params: { id: await stage.block() }, body: {} }),
  },
  // The body is the file itself, and this is none.
  "POST /api/dashboard/[tenantId]/imports": {
    status: 422,
    send: (stage) => ({ ...asOwner(stage), body: {} }),
  },
  "POST /api/dashboard/[tenantId]/customers": {
    status: 201,
    send: (stage) => ({ ...asOwner(stage), body: { name: "Nekesa", phone: newPhone(), status: "vip" } }),
  },
  "POST /api/dashboard/[tenantId]/customers/export": {
    status: 200,
    send: (stage) => ({ ...asOwner(stage), body: { filters: { status: "vip" } } }),
  },
  "PUT /api/dashboard/[tenantId]/customers/[id]": {
    status: 200,
    send: async (stage) => ({
      ...{ ...asOwner(stage), params: { id: await stage.customerOf() } },
      body: { to: { location: "Karen", status: "vip" }, seen: { location: "", status: "active" } },
    }),
  },
  // The body is the picture itself, and these are none.
  "PUT /api/dashboard/[tenantId]/customers/[id]/photo": {
    status: 415,
    send: async (stage) => ({ ...asOwner(stage), params: { id: await stage.customerOf() }, body: {} }),
  },
  "DELETE /api/dashboard/[tenantId]/customers/[id]/photo": {
    status: 404,
    send: async (stage) => ({ ...asOwner(stage), params: { id: await stage.customerOf() }, body: {} }),
  },
  "POST /api/dashboard/[tenantId]/customers/[id]/children": {
    status: 201,
    send: async (stage) => ({ ...asOwner(stage), params: { id: await stage.customerOf() }, body: { name: "Mary" } }),
  },
  "PATCH /api/dashboard/[tenantId]/customers/[id]": {
    status: 200,
    send: async (stage) => ({ ...asOwner(stage), params: { id: await stage.customerOf() }, body: someNotes }),
  },
  "POST /api/dashboard/[tenantId]/bookings/proposals": {
    status: 200,
    send: async (stage) => ({ ...asOwner(stage), body: { ids: [await stage.booking()], prefer: "time" } }),
  },
  "POST /api/dashboard/[tenantId]/bookings/another-time": {
    status: 200,
    send: async (stage) => ({ ...asOwner(stage), body: { ids: [await stage.booking()], reason: "We are closed" } }),
  },
  "POST /api/dashboard/[tenantId]/members": {
    status: 201,
    send: (stage) => ({ ...asOwner(stage), body: { destination: `${newId()}@invited.test`, role: "staff" } }),
  },
  "PATCH /api/dashboard/[tenantId]/members/[userId]": {
    status: 200,
    async send(stage) {
      const { id } = await stage.member("staff");
      return { ...asOwner(stage), params: { userId: id }, body: { role: "front_desk" } };
    },
  },
  "DELETE /api/dashboard/[tenantId]/members/[userId]": {
    status: 200,
    send: async (stage) => ({ ...asOwner(stage), params: { userId: (await stage.member("staff")).id }, body: {} }),
  },
  "POST /api/dashboard/[tenantId]/members/invitations/[id]": {
    status: 201,
    send: async (stage) => ({ ...asOwner(stage), params: { id: await stage.openInvitation() }, body: {} }),
  },
  "DELETE /api/dashboard/[tenantId]/members/invitations/[id]": {
    status: 200,
    send: async (stage) => ({ ...asOwner(stage), params: { id: await stage.openInvitation() }, body: {} }),
  },
  "DELETE /api/dashboard/[tenantId]/members/me": {
    status: 200,
    send: async ({ member }) => ({ cookie: (await member("staff")).cookie, body: {} }),
  },
  ...Object.fromEntries(["POST", "PUT", "PATCH", "DELETE"].map((method) => [`${method} /api/[...rest]`, nothingThere])),
  "POST /api/public/[slug]/bookings": {
    status: 201,
    send({ cast }) {
      const { serviceId, staffId, startsAt } = cast.houses.a.wishes.next().value;
      return { body: { lines: [{ serviceId, staffId }], startsAt, customer: { name: "Akinyi", phone: newPhone() } } };
    },
  },
};
