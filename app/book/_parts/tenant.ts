import "server-only";
import { cookies, headers } from "next/headers";
import { notFound, redirect } from "next/navigation";
import { cache } from "react";
import { currentVisitor, memberOf } from "@/app/_server/visitor";
import { now } from "@/lib/platform/clock";
import { referralCookie } from "@/lib/platform/referral";
import { findTenant, type PublicTenant } from "@/lib/tenancy/doors/find-tenant";
import { takesBookings } from "@/lib/tenancy/rules";
import type { Actor } from "@/lib/tenancy/scope";
import { movedHref } from "./moved-href";

/** Somebody on a public page; nobody is signed in here. */
export const guest: Actor = { kind: "public", via: "page" };

/** The business at this address, asked once per request; a rejected one was never there. */
export const knownTenant = cache(async (slug: string): Promise<PublicTenant | null> => {
  const tenant = await findTenant(slug);
  return tenant && tenant.status !== "rejected" ? tenant : null;
});

/** An address of before leads on to the same page at the one of now; not for good, as it may be taken back. */
export async function tenantAt(slug: string): Promise<PublicTenant> {
  const tenant = (await knownTenant(slug)) ?? notFound();
  if (tenant.slug === slug) return tenant;
  const asked = (await headers()).get("x-path") ?? "";
  redirect(movedHref(asked, tenant.slug, (await cookies()).get(referralCookie)?.value));
}

/** Before it opens its own members see its pages as they will be. Only then is a session asked for here. */
export const isPreview = cache(async (tenant: PublicTenant): Promise<boolean> => {
  if (tenant.status !== "pending") return false;
  const visitor = await currentVisitor();
  return visitor !== null && (await memberOf(visitor, tenant.id)) !== null;
});

/** Null while it takes no bookings: the layout says so in place of the page. */
export async function openTenantAt(slug: string): Promise<PublicTenant | null> {
  const tenant = await tenantAt(slug);
  return takesBookings(tenant, now()) || (await isPreview(tenant)) ? tenant : null;
}

/** A single value of a query that anybody may have written. */
export type Query = Record<string, string | string[] | undefined>;

export function single(query: Query, name: string): string | undefined {
  const value = query[name];
  return Array.isArray(value) ? value[0] : value;
}
