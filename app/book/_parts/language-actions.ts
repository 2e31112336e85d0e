"use server";

import { headers } from "next/headers";
import { z } from "zod";
import { currentAccount } from "@/app/_server/account";
import { anyoneAction, done } from "@/app/_server/action";
import { formText } from "@/app/_server/form";
import { keepLanguage } from "@/app/_server/language";
import { requestOrigin } from "@/app/_server/origin";
import { changeOwn } from "@/lib/customers/change-own";
import { ownCustomer } from "@/lib/customers/own-customer";
import type { Language } from "@/lib/platform/format";
import { languages } from "@/lib/platform/language";
import { asTyped } from "@/lib/platform/typed-text";
import { findTenant } from "@/lib/tenancy/doors/find-tenant";
import { withTenant } from "@/lib/tenancy/with-tenant";
import { guest } from "./tenant";

const choice = z.object({ language: z.enum(languages), slug: asTyped(200) });

const choosing = anyoneAction("anyone", choice, async ({ language, slug }) => {
  await keepLanguage(language);
  await tellHouse(slug, language);
  return done(null);
});

/** Whoever has shown who they are is written to in it as well. */
async function tellHouse(slug: string, language: Language): Promise<void> {
  const [tenant, account] = [await findTenant(slug), await currentAccount()];
  if (tenant?.status !== "active" || !account) return;
  const from = requestOrigin(await headers());
  const own = await withTenant(tenant.id, { ...guest, from }, (scope) => ownCustomer(scope, account));
  if (!own || own.language === language) return;
  const actor = { kind: "customer", customerId: own.id, from } as const;
  await withTenant(tenant.id, actor, (scope) => changeOwn(scope, own.id, { language }));
}

/** The page they are on is drawn again in it. */
export async function chooseLanguage(form: FormData): Promise<void> {
  const text = formText(form);
  await choosing({ language: text("language"), slug: text("slug") });
}
