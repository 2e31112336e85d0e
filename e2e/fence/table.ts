import type { Place } from "./actors";
import { type Answers, adminOnly, adminPage, all, memberPage, members, nobody, self, selfPage } from "./answers";

export type Row = {
  answers: Answers;
  /** Needs no Origin of our own, and why. */
  exempt?: string;
  /** What stands for the parameters that the actors' own places do not fill. */
  params?: Record<string, string> | ((place: Place) => Record<string, string>);
  query?: string;
  /** Whoever succeeds is no longer who they were: asked last, of a cast of its own. */
  spends?: true;
};

const ownPage = "a session that comes along must be our own page's";
const visitAsId = (place: Place) => ({ id: place.visitId });
const saleAsId = (place: Place) => ({ id: place.saleId });
const tenantAsId = (place: Place) => ({ id: place.tenantId });

const productAsSale = ({ saleId: productId }: Place) => ({ productId });
const countAsSale = ({ saleId: countId }: Place) => ({ countId });
const importAsSale = ({ saleId: importId }: Place) => ({ importId });
const customerAsId = ({ customerId: id }: Place) => ({ id });
const nothingInside = memberPage({ owner: 404, manager: 404, staff: 404, desk: 404 });

const nothingThere = { answers: all(404), exempt: "nothing is there to be done", params: { rest: "nothing/here" } };
const ofPortal = (status: number): Answers => ({ ...all(401), customer: status, suspended: 403 });
const onlyManagers = { staff: 403, desk: 403 };
const onlyOwners = { ...onlyManagers, manager: 403 };

const farDay = { date: "2031-03-03" };

const safaricom = "Safaricom posts here; no cookie is read, and the address is the secret";
const publicApi = "the public API reads no cookies, so there is no session to lend";

