import "server-only";
import type { Metadata } from "next";
import { headers } from "next/headers";
import { redirect } from "next/navigation";
import { guest } from "@/app/book/_parts/tenant";
import { unreadByCustomer } from "@/lib/conversations/get-thread";
import { type OwnCustomer, ownCustomer } from "@/lib/customers/own-customer";
import type { Language } from "@/lib/platform/format";
import type { PublicTenant } from "@/lib/tenancy/doors/find-tenant";
import type { Scope } from "@/lib/tenancy/scope";
import { withTenant } from "@/lib/tenancy/with-tenant";
import { currentAccount } from "./account";
import { languageHere } from "./language";
import { requestOrigin } from "./origin";

/** What a page of the portal shows of its customer; whoever has not entered, or is not known here, is led there. */
export async function ownPage<T>(
  tenant: PublicTenant,
  read: (scope: Scope, own: OwnCustomer) => Promise<T>,
): Promise<{ own: OwnCustomer; shown: T; unread: number }> {
  const account = await currentAccount();
  if (!account) redirect(`/portal/${tenant.slug}/sign-in`);
  const from = requestOrigin(await headers());
  const found = await withTenant(tenant.id, { ...guest, from }, async (scope) => {
    const own = await ownCustomer(scope, account);
    return own && { own, shown: await read(scope, own), unread: await unreadByCustomer(scope, own.id) };
  });
  return found ?? redirect(`/portal/${tenant.slug}`);
}

/** What a page of the portal is called, in the language of whoever looks at it. */
export const portalTitle = async (title: (language: Language) => string): Promise<Metadata> => ({
  title: title(await languageHere()),
});
