import "server-only";
import type { Metadata } from "next";
import { headers } from "next/headers";
import { redirect } from "next/navigation";
import { guest } from "@/app/book/_parts/tenant";
import { type OwnCustomer, ownCustomer } from "@/lib/customers/own-customer";
import { type OwnSigns, ownSigns } from "@/lib/notifications/own-signs";
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
): Promise<{ own: OwnCustomer; shown: T; signs: OwnSigns }> {
  const account = await currentAccount();
  if (!account) redirect(`/portal/${tenant.slug}/sign-in`);
  const from = requestOrigin(await headers());
  const found = await withTenant(tenant.id, { ...guest, from }, async (scope) => {
    const own = await ownCustomer(scope, account);
    return own && { own, signs: await ownSigns(scope, own.id), shown: await read(scope, own) };
  });
  return found ?? redirect(`/portal/${tenant.slug}`);
}

/** What a page of the portal is called, in the language of whoever looks at it. */
export const portalTitle = async (title: (language: Language) => string): Promise<Metadata> => ({
  title: title(await languageHere()),
});
