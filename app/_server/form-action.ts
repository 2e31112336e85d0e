import "server-only";
import { headers } from "next/headers";
import { notFound } from "next/navigation";
import { guest } from "@/app/book/_parts/tenant";
import type { Account } from "@/lib/auth/account-sessions";
import { may, type Permission } from "@/lib/auth/permissions";
import { type OwnCustomer, ownCustomer } from "@/lib/customers/own-customer";
import { findTenant, type PublicTenant } from "@/lib/tenancy/doors/find-tenant";
import type { RequestOrigin, Scope } from "@/lib/tenancy/scope";
import { withTenant } from "@/lib/tenancy/with-tenant";
import { currentAccount } from "./account";
import { carefully } from "./action";
import { formText } from "./form";
import { languageHere } from "./language";
import { isOurOwn, requestOrigin } from "./origin";

/** Where one signs in again first, and what is said of it. */
export type SignInFirst = { href: string; link: string; afterwards: string };

/** What keeps a form from being done, whatever it is about. */
export type FormState = { problem?: string | undefined; signIn?: SignInFirst | undefined };

type Text = (name: string) => string;
/** The form as it was sent, to be shown again when nothing came of it. */
type Keep<S> = (text: Text) => S;
type Send<S> = (before: S, form: FormData) => Promise<S>;

/** At an open business, by a form of our own page. */
export type Guest = { tenant: PublicTenant; from: RequestOrigin; userAgent: string };
/** Somebody who has shown that a phone is theirs. */
export type Entered = Guest & { account: Account };
export type Customer = Entered & { own: OwnCustomer; act<T>(work: (scope: Scope) => Promise<T>): Promise<T> };

const words = {
  en: {
    closed: "This business takes no sign-ins at the moment.",
    ended: "You have been signed out meanwhile.",
    unknown: "This business does not know you yet.",
    unavailable: "That did not go through. Please try again in a moment.",
    link: "Sign in in a new tab",
    afterwards: ", come back here, and send this once more.",
  },
  sw: {
    closed: "Biashara hii haipokei kuingia kwa sasa.",
    ended: "Umetoka kwenye akaunti; ingia tena.",
    unknown: "Biashara hii bado haikujui.",
    unavailable: "Haikufaulu. Tafadhali jaribu tena baada ya muda mfupi.",
    link: "Ingia kwenye ukurasa mpya",
    afterwards: ", rudi hapa, kisha utume hii tena.",
  },
};

/** What is said to whoever has to sign in before their form counts. */
export async function signInFirst(why: "ended" | "unknown", href: string): Promise<FormState> {
  const { link, afterwards, ...said } = words[await languageHere()];
  return { problem: said[why], signIn: { href, link, afterwards } };
}

/** No field of these forms holds more. */
const mostCharacters = 2_000;

/**
 * A form of the portal, with or without a script: whatever happens, it comes back as it was typed, with what is in the
 * way. It sets or reads a session, so it counts only from our own page.
 */
export const guestFormAction =
  <S extends FormState>(_: "anyone", keep: Keep<S>, work: (guest: Guest, text: Text, kept: S) => Promise<S>): Send<S> =>
  async (_before, form) => {
    const said = words[await languageHere()];
    const asked = await headers();
    if (!isOurOwn(asked)) notFound();
    const text: Text = (name) => formText(form)(name).slice(0, mostCharacters);
    const kept = keep(text);
    return carefully<S>(
      async () => {
        const tenant = await findTenant(text("slug"));
        if (tenant?.status !== "active") return { ...kept, problem: said.closed };
        return work({ tenant, from: requestOrigin(asked), userAgent: asked.get("user-agent") ?? "" }, text, kept);
      },
      (problem, full) => ({ ...kept, problem: full ? problem : said.unavailable }),
    );
  };

/** The same for whoever entered with phone and code. Whose sign-in has ended is told so, and keeps what they typed. */
export const enteredFormAction = <S extends FormState>(
  permission: Permission,
  keep: Keep<S>,
  work: (entered: Entered, text: Text, kept: S) => Promise<S>,
): Send<S> =>
  guestFormAction("anyone", keep, async (asking, text, kept) => {
    if (!may("customer", permission)) notFound();
    const account = await currentAccount();
    if (!account) return { ...kept, ...(await signInFirst("ended", `/portal/${asking.tenant.slug}/sign-in`)) };
    return work({ ...asking, account }, text, kept);
  });

/** The same for whom this business knows. */
export const customerFormAction = <S extends FormState>(
  permission: Permission,
  keep: Keep<S>,
  work: (customer: Customer, text: Text, kept: S) => Promise<S>,
): Send<S> =>
  enteredFormAction(permission, keep, async (entered, text, kept) => {
    const { tenant, account, from } = entered;
    const own = await withTenant(tenant.id, { ...guest, from }, (scope) => ownCustomer(scope, account));
    if (!own) return { ...kept, ...(await signInFirst("unknown", `/portal/${tenant.slug}`)) };
    const actor = { kind: "customer", customerId: own.id, from } as const;
    return work({ ...entered, own, act: (does) => withTenant(tenant.id, actor, does) }, text, kept);
  });
