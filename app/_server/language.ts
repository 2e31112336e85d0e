import "server-only";
import { cookies, headers } from "next/headers";
import { cache } from "react";
import { isUnavailable } from "@/db/errors";
import { secureCookies } from "@/lib/auth/session-cookie";
import { languageOfLink } from "@/lib/customers/language-of-link";
import { ownLanguage } from "@/lib/customers/own-customer";
import { isBusy } from "@/lib/platform/busy";
import type { Language } from "@/lib/platform/format";
import { askedLanguage, isLanguage } from "@/lib/platform/language";
import { findTenant } from "@/lib/tenancy/doors/find-tenant";
import { readTenant } from "@/lib/tenancy/with-tenant";
import { currentAccount } from "./account";
import { requestOrigin } from "./origin";
import { currentVisitor } from "./visitor";

const nameOf = (): string => `${secureCookies() ? "__Host-" : ""}language`;
const rememberedSeconds = 365 * 86_400;

/** What was chosen in this browser, by the switch or in the portal. */
export async function chosenLanguage(): Promise<Language | null> {
  const value = (await cookies()).get(nameOf())?.value;
  return isLanguage(value) ? value : null;
}

/** The same, or what the browser asks for: of somebody of whom nothing is known yet. */
export const languageAsked = async (): Promise<Language> =>
  (await chosenLanguage()) ?? askedLanguage((await headers()).get("accept-language")) ?? "en";

export async function keepLanguage(language: Language): Promise<void> {
  (await cookies()).set(nameOf(), language, {
    httpOnly: true,
    sameSite: "lax",
    secure: secureCookies(),
    path: "/",
    maxAge: rememberedSeconds,
  });
}

/** Whoever signs out leaves nothing of theirs to who comes next. */
export async function forgetLanguage(): Promise<void> {
  (await cookies()).delete(nameOf());
}

/**
 * What a page is read in. Whoever works here has said so in their profile. In the portal it is what a customer has chosen
 * there; elsewhere what was chosen in this browser, else what the customer reads whom the link was sent to, else what the
 * browser asks for. So it is where the platform shows itself, and where nothing is.
 */
export const languageHere = cache(async (): Promise<Language> => {
  const asked = await headers();
  const path = asked.get("x-path") ?? "";
  if (isWork(path)) {
    const own = await known(async () => (await currentVisitor())?.user.language ?? null);
    if (own) return own;
  }
  // What is no page has no path here.
  if (path === "") return "en";
  const [, place, key = ""] = /^\/(book|portal|b|w|q|v|u|r)\/([^/?]+)/.exec(path) ?? [];
  if (!place) return languageAsked();
  const own = place === "portal" ? await known(() => languageIn(key)) : null;
  return (
    own ??
    (await chosenLanguage()) ??
    (place === "book" || place === "portal" ? null : await known(() => languageOfLink(key))) ??
    askedLanguage(asked.get("accept-language")) ??
    "en"
  );
});

/** Where people work, and the way in. */
const isWork = (path: string): boolean =>
  /^\/(dashboard|admin|profile|login|register|forgot-password|reset-password|invite|setup)([/?]|$)/.test(path);

/** Nobody waits for their language, nor loses what they typed for it. */
const known = (ask: () => Promise<Language | null>): Promise<Language | null> =>
  ask().catch((error: unknown) => {
    if (isUnavailable(error) || isBusy(error)) return null;
    throw error;
  });

async function languageIn(slug: string): Promise<Language | null> {
  const account = await currentAccount();
  const tenant = account && (await findTenant(slug));
  if (!tenant) return null;
  const from = requestOrigin(await headers());
  return readTenant(tenant.id, { kind: "public", via: "page", from }, (scope) => ownLanguage(scope, account));
}
