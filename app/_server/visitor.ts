import "server-only";
import { headers } from "next/headers";
import { notFound, redirect } from "next/navigation";
import { cache } from "react";
import { sessionIdOf } from "@/lib/auth/session-cookie";
import { type SessionUser, userOfSession } from "@/lib/auth/sessions";
import type { Viewer } from "@/lib/events/viewer";
import { type Membership, membershipsOf } from "@/lib/tenancy/doors/memberships";
import type { Actor } from "@/lib/tenancy/scope";

export type Visitor = { sessionId: string; user: SessionUser; memberships: Membership[] };

/** Who asks, from the session row of now; once per request. The only reader of the session. */
export const currentVisitor = cache(async (): Promise<Visitor | null> => {
  const sessionId = await sessionIdOf((await headers()).get("cookie"));
  const user = sessionId ? await userOfSession(sessionId) : null;
  if (!sessionId || !user) return null;
  return { sessionId, user, memberships: await membershipsOf(user.id) };
});

export type Member = {
  visitor: Visitor;
  membership: Membership;
  actor: Extract<Actor, { kind: "member" }>;
  viewer: Viewer;
};

/** The visitor as a member of this tenant, or null: the same for another's tenant and for none. */
export function memberOf(visitor: Visitor, tenantId: string): Member | null {
  const membership = visitor.memberships.find((one) => one.tenantId === tenantId);
  if (!membership) return null;
  const viewer = { userId: visitor.user.id, role: membership.role, staffId: membership.staffId };
  return { visitor, membership, viewer, actor: { kind: "member", ...viewer } };
}

/** For pages: sends away whoever is not signed in, and shows others' tenants as not there. */
export async function requireMember(tenantId: string): Promise<Member> {
  const visitor = await currentVisitor();
  if (!visitor) redirect(`/login?next=${encodeURIComponent(await ownPath(`/dashboard/${tenantId}`))}`);
  return memberOf(visitor, tenantId) ?? notFound();
}

/** The page's own address below `base`, with its query; told by the middleware, so anything else than that is not believed. */
async function ownPath(base: string): Promise<string> {
  const path = (await headers()).get("x-path") ?? "";
  return path === base || path.startsWith(`${base}/`) || path.startsWith(`${base}?`) ? path : base;
}