/** Every page, and every method that a route answers with anything but 405. A body is `{}`, so 422 says: let in, and told what is missing. */
export const table: Record<string, Row> = {
  "PAGE /": { answers: all(200) },
  // Who still owes the second factor is led on to it.
  "PAGE /login": { answers: { ...all(307), ...nobody(200), owesFactor: 307 } },
  "PAGE /book/[slug]": { answers: all(200) },
  "PAGE /book/[slug]/times": { answers: { ...all(307), suspended: 200 } },
  "PAGE /book/[slug]/details": { answers: { ...all(307), suspended: 200 } },
  // Whoever holds the link is let in, whatever else they carry.
  "PAGE /b/[token]": { answers: all(200) },
  "PAGE /b/[token]/move": { answers: all(200) },
  "PAGE /b/[token]/again": { answers: all(200) },
  // Of a booking that asks for no deposit there is nothing to pay.
  "PAGE /b/[token]/pay": { answers: all(307) },
  "GET /b/[token]/calendar.ics": { answers: all(200) },
  "PAGE /book/[slug]/here": { answers: all(200) },
  "PAGE /book/[slug]/privacy": { answers: all(200) },
  "PAGE /u/[token]": { answers: all(200), params: ({ optOutToken: token }) => ({ token }) },
  "PAGE /book/[slug]/waitlist": { answers: { ...all(307), suspended: 200 } },
  "PAGE /q/[token]": { answers: all(200), params: ({ ticketToken: token }) => ({ token }) },
  "PAGE /w/[token]": { answers: all(200), params: ({ waitToken: token }) => ({ token }) },
  "PAGE /portal/[slug]": { answers: { ...all(307), customer: 200, suspended: 200 } },
  "PAGE /portal/[slug]/sign-in": { answers: { ...all(200), customer: 307 } },
  "PAGE /portal/[slug]/you": { answers: { ...all(307), customer: 200, suspended: 200 } },
  "PAGE /dashboard": { answers: { ...all(307), removed: 200, suspended: 200 } },
  "PAGE /dashboard/[tenantId]": { answers: memberPage() },
  "PAGE /dashboard/[tenantId]/bookings": { answers: memberPage() },
  "PAGE /dashboard/[tenantId]/bookings/sign": { answers: memberPage() },
  "PAGE /dashboard/[tenantId]/visits": { answers: memberPage() },
  "PAGE /dashboard/[tenantId]/till": { answers: memberPage({ staff: 404 }) },
  "PAGE /dashboard/[tenantId]/till/products": { answers: memberPage({ staff: 404 }) },
  "PAGE /dashboard/[tenantId]/till/close": { answers: memberPage({ staff: 404, desk: 404 }) },
  "PAGE /dashboard/[tenantId]/expenses": { answers: memberPage({ staff: 404 }) },
  "PAGE /dashboard/[tenantId]/reports/profit": { answers: memberPage({ staff: 404, desk: 404 }) },
  "PAGE /dashboard/[tenantId]/stock": { answers: memberPage({ staff: 404 }) },
  // What is not counted is told inside the business.
  "PAGE /dashboard/[tenantId]/stock/[productId]": { answers: nothingInside, params: productAsSale },
  "PAGE /dashboard/[tenantId]/stock/counts": { answers: memberPage({ staff: 404 }) },
  "PAGE /dashboard/[tenantId]/stock/counts/[countId]": { answers: nothingInside, params: countAsSale },
  "PAGE /dashboard/[tenantId]/stock/recipes": { answers: memberPage({ staff: 404, desk: 404 }) },
  "PAGE /dashboard/[tenantId]/payroll": { answers: memberPage({ staff: 404, desk: 404 }) },
  "PAGE /dashboard/[tenantId]/payroll/rates": { answers: memberPage({ staff: 404, desk: 404 }) },
  // What nobody has settled or earned is told inside the business.
  "PAGE /dashboard/[tenantId]/payroll/[periodId]": {
    answers: memberPage({ owner: 404, manager: 404, staff: 404, desk: 404 }),
    params: ({ bookingId: periodId }) => ({ periodId }),
  },
  "PAGE /dashboard/[tenantId]/payroll/person/[staffId]": {
    answers: memberPage({ owner: 404, manager: 404, staff: 404, desk: 404 }),
  },
  "PAGE /r/[token]": { answers: all(200), params: ({ receiptToken: token }) => ({ token }) },
  "GET /r/[token]/receipt.pdf": { answers: all(200), params: ({ receiptToken: token }) => ({ token }) },
  "PAGE /dashboard/[tenantId]/payments": { answers: memberPage({ staff: 404 }) },
  "PAGE /dashboard/[tenantId]/payments/inbox": { answers: memberPage({ staff: 404 }) },
  "PAGE /dashboard/[tenantId]/payments/refunds": { answers: memberPage({ staff: 404 }) },
  "PAGE /dashboard/[tenantId]/payments/statement": { answers: memberPage({ staff: 404 }) },
  "PAGE /dashboard/[tenantId]/calendar": { answers: memberPage() },
  "PAGE /dashboard/[tenantId]/queue": { answers: memberPage({ staff: 404 }) },
  "PAGE /dashboard/[tenantId]/waitlist": { answers: memberPage({ staff: 404 }) },
  // Whoever serves nobody is told so.
  "PAGE /dashboard/[tenantId]/my-day": { answers: memberPage() },
  "PAGE /dashboard/[tenantId]/bookings/misplaced": { answers: memberPage({ staff: 404 }) },
  "PAGE /dashboard/[tenantId]/notifications": { answers: memberPage() },
  "PAGE /dashboard/[tenantId]/time-off": { answers: memberPage() },
  "PAGE /dashboard/[tenantId]/settings": { answers: memberPage({ staff: 404 }) },
  "PAGE /dashboard/[tenantId]/settings/holidays": { answers: memberPage({ staff: 404 }) },
  "PAGE /dashboard/[tenantId]/settings/resources": { answers: memberPage({ staff: 404 }) },
  "PAGE /dashboard/[tenantId]/settings/rules": { answers: memberPage({ staff: 404 }) },
  "PAGE /dashboard/[tenantId]/settings/privacy": { answers: memberPage({ staff: 404 }) },
  "PAGE /dashboard/[tenantId]/customers/duplicates": { answers: memberPage({ staff: 404, desk: 404 }) },
  "PAGE /dashboard/[tenantId]/customers/import": { answers: memberPage({ staff: 404, desk: 404 }) },
  // What was never read in is told inside the business.
  "PAGE /dashboard/[tenantId]/customers/import/[importId]": { answers: nothingInside, params: importAsSale },
  "PAGE /dashboard/[tenantId]/customers/[customerId]/privacy": { answers: memberPage({ staff: 404 }) },
  "PAGE /dashboard/[tenantId]/settings/mpesa": { answers: memberPage({ staff: 404, desk: 404 }) },
  "PAGE /dashboard/[tenantId]/settings/plan": { answers: memberPage({ staff: 404, desk: 404 }) },
  "PAGE /dashboard/[tenantId]/[...missing]": {
    answers: memberPage({ staff: 404, desk: 404, manager: 404, owner: 404 }),
  },
  // Staff are led on to their own.
  "PAGE /dashboard/[tenantId]/staff": { answers: memberPage({ staff: 307 }) },
  "PAGE /dashboard/[tenantId]/staff/[staffId]": { answers: memberPage() },
  "PAGE /dashboard/[tenantId]/services": { answers: memberPage({ staff: 404 }) },
  "PAGE /dashboard/[tenantId]/members": { answers: memberPage({ staff: 404, desk: 404 }) },
  "PAGE /dashboard/[tenantId]/audit": { answers: memberPage({ staff: 404, desk: 404, manager: 404 }) },
  "PAGE /dashboard/[tenantId]/leave": { answers: memberPage() },
  "PAGE /register": { answers: all(200) },
  "PAGE /register/[token]": { answers: all(200), params: { token: "made-up" } },
  "PAGE /setup": { answers: all(404) },
  "PAGE /privacy": { answers: all(200) },
  "PAGE /terms": { answers: all(200) },
  "PAGE /forgot-password": { answers: all(200) },
  "PAGE /login/second-factor": { answers: { ...all(307), owesFactor: 200 } },
  "PAGE /reset-password/[token]": { answers: all(200), params: { token: "made-up" } },
  "PAGE /invite/[token]": { answers: all(200), params: { token: "made-up" } },
  "PAGE /dev/outbox": { answers: all(200) },
  "PAGE /dev/phone": { answers: all(200) },
  "PAGE /profile": { answers: selfPage },
  "PAGE /profile/second-factor": { answers: selfPage },
  "PAGE /profile/sessions": { answers: selfPage },
  "PAGE /admin": { answers: { ...adminPage, admin: 307 } },
  "PAGE /admin/audit": { answers: adminPage },
  "PAGE /admin/notifications": { answers: adminPage },
  "PAGE /admin/work": { answers: adminPage },
  "PAGE /admin/mpesa": { answers: adminPage },
  "PAGE /admin/plans": { answers: adminPage },
  "PAGE /admin/subscriptions": { answers: adminPage },
  "PAGE /admin/tenants": { answers: adminPage },
  "PAGE /admin/tenants/[id]": { answers: adminPage, params: tenantAsId },

  // Drawn for whoever shares a link, also of a business that is closed.
  "GET /book/[slug]/opengraph-image": { answers: all(200) },

  "GET /api/auth/[...nextauth]": { answers: all(200), params: { nextauth: "session" } },
  "POST /api/auth/[...nextauth]": { answers: all(302), params: { nextauth: "signout" } },
  "POST /api/auth/customer-signup": { answers: all(422), exempt: ownPage },
  "POST /api/auth/register": { answers: all(422), exempt: ownPage },
  "POST /api/auth/register/confirm": { answers: all(422), exempt: ownPage },
  "POST /api/auth/otp": { answers: all(422), exempt: ownPage },
  "POST /api/auth/otp/verify": { answers: all(422), exempt: ownPage },
  "POST /api/auth/password-reset": { answers: all(422), exempt: ownPage },
  "POST /api/auth/password-reset/confirm": { answers: all(422), exempt: ownPage },
  "GET /api/auth/profile": { answers: self() },
  "PATCH /api/auth/profile": { answers: self() },
  "GET /api/auth/profile/photo": { answers: self(404) },
  "PUT /api/auth/profile/photo": { answers: self(415) },
  "DELETE /api/auth/profile/photo": { answers: self(404) },
  // The cast's customer has none.
  "GET /api/portal/[slug]/me/photo": { answers: ofPortal(404) },
  "GET /api/portal/[slug]/me/export": { answers: ofPortal(200) },
  "PUT /api/portal/[slug]/me/photo": { answers: ofPortal(415) },
  "DELETE /api/portal/[slug]/me/photo": { answers: ofPortal(404) },
  "GET /api/auth/sessions": { answers: self() },
  "DELETE /api/auth/sessions": { answers: self() },
  "DELETE /api/auth/sessions/[id]": { answers: self(404) },
  "GET /api/dev/outbox": { answers: all(200) },
  "GET /api/dev/phone": { answers: all(200) },
  "POST /api/dev/phone": { answers: all(422), exempt: ownPage },
  "GET /api/admin/notifications": { answers: adminOnly() },
  "GET /api/admin/stream": { answers: adminOnly() },
  "GET /api/admin/plans": { answers: adminOnly() },
  "POST /api/admin/plans": { answers: adminOnly(422) },
  "PUT /api/admin/plans/[id]": { answers: adminOnly(422), params: tenantAsId },
  "GET /api/admin/subscriptions": { answers: adminOnly() },
  "PATCH /api/admin/subscriptions/[id]": { answers: adminOnly(422), params: tenantAsId },
  "GET /api/admin/tenants": { answers: adminOnly() },
  "GET /api/admin/tenants/[id]": { answers: adminOnly(), params: tenantAsId },
  "POST /api/admin/tenants/[id]/[decision]": {
    answers: adminOnly(422),
    params: (place) => ({ id: place.tenantId, decision: "suspend" }),
  },
  "GET /api/dashboard/[tenantId]/staff": { answers: members({}) },
  "POST /api/dashboard/[tenantId]/staff": { answers: members(onlyManagers, 422) },
  "GET /api/dashboard/[tenantId]/staff/[staffId]": { answers: members({}) },
  "PATCH /api/dashboard/[tenantId]/staff/[staffId]": { answers: members(onlyManagers, 422) },
  "PUT /api/dashboard/[tenantId]/staff/[staffId]/hours": { answers: members(onlyManagers, 422) },
  "PUT /api/dashboard/[tenantId]/staff/[staffId]/breaks": { answers: members(onlyManagers, 422) },
  "PUT /api/dashboard/[tenantId]/staff/[staffId]/days/[date]": { answers: members(onlyManagers, 422), params: farDay },
  "DELETE /api/dashboard/[tenantId]/staff/[staffId]/days/[date]": { answers: members(onlyManagers), params: farDay },
  "PUT /api/dashboard/[tenantId]/staff/[staffId]/services": { answers: members(onlyManagers, 422) },
  // Nobody in the cast has one.
  "GET /api/dashboard/[tenantId]/staff/[staffId]/photo": { answers: members({}, 404) },
  "PUT /api/dashboard/[tenantId]/staff/[staffId]/photo": { answers: members(onlyManagers, 415) },
  "DELETE /api/dashboard/[tenantId]/staff/[staffId]/photo": { answers: members(onlyManagers, 404) },
  // One's own, and for those who look after the staff: to the desk nobody is here.
  "GET /api/dashboard/[tenantId]/staff/[staffId]/calendar": { answers: members({ desk: 404 }) },
  "POST /api/dashboard/[tenantId]/staff/[staffId]/calendar": { answers: members({ desk: 404 }) },
  "DELETE /api/dashboard/[tenantId]/staff/[staffId]/calendar": { answers: members({ desk: 404 }) },
  "GET /api/calendar/[token]": { answers: all(404) },
  "GET /api/dashboard/[tenantId]/services": { answers: members({ staff: 403 }) },
  "POST /api/dashboard/[tenantId]/services": { answers: members(onlyManagers, 422) },
  "PUT /api/dashboard/[tenantId]/services/order": { answers: members(onlyManagers, 422) },
  "GET /api/dashboard/[tenantId]/services/[serviceId]": { answers: members({ staff: 403 }) },
  "PATCH /api/dashboard/[tenantId]/services/[serviceId]": { answers: members(onlyManagers, 422) },
  // A booking stands in its way, and nobody has said that they looked.
  "DELETE /api/dashboard/[tenantId]/services/[serviceId]": { answers: members(onlyManagers, 409) },
  // Nobody in the cast has one.
  "GET /api/dashboard/[tenantId]/services/[serviceId]/photo": { answers: members({ staff: 403 }, 404) },
  "PUT /api/dashboard/[tenantId]/services/[serviceId]/photo": { answers: members(onlyManagers, 415) },
  "DELETE /api/dashboard/[tenantId]/services/[serviceId]/photo": { answers: members(onlyManagers, 404) },
  "GET /api/dashboard/[tenantId]/settings/hours": { answers: members({ staff: 403 }) },
  "PUT /api/dashboard/[tenantId]/settings/hours": { answers: members(onlyManagers, 422) },
  "PUT /api/dashboard/[tenantId]/settings/days/[date]": { answers: members(onlyManagers, 422), params: farDay },
  // Nothing is said about that day, and nothing has to be.
  "DELETE /api/dashboard/[tenantId]/settings/days/[date]": { answers: members(onlyManagers), params: farDay },
  "PUT /api/dashboard/[tenantId]/settings/holidays": { answers: members(onlyManagers, 422) },
  "PUT /api/dashboard/[tenantId]/settings/holidays/[date]": { answers: members(onlyManagers, 422), params: farDay },
  "GET /api/dashboard/[tenantId]/settings/resources": { answers: members({ staff: 403 }) },
  "POST /api/dashboard/[tenantId]/settings/resources": { answers: members(onlyManagers, 422) },
  "PATCH /api/dashboard/[tenantId]/settings/resources/[resourceId]": {
    answers: members(onlyManagers, 422),
    params: ({ serviceId }) => ({ resourceId: serviceId }),
  },
  "GET /api/dashboard/[tenantId]/settings/mpesa": { answers: members({ staff: 403, desk: 403 }) },
  "GET /api/dashboard/[tenantId]/settings/policy": { answers: members({ staff: 403 }) },
  "PATCH /api/dashboard/[tenantId]/settings/policy": { answers: members(onlyManagers, 422) },
  "GET /api/dashboard/[tenantId]/time-off": { answers: members({}) },
  "POST /api/dashboard/[tenantId]/time-off": { answers: members({}, 422) },
  "PATCH /api/dashboard/[tenantId]/time-off/[id]": { answers: members({ staff: 403 }, 422) },
  // Nobody in the cast is away.
  "DELETE /api/dashboard/[tenantId]/time-off/[id]": { answers: members({}, 404) },
  "GET /api/dashboard/[tenantId]/members": { answers: members({ staff: 403, desk: 403 }) },
  "POST /api/dashboard/[tenantId]/members": { answers: members({ staff: 403, desk: 403 }, 422) },
  "PATCH /api/dashboard/[tenantId]/members/[userId]": { answers: members({ staff: 403, desk: 403 }, 422) },
  // A manager may not touch an owner, and the owner asked for is the one who asks: one leaves by /me.
  "DELETE /api/dashboard/[tenantId]/members/[userId]": { answers: members({ staff: 403, desk: 403, owner: 409 }, 403) },
  // Nobody in the cast has one.
  "GET /api/dashboard/[tenantId]/members/[userId]/photo": { answers: members({}, 404) },
  "POST /api/dashboard/[tenantId]/members/invitations/[id]": { answers: members({ staff: 403, desk: 403 }, 404) },
  "DELETE /api/dashboard/[tenantId]/members/invitations/[id]": { answers: members({ staff: 403, desk: 403 }, 404) },
  "DELETE /api/dashboard/[tenantId]/members/me": { answers: members({}), spends: true },
  "GET /api/dashboard/[tenantId]/audit": { answers: members({ staff: 403, desk: 403, manager: 403 }) },
  "POST /api/dashboard/[tenantId]/audit/export": { answers: members({ staff: 403, desk: 403, manager: 403 }) },
  "GET /api/[...rest]": nothingThere,
  "POST /api/[...rest]": nothingThere,
  "PUT /api/[...rest]": nothingThere,
  "PATCH /api/[...rest]": nothingThere,
  "DELETE /api/[...rest]": nothingThere,
  "POST /api/mpesa/callback/[token]": { answers: all(404), exempt: safaricom },
  "POST /api/money/refund/[token]/[what]": { answers: all(404), exempt: safaricom, params: { what: "result" } },
  "POST /api/money/till/[token]/[what]": { answers: all(404), exempt: safaricom, params: { what: "confirmation" } },
  "GET /api/cron/tick": { answers: all(401) },
  "GET /api/dashboard/[tenantId]/bookings": { answers: members({}) },
  "GET /api/dashboard/[tenantId]/walk-ins": { answers: members({ staff: 403 }) },
  "POST /api/dashboard/[tenantId]/walk-ins": { answers: members({ staff: 403 }, 422) },
  "GET /api/dashboard/[tenantId]/queue": { answers: members({ staff: 403 }) },
  "POST /api/dashboard/[tenantId]/queue": { answers: members({ staff: 403 }, 422) },
  "PATCH /api/dashboard/[tenantId]/queue/[ticketId]": { answers: members({ staff: 403 }, 422) },
  "POST /api/dashboard/[tenantId]/payments/stk-push": { answers: members({ staff: 403 }, 422) },
  "GET /api/dashboard/[tenantId]/waitlist": { answers: members({ staff: 403 }) },
  "POST /api/dashboard/[tenantId]/waitlist": { answers: members({ staff: 403 }, 422) },
  "GET /api/dashboard/[tenantId]/waitlist/log": { answers: members({ staff: 403 }) },
  // Once off the list there is nobody to take off.
  "DELETE /api/dashboard/[tenantId]/waitlist/[entryId]": {
    answers: members({ staff: 403 }, 404),
    params: { entryId: "01890000-0000-7000-8000-000000000000" },
  },
  "GET /api/dashboard/[tenantId]/customers/imports": { answers: members(onlyManagers) },
  "POST /api/dashboard/[tenantId]/customers/imports": { answers: members(onlyManagers, 422) },
  "GET /api/dashboard/[tenantId]/customers/imports/[importId]": {
    answers: members(onlyManagers, 404),
    params: importAsSale,
  },
  "GET /api/dashboard/[tenantId]/customers/imports/[importId]/errors": {
    answers: members(onlyManagers, 404),
    params: importAsSale,
  },
  "GET /api/dashboard/[tenantId]/customers/duplicates": { answers: members(onlyManagers) },
  "GET /api/dashboard/[tenantId]/customers/[id]/merge": { answers: members(onlyManagers, 422), params: customerAsId },
  "GET /api/dashboard/[tenantId]/customers/[id]/privacy": { answers: members({ staff: 403 }), params: customerAsId },
  "GET /api/dashboard/[tenantId]/customers/[id]/export": { answers: members(onlyManagers), params: customerAsId },
  "GET /api/dashboard/[tenantId]/settings/privacy": { answers: members({ staff: 403 }) },
  "GET /api/dashboard/[tenantId]/customers": { answers: members({ staff: 403 }, 422) },
  "GET /api/dashboard/[tenantId]/me/earnings": { answers: members({ owner: 404, manager: 404, desk: 404 }) },
  "GET /api/dashboard/[tenantId]/subscription": { answers: members(onlyManagers) },
  "POST /api/dashboard/[tenantId]/subscription": { answers: members(onlyOwners, 422) },
  "PATCH /api/dashboard/[tenantId]/subscription": { answers: members(onlyOwners, 422) },
  "POST /api/dashboard/[tenantId]/subscription/pay": { answers: members(onlyOwners, 422) },
  "GET /api/dashboard/[tenantId]/subscription/invoices/[id]": {
    answers: members({ ...onlyManagers, owner: 404, manager: 404 }),
    params: visitAsId,
  },
  "GET /api/dashboard/[tenantId]/expenses": { answers: members({ staff: 403 }) },
  "GET /api/dashboard/[tenantId]/expenses/export": { answers: members(onlyManagers) },
  "GET /api/dashboard/[tenantId]/expenses/[id]": { answers: members({ staff: 403 }, 404), params: visitAsId },
  "GET /api/dashboard/[tenantId]/expenses/[id]/photo": { answers: members({ staff: 403 }, 404), params: visitAsId },
  "PUT /api/dashboard/[tenantId]/expenses/[id]/photo": { answers: members({ staff: 403 }, 404), params: visitAsId },
  "DELETE /api/dashboard/[tenantId]/expenses/[id]/photo": { answers: members({ staff: 403 }, 404), params: visitAsId },
  "GET /api/dashboard/[tenantId]/reports/profit": { answers: members(onlyManagers) },
  "GET /api/dashboard/[tenantId]/reports/profit/export": { answers: members(onlyManagers) },
  "GET /api/dashboard/[tenantId]/reports/profit/[date]": { answers: members(onlyManagers), params: farDay },
  "GET /api/dashboard/[tenantId]/stock": { answers: members({ staff: 403 }) },
  "POST /api/dashboard/[tenantId]/stock": { answers: members({ staff: 403 }, 422) },
  "GET /api/dashboard/[tenantId]/stock/[productId]": { answers: members({ staff: 403 }, 404), params: productAsSale },
  "POST /api/dashboard/[tenantId]/stock/[productId]": { answers: members({ staff: 403 }, 422), params: productAsSale },
  "GET /api/dashboard/[tenantId]/stock/counts": { answers: members({ staff: 403 }) },
  "POST /api/dashboard/[tenantId]/stock/counts": { answers: members({ staff: 403 }, 422) },
  "GET /api/dashboard/[tenantId]/stock/counts/[countId]": {
    answers: members({ staff: 403 }, 404),
    params: countAsSale,
  },
  "POST /api/dashboard/[tenantId]/stock/counts/[countId]": {
    answers: members({ staff: 403 }, 422),
    params: countAsSale,
  },
  "GET /api/dashboard/[tenantId]/stock/recipes": { answers: members(onlyManagers) },
  "GET /api/dashboard/[tenantId]/inventory-logs": { answers: members({ staff: 403 }) },
  "GET /api/dashboard/[tenantId]/me/payslips/[id]": { answers: members({}, 404), params: visitAsId },
  "GET /api/dashboard/[tenantId]/payroll": { answers: members(onlyManagers) },
  "GET /api/dashboard/[tenantId]/payroll/rates": { answers: members(onlyManagers) },
  "GET /api/dashboard/[tenantId]/payroll/[id]": {
    answers: members({ ...onlyManagers, owner: 404, manager: 404 }),
    params: visitAsId,
  },
  "GET /api/dashboard/[tenantId]/payroll/[id]/payslip": {
    answers: members({ ...onlyManagers, owner: 404, manager: 404 }),
    params: visitAsId,
  },
  "GET /api/dashboard/[tenantId]/payroll/person/[staffId]": {
    answers: members({ ...onlyManagers, owner: 404, manager: 404 }),
  },
  "GET /api/dashboard/[tenantId]/me/day": { answers: members({}, 422) },
  "POST /api/dashboard/[tenantId]/blocks": { answers: members({}, 422) },
  // Nobody in the cast has one.
  "DELETE /api/dashboard/[tenantId]/blocks/[id]": { answers: members({}, 404) },
  "PATCH /api/dashboard/[tenantId]/customers/[id]": {
    answers: members({}, 422),
    params: ({ customerId }) => ({ id: customerId }),
  },
  "GET /api/dashboard/[tenantId]/calendar": { answers: members({}, 422) },
  "GET /api/dashboard/[tenantId]/bookings/misplaced": { answers: members({ staff: 403 }) },
  "GET /api/dashboard/[tenantId]/bookings/series": { answers: members({ staff: 403 }, 422) },
  "POST /api/dashboard/[tenantId]/bookings/proposals": { answers: members({ staff: 403 }, 422) },
  "POST /api/dashboard/[tenantId]/bookings/another-time": { answers: members({ staff: 403 }, 422) },
  "GET /api/dashboard/[tenantId]/bookings/[id]": { answers: members({}) },
  "PATCH /api/dashboard/[tenantId]/bookings/[id]": { answers: members({ staff: 403 }, 422) },
  // Nobody was asked for another time.
  "DELETE /api/dashboard/[tenantId]/bookings/[id]/another-time": { answers: members({ staff: 403 }, 409) },
  "PATCH /api/dashboard/[tenantId]/bookings/[id]/length": { answers: members({ staff: 403 }, 422) },
  "GET /api/dashboard/[tenantId]/bookings/[id]/times": { answers: members({ staff: 403 }, 422) },
  "GET /api/dashboard/[tenantId]/bookings/[id]/again": { answers: members({ staff: 403 }) },
  "POST /api/dashboard/[tenantId]/bookings/[id]/again": { answers: members({ staff: 403 }, 422) },
  "POST /api/dashboard/[tenantId]/bookings/[id]/changes": { answers: members({}, 422) },
  "POST /api/dashboard/[tenantId]/bookings": { answers: members({ staff: 403 }, 422) },
  "PATCH /api/dashboard/[tenantId]/bookings/[id]/hold": { answers: members({ staff: 403 }, 422) },
  "POST /api/dashboard/[tenantId]/bookings/[id]/proposals": { answers: members({ staff: 403 }, 422) },
  "DELETE /api/dashboard/[tenantId]/bookings/[id]/fee": { answers: members({ staff: 403, desk: 403 }, 422) },
  "GET /api/dashboard/[tenantId]/availability": { answers: members({ staff: 403 }, 422) },
  "GET /api/dashboard/[tenantId]/settings/cancellation": { answers: members({ staff: 403 }) },
  "PUT /api/dashboard/[tenantId]/settings/cancellation": {
    answers: members(onlyManagers, 422),
  },
  // Nothing was changed that could be taken back.
  "DELETE /api/dashboard/[tenantId]/bookings/[id]/changes/[changeId]": { answers: members({}, 409) },
  "GET /api/dashboard/[tenantId]/till": { answers: members({ staff: 403 }) },
  "GET /api/dashboard/[tenantId]/till/close": { answers: members(onlyManagers) },
  "GET /api/dashboard/[tenantId]/till/history": { answers: members(onlyManagers) },
  "GET /api/dashboard/[tenantId]/sales/start": { answers: members({ staff: 403 }) },
  "GET /api/dashboard/[tenantId]/sales/[id]": { answers: members({ staff: 403 }), params: saleAsId },
  "GET /api/dashboard/[tenantId]/products": { answers: members({ staff: 403 }) },
  "GET /api/dashboard/[tenantId]/visits": { answers: members({}) },
  "GET /api/dashboard/[tenantId]/visits/[id]": { answers: members({}), params: visitAsId },
  "PATCH /api/dashboard/[tenantId]/visits/[id]": { answers: members({ staff: 403 }, 422), params: visitAsId },
  "GET /api/dashboard/[tenantId]/payments": { answers: members({ staff: 403 }) },
  "GET /api/dashboard/[tenantId]/payments/inbox": { answers: members({ staff: 403 }) },
  "GET /api/dashboard/[tenantId]/payments/refunds": { answers: members({ staff: 403 }) },
  // Nobody in the cast has paid.
  "GET /api/dashboard/[tenantId]/payments/[id]": { answers: members({ staff: 403 }, 404) },
  "POST /api/dashboard/[tenantId]/payments/statement/[step]": {
    answers: members({ staff: 403 }, 422),
    params: { step: "preview" },
  },
  "GET /api/dashboard/[tenantId]/notifications": { answers: members({}) },
  "GET /api/dashboard/[tenantId]/stats": { answers: members({}) },
  "GET /api/dashboard/[tenantId]/stream": { answers: members({}) },
  "GET /api/health/live": { answers: all(200) },
  "GET /api/health/ready": { answers: all(200) },
  "GET /api/metrics": { answers: all(404) },
  "GET /api/public/[slug]": { answers: { ...all(200), suspended: 403 } },
  "GET /api/public/[slug]/availability": { answers: { ...all(422), suspended: 403 } },
  "GET /api/public/[slug]/services/[serviceId]/photo": { answers: { ...all(404), suspended: 403 } },
  "POST /api/public/[slug]/bookings": { answers: all(422), exempt: publicApi },
  "GET /api/public/[slug]/stream": { answers: { ...all(200), suspended: 403 } },
  "GET /api/b/[token]/stream": { answers: all(404), params: { token: "made-up" } },
  "GET /api/public/tenants": { answers: all(200) },
};
