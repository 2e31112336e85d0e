import type { ActorName, Place } from "./actors";

type Answers = Record<ActorName, number>;
type Roles = { staff: number; desk: number; manager: number; owner: number };

/** The same for everybody. */
const all = (status: number): Answers => ({
  anonymous: status,
  customer: status,
  staff: status,
  desk: status,
  manager: status,
  owner: status,
  removed: status,
  suspended: status,
  ownerB: status,
  admin: status,
  expired: status,
});

const roles = (status: number): Roles => ({ staff: status, desk: status, manager: status, owner: status });

/** For members of that business; whoever is not one is told the same as of a business that does not exist. */
const members = (may: Partial<Roles>, status = 200): Answers => ({
  ...all(404),
  ...nobody(401),
  ...roles(status),
  ...may,
});
/** A member of a closed business is led to where it says why. */
const memberPage = (may: Partial<Roles> = {}): Answers => ({
  ...all(404),
  ...nobody(307),
  ...roles(200),
  suspended: 307,
  ...may,
});
const nobody = (status: number) => ({ anonymous: status, customer: status, expired: status });

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

/** Whoever is signed in, for what is their own. */
const self = (status = 200): Answers => ({ ...all(status), ...nobody(401) });
const selfPage: Answers = { ...all(200), ...nobody(307) };
/** Platform admins only; to others that are signed in it is not there. */
const adminOnly = (status = 200): Answers => ({ ...all(404), ...nobody(401), admin: status });
const adminPage: Answers = { ...all(404), ...nobody(307), admin: 200 };
const ownPage = "a session that comes along must be our own page's";
const tenantAsId = (place: Place) => ({ id: place.tenantId });

const publicApi = "the public API reads no cookies, so there is no session to lend";

/** Every page, and every method that a route answers with anything but 405. A body is `{}`, so 422 says: let in, and told what is missing. */
export const table: Record<string, Row> = {
  "PAGE /": { answers: all(200) },
  "PAGE /login": { answers: { ...all(307), ...nobody(200) } },
  "PAGE /book/[slug]": { answers: all(200) },
  "PAGE /book/[slug]/times": { answers: { ...all(307), suspended: 200 } },
  "PAGE /book/[slug]/details": { answers: { ...all(307), suspended: 200 } },
  "PAGE /b/[token]": { answers: all(404), params: { token: "made-up" } },
  "PAGE /portal/[slug]": { answers: { ...all(307), customer: 200, suspended: 200 } },
  "PAGE /portal/[slug]/sign-in": { answers: { ...all(200), customer: 307 } },
  "PAGE /portal/[slug]/you": { answers: { ...all(307), suspended: 200 } },
  "PAGE /dashboard": { answers: { ...all(307), removed: 200, suspended: 200 } },
  "PAGE /dashboard/[tenantId]": { answers: memberPage() },
  "PAGE /dashboard/[tenantId]/notifications": { answers: memberPage() },
  "PAGE /dashboard/[tenantId]/members": { answers: memberPage({ staff: 404, desk: 404 }) },
  "PAGE /dashboard/[tenantId]/audit": { answers: memberPage({ staff: 404, desk: 404, manager: 404 }) },
  "PAGE /dashboard/[tenantId]/leave": { answers: memberPage() },
  "PAGE /register": { answers: all(200) },
  "PAGE /register/[token]": { answers: all(200), params: { token: "made-up" } },
  "PAGE /setup": { answers: all(404) },
  "PAGE /privacy": { answers: all(200) },
  "PAGE /terms": { answers: all(200) },
  "PAGE /forgot-password": { answers: all(200) },
  "PAGE /login/second-factor": { answers: all(307) },
  "PAGE /reset-password/[token]": { answers: all(200), params: { token: "made-up" } },
  "PAGE /invite/[token]": { answers: all(200), params: { token: "made-up" } },
  "PAGE /dev/outbox": { answers: all(200) },
  "PAGE /profile": { answers: selfPage },
  "PAGE /profile/second-factor": { answers: selfPage },
  "PAGE /profile/sessions": { answers: selfPage },
  "PAGE /admin": { answers: { ...adminPage, admin: 307 } },
  "PAGE /admin/audit": { answers: adminPage },
  "PAGE /admin/notifications": { answers: adminPage },
  "PAGE /admin/tenants": { answers: adminPage },
  "PAGE /admin/tenants/[id]": { answers: adminPage, params: tenantAsId },

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
  "GET /api/auth/sessions": { answers: self() },
  "DELETE /api/auth/sessions": { answers: self() },
  "DELETE /api/auth/sessions/[id]": { answers: self(404) },
  "GET /api/dev/outbox": { answers: all(200) },
  "GET /api/admin/notifications": { answers: adminOnly() },
  "GET /api/admin/stream": { answers: adminOnly() },
  "GET /api/admin/tenants": { answers: adminOnly() },
  "GET /api/admin/tenants/[id]": { answers: adminOnly(), params: tenantAsId },
  "POST /api/admin/tenants/[id]/[decision]": {
    answers: adminOnly(422),
    params: (place) => ({ id: place.tenantId, decision: "suspend" }),
  },
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
  "GET /api/cron/tick": { answers: all(401) },
  "GET /api/dashboard/[tenantId]/bookings": { answers: members({}) },
  "GET /api/dashboard/[tenantId]/bookings/[id]": { answers: members({}) },
  "GET /api/dashboard/[tenantId]/notifications": { answers: members({}) },
  "GET /api/dashboard/[tenantId]/stats": { answers: members({}) },
  "GET /api/dashboard/[tenantId]/stream": { answers: members({}) },
  "GET /api/health/live": { answers: all(200) },
  "GET /api/health/ready": { answers: all(200) },
  "GET /api/metrics": { answers: all(404) },
  "GET /api/public/[slug]": { answers: { ...all(200), suspended: 403 } },
  "GET /api/public/[slug]/availability": { answers: { ...all(422), suspended: 403 } },
  "POST /api/public/[slug]/bookings": { answers: all(422), exempt: publicApi },
  "GET /api/public/tenants": { answers: all(200) },
};

