"use server";

import { headers } from "next/headers";
import { redirect } from "next/navigation";
import { waitWords } from "@/app/_components/forms/wait-words";
import { currentAccount } from "@/app/_server/account";
import { formText } from "@/app/_server/form";
import { isOurOwn, requestOrigin } from "@/app/_server/origin";
import { guest } from "@/app/book/_parts/tenant";
import { endAccountSession, endOtherAccountSessions } from "@/lib/auth/account-sessions";
import { countCode, countRedeeming } from "@/lib/auth/limits";
import { may, type Permission } from "@/lib/auth/permissions";
import { askOwnEmail, changeOwn, redeemOwnEmail } from "@/lib/customers/change-own";
import { customerEmail, customerName } from "@/lib/customers/input";
import { ownCustomer } from "@/lib/customers/own-customer";
import { isId } from "@/lib/platform/ids";
import { findTenant } from "@/lib/tenancy/doors/find-tenant";
import type { Scope } from "@/lib/tenancy/scope";
import { withTenant } from "@/lib/tenancy/with-tenant";
import type { NameState } from "../entry-state";
import { codeFaults, codeIn, nameFault } from "../faults";
import type { EmailState } from "./email-state";

const text = (form: FormData, name: string) => formText(form)(name).slice(0, 400);
const here = (form: FormData) => `/portal/${encodeURIComponent(text(form, "slug"))}`;

/** The customer who asks, at this business and from our own page; anybody else is sent to its entrance. */
async function requireCustomer(permission: Permission, form: FormData) {
  const asked = await headers();
  const from = requestOrigin(asked);
  const [tenant, account] = [await findTenant(text(form, "slug")), await currentAccount()];
  if (!isOurOwn(asked) || !may("customer", permission) || !account || tenant?.status !== "active") redirect(here(form));
  const own = await withTenant(tenant.id, { ...guest, from }, (scope) => ownCustomer(scope, account));
  if (!own) redirect(here(form));
  const actor = { kind: "customer", customerId: own.id, from } as const;
  const act = <T>(work: (scope: Scope) => Promise<T>): Promise<T> => withTenant(tenant.id, actor, work);
  return { tenant, account, from, customerId: own.id, act };
}

export async function changeName(_: NameState, form: FormData): Promise<NameState> {
  const { act, customerId } = await requireCustomer("portal.own", form);
  const name = customerName.safeParse(text(form, "name"));
  if (!name.success) return { name: text(form, "name"), fault: nameFault(name.error.issues[0]?.message) };
  await act((scope) => changeOwn(scope, customerId, { name: name.data }));
  return { name: name.data, saved: true };
}

/** First the address, then the code that went there; works as a plain form as well. */
export async function changeEmail(_: EmailState, form: FormData): Promise<EmailState> {
  const { act, customerId, tenant, from } = await requireCustomer("portal.own", form);
  const typed = text(form, "email");
  const read = customerEmail.safeParse(typed);
  if (!read.success) return { step: "email", email: typed, fault: "That is not an e-mail address." };
  const email = read.data;
  const challenge = text(form, "challenge");
  const atCode = { step: "code", email, challenge } as const;
  if (text(form, "step") !== "code" || text(form, "again") !== "") {
    const within = await countCode("portal_email", email, from.address);
    if (!within.ok) {
      const problem = waitWords(within.retryAfterSeconds);
      // A code that was sent before still counts.
      return challenge ? { ...atCode, problem } : { step: "email", email: typed, problem };
    }
    return { step: "code", email, challenge: await askOwnEmail(email, tenant.name) };
  }
  const code = codeIn(text(form, "code"));
  if (!code) return { ...atCode, fault: codeFaults.shape };
  const within = await countRedeeming(from.address);
  if (!within.ok) return { ...atCode, problem: waitWords(within.retryAfterSeconds) };
  const redeemed = await redeemOwnEmail(email, challenge, code);
  if (!redeemed.ok) return { ...atCode, fault: codeFaults[redeemed.why] };
  await act((scope) => changeOwn(scope, customerId, { email }));
  return { step: "email", email, saved: true };
}

export async function endDevice(form: FormData): Promise<void> {
  const { account } = await requireCustomer("portal.own", form);
  const id = text(form, "id");
  if (isId(id)) await endAccountSession(account, id);
  redirect(`${here(form)}/you`);
}

export async function endOtherDevices(form: FormData): Promise<void> {
  const { account } = await requireCustomer("portal.own", form);
  await endOtherAccountSessions(account);
  redirect(`${here(form)}/you`);
}
