import "server-only";
import { cookies, headers } from "next/headers";
import { notFound, redirect } from "next/navigation";
import { cache } from "react";
import { may, type Permission } from "@/lib/auth/permissions";
import { sessionIdOf } from "@/lib/auth/session-cookie";
import { type SessionUser, userOfSession, waitingUserOf } from "@/lib/auth/sessions";
import type { Viewer } from "@/lib/events/viewer";
import { type Membership, membershipsOf } from "@/lib/tenancy/doors/memberships";
import { isAtWork } from "@/lib/tenancy/rules";
import type { Actor } from "@/lib/tenancy/scope";
import { requestOrigin } from "./origin";

export type Visitor = { sessionId: string; user: SessionUser; memberships: Membership[] };

/** The session of the cookie that came, or of the one that an action has put in its place: the page is drawn again with that. */
async function ownSessionId(): Promise<string | null> {
  const own = (await cookies()).getAll().map(({ name, value }) => `${name}=${encodeURIComponent(value)}`);
  return sessionIdOf(own.join("; "));
}

/** Who asks, from the session row of now; once per request. The only reader of the session. */
export const currentVisitor = cache(async (): Promise<Visitor | null> => {
  const sessionId = await ownSessionId();
  const user = sessionId ? await userOfSession(sessionId) : null;
  if (!sessionId || !user) return null;
  return { sessionId, user, memberships: await membershipsOf(user.id) };
});

/** Who has given a password here and owes the second factor. */
export async function waitingVisitor(): Promise<{ sessionId: string; user: SessionUser } | null> {
  const sessionId = await ownSessionId();
  const user = sessionId ? await waitingUserOf(sessionId) : null;
  return sessionId && user ? { sessionId, user } : null;
}

export type Member = {
  visitor: Visitor;
  membership: Membership;
  actor: Extract<Actor, { kind: "member" }>;
  viewer: Viewer;
};

/** The visitor as a member of this tenant, or null: the same for another's tenant, for none and for one that is closed. */
export async function memberOf(visitor: Visitor, tenantId: string): Promise<Member | null> {
  const membership = visitor.memberships.find((one) => one.tenantId === tenantId && isAtWork(one));
  if (!membership || owesSecondFactor(visitor, membership)) return null;
  const viewer = { userId: visitor.user.id, role: membership.role, staffId: membership.staffId };
  const actor = { kind: "member", ...viewer, role: membership.role, from: requestOrigin(await headers()) } as const;
  return { visitor, membership, viewer, actor };
}

/** Their business demands a second factor and they have none: nothing of it is theirs to see or change. */
export const owesSecondFactor = ({ user }: Visitor, membership: Membership): boolean =>
  membership.secondFactorRequired && !user.hasSecondFactor;

/** For pages: sends away whoever is not signed in, and shows what is not theirs to see as not there. */
export async function requireMember(tenantId: string, permission: Permission): Promise<Member> {
  const visitor = await requireVisitor(`/dashboard/${tenantId}`);
  const membership = visitor.memberships.find((one) => one.tenantId === tenantId);
  if (membership && isAtWork(membership) && owesSecondFactor(visitor, membership))
    redirect("/profile/second-factor?required=1");
  // Its people are told why instead of seeing that it is not there.
  if (membership && !isAtWork(membership)) redirect(`/dashboard?business=${tenantId}`);
  const member = await memberOf(visitor, tenantId);
  return member && may(member.membership.role, permission) ? member : notFound();
}

/** For pages of one's own. `base` is where signing in leads back to. */
export async function requireVisitor(base: string): Promise<Visitor> {
  return (await currentVisitor()) ?? redirect(`/login?next=${encodeURIComponent(await ownPath(base))}`);
}

/** For pages of the platform's administration: not there for anybody else. */
export async function requireAdmin(permission: Permission): Promise<Visitor> {
  const visitor = await requireVisitor("/admin");
  return visitor.user.platformAdmin && may("platform_admin", permission) ? visitor : notFound();
}

/** An admin as the platform's own log and notifications know them. */
export const adminViewer = ({ user }: Visitor): Viewer => ({ userId: user.id, role: "platform_admin", staffId: null });

export const adminActor = async (visitor: Visitor): Promise<Extract<Actor, { kind: "admin" }>> => ({
  kind: "admin",
  userId: visitor.user.id,
  from: requestOrigin(await headers()),
});

/** The page's own address below `base`, with its query; told by the middleware, so anything else than that is not believed. */
async function ownPath(base: string): Promise<string> {
  const path = (await headers()).get("x-path") ?? "";
  return path === base || path.startsWith(`${base}/`) || path.startsWith(`${base}?`) ? path : base;
}