/** Server actions: who they are for. Whoever is not meant is sent to sign in or told that nothing is there. */
export const actions: Record<string, "anyone" | "self" | "member" | "admin"> = {
  "app/(auth)/actions.ts#askForReset": "anyone",
  "app/(auth)/actions.ts#giveResetCode": "anyone",
  "app/(auth)/actions.ts#giveSecondFactor": "anyone",
  "app/(auth)/actions.ts#setNewPassword": "anyone",
  "app/(auth)/invite/[token]/actions.ts#joinWithNewLogin": "anyone",
  "app/(auth)/register/actions.ts#register": "anyone",
  "app/(auth)/register/[token]/actions.ts#confirmAddress": "anyone",
  "app/(auth)/register/[token]/actions.ts#sendAgain": "anyone",
  "app/(auth)/setup/actions.ts#setUp": "anyone",
  "app/book/[slug]/actions.ts#placeBooking": "anyone",
  "app/portal/[slug]/actions.ts#enter": "anyone",
  "app/portal/[slug]/actions.ts#leave": "anyone",
  "app/portal/[slug]/actions.ts#tellName": "anyone",
  "app/portal/[slug]/you/actions.ts#changeName": "anyone",
  "app/portal/[slug]/you/actions.ts#changeEmail": "anyone",
  "app/portal/[slug]/you/actions.ts#endDevice": "anyone",
  "app/portal/[slug]/you/actions.ts#endOtherDevices": "anyone",
  "app/(auth)/invite/[token]/actions.ts#join": "self",
  "app/dashboard/actions.ts#applyOnceMore": "self",
  "app/_server/give-proof.ts#giveProof": "self",
  "app/profile/actions.ts#askContact": "self",
  "app/profile/actions.ts#beginTotp": "self",
  "app/profile/actions.ts#confirmContact": "self",
  "app/profile/actions.ts#confirmTotp": "self",
  "app/profile/actions.ts#endOtherSessions": "self",
  "app/profile/actions.ts#endSession": "self",
  "app/profile/actions.ts#renewCodes": "self",
  "app/profile/actions.ts#savePassword": "self",
  "app/profile/actions.ts#saveProfile": "self",
  "app/profile/actions.ts#turnOffTotp": "self",
  "app/dashboard/[tenantId]/leave/actions.ts#leave": "member",
  "app/dashboard/[tenantId]/notifications/actions.ts#markRead": "member",
  "app/dashboard/[tenantId]/members/actions.ts#change": "member",
  "app/dashboard/[tenantId]/members/actions.ts#invite": "member",
  "app/dashboard/[tenantId]/members/actions.ts#remove": "member",
  "app/dashboard/[tenantId]/members/actions.ts#requireFactor": "member",
  "app/dashboard/[tenantId]/members/actions.ts#sendAgain": "member",
  "app/dashboard/[tenantId]/members/actions.ts#withdraw": "member",
  "app/admin/tenants/[id]/actions.ts#decide": "admin",
};

/** Actions of plain forms: they are given the form's last answer and its fields. */
export const formActions: ReadonlySet<string> = new Set([
  "app/admin/tenants/[id]/actions.ts#decide",
  "app/dashboard/actions.ts#applyOnceMore",
]);
