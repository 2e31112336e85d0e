import { isUnavailable } from "@/db/errors";
import { accountOf, accountToken } from "@/lib/auth/account-sessions";
import { keyIn, keyOf } from "@/lib/auth/key-of";
import { sessionIdOf } from "@/lib/auth/session-cookie";
import { userOfSession } from "@/lib/auth/sessions";
import { openLink } from "@/lib/bookings/open-link";
import { familyOf, ownCustomer } from "@/lib/customers/own-customer";
import { isId } from "@/lib/platform/ids";
import { activeOf } from "@/lib/tenancy/doors/active-tenants";
import { findTenant } from "@/lib/tenancy/doors/find-tenant";
import { type Right, rightsOf } from "@/lib/tenancy/doors/rights";
import { withTenant } from "@/lib/tenancy/with-tenant";

/** What is asked to be listened to: a tenant's log, a business's free times, those and one booking by its link, or what is a customer's own. */
export type Place = { tenantId: string } | { slug: string } | { token: string } | { portal: string };
/** Anybody at a public page. No cookie was read, so there is no session to lend, but for `customer`. */
export type Guest = { tenantId: string; bookingId: string | null; customer?: InPortal };
/** Who entered with phone and code: themself at this business, and the children they answer for. */
type InPortal = { sessionId: string; accountId: string; customerIds: readonly string[] };
export type Refusal = { status: 401 | 403 | 404 | 429 | 503; text: string };

const noKey: Refusal = { status: 401, text: "this key is not known, or works no longer" };
const noScope: Refusal = { status: 403, text: "the key would need events:read" };
const noSession: Refusal = { status: 401, text: "sign in first" };
/** The same for another's tenant and for one that does not exist. */
const notFound: Refusal = { status: 404, text: "not found" };
const notOpen: Refusal = { status: 403, text: "takes no online bookings at the moment" };
const unavailable: Refusal = { status: 503, text: "come back in a moment" };

/** Who may open a stream. One question for both doors; any doubt is a refusal. */
export async function authorize(
  cookie: string | null | undefined,
  place: Place,
  authorization?: string | null,
): Promise<Right | Guest | Refusal> {
  try {
    if ("slug" in place) return await ofBusiness(place.slug);
    if ("token" in place) return await ofBooking(place.token);
    if ("portal" in place) return await ofCustomer(cookie, place.portal);
    const secret = keyIn(authorization);
    return await (secret ? ofKey(secret, place.tenantId) : ofMember(cookie, place.tenantId));
  } catch (error) {
    if (isUnavailable(error)) return unavailable;
    throw error;
  }
}

async function ofMember(cookie: string | null | undefined, tenantId: string): Promise<Right | Refusal> {
  const sessionId = await sessionIdOf(cookie);
  if (!sessionId) return noSession;
  const [right] = isId(tenantId) ? await rightsOf([{ sessionId, tenantId }]) : [];
  if (right) return right;
  return (await userOfSession(sessionId)) ? notFound : noSession;
}

/** A program that may hear what happens; of the business that gave the key alone. */
async function ofKey(secret: string, tenantId: string): Promise<Right | Refusal> {
  const key = await keyOf(secret);
  if (!key) return noKey;
  if (key.tenantId !== tenantId) return notFound;
  const [right] = await rightsOf([{ sessionId: key.keyId, tenantId }]);
  return right ?? (key.scopes.includes("events:read") ? notFound : noScope);
}

async function ofBusiness(slug: string): Promise<Guest | Refusal> {
  const tenant = await findTenant(slug);
  if (!tenant || tenant.status === "rejected") return notFound;
  return tenant.status === "active" ? { tenantId: tenant.id, bookingId: null } : notOpen;
}

async function ofBooking(token: string): Promise<Guest | Refusal> {
  const found = await openLink(token);
  if (!found) return notFound;
  return (await activeOf([found.tenantId])).has(found.tenantId) ? found : notOpen;
}

async function ofCustomer(cookie: string | null | undefined, slug: string): Promise<Guest | Refusal> {
  const at = await ofBusiness(slug);
  if ("status" in at) return at;
  const account = await accountOf(accountToken(cookie));
  if (!account) return noSession;
  const { sessionId, accountId } = account;
  const customerIds = await withTenant(at.tenantId, { kind: "public", via: "page" }, async (scope) => {
    const own = await ownCustomer(scope, account);
    return own ? familyOf(scope, own.id) : [];
  });
  return customerIds.length > 0 ? { ...at, customer: { sessionId, accountId, customerIds } } : notFound;
}
