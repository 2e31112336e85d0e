"use server";

import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import { waitWords } from "@/app/_components/forms/wait-words";
import { type Customer, customerFormAction, type FormState, signInFirst } from "@/app/_server/form-action";
import { keepLanguage } from "@/app/_server/language";
import { endAccountSession, endOtherAccountSessions } from "@/lib/auth/account-sessions";
import { countOwnChange } from "@/lib/auth/limits";
import { changeOwn } from "@/lib/customers/change-own";
import { changeOwnPhone, knowByPhone } from "@/lib/customers/change-own-phone";
import { sayConsent } from "@/lib/customers/consent";
import { shown } from "@/lib/customers/consent-words";
import { customerName, customerWishes } from "@/lib/customers/input";
import { askOwnContact, type Contact, redeemOwnContact } from "@/lib/customers/own-contact";
import { isId } from "@/lib/platform/ids";
import { faults, nameFault } from "../faults";
import type { AllowState, CodeState, NameState, WishesState } from "../form-states";
import { portalWords } from "../portal-words";
import { codeAsSent, throughCode } from "../through-code";

/** Why somebody who changed much of themself already has to wait, or nothing. */
async function tooOften({ account, own }: Customer): Promise<string | undefined> {
  const within = await countOwnChange("profile", account.accountId);
  return within.ok ? undefined : waitWords(within.retryAfterSeconds, own.language);
}

export const changeName = customerFormAction(
  "portal.own",
  (text): NameState => ({ name: text("name") }),
  async (customer, _text, kept) => {
    const name = customerName.safeParse(kept.name);
    if (!name.success) return { ...kept, fault: nameFault(customer.own.language, name.error.issues[0]?.message) };
    const problem = await tooOften(customer);
    if (problem) return { ...kept, problem };
    await customer.act((scope) => changeOwn(scope, customer.own.id, { name: name.data }));
    return { name: name.data, saved: true };
  },
);

/** In which language, and how somebody wants to hear of their bookings. */
export const changeWishes = customerFormAction(
  "portal.own",
  (text): WishesState => ({
    language: text("language"),
    bySms: text("bySms") !== "",
    byEmail: text("byEmail") !== "",
  }),
  async (customer, _text, kept) => {
    const read = customerWishes.safeParse(kept);
    if (!read.success) return { ...kept, problem: portalWords[customer.own.language].chooseLanguage };
    const problem = await tooOften(customer);
    if (problem) return { ...kept, problem };
    const { language, ...wishes } = read.data;
    await customer.act((scope) => changeOwn(scope, customer.own.id, { language, wishes }));
    await keepLanguage(language);
    // Everything of theirs is read in it from now on.
    if (language !== customer.own.language) revalidatePath(`/portal/${customer.tenant.slug}`, "layout");
    return { ...kept, saved: true };
  },
);

/** Whether they may be written to about offers. */
export const changeAllowed = customerFormAction(
  "portal.own",
  (text): AllowState => ({ marketing: text("marketing") !== "" }),
  async (customer, _text, kept) => {
    const problem = await tooOften(customer);
    if (problem) return { ...kept, problem };
    const granted = kept.marketing;
    await customer.act((scope) =>
      sayConsent(scope, customer.own.id, { purpose: "marketing", granted, wording: shown.marketing, source: "portal" }),
    );
    return { ...kept, saved: true };
  },
);

/** First the address, then the code that went there. */
export const changeEmail = customerFormAction("portal.own", codeAsSent("email"), (customer, text, kept) =>
  changeContact("email", customer, text, kept, async (email) => {
    await customer.act((scope) => changeOwn(scope, customer.own.id, { email }));
  }),
);

/** First the new number, then the code that went there: from then on it is the one to sign in with. */
export const changePhone = customerFormAction("portal.own", codeAsSent("phone"), (customer, text, kept) =>
  changeContact("phone", customer, text, kept, async (phone) => {
    const { account, own, tenant } = customer;
    const changing = { account, customerId: own.id, house: tenant.name };
    const changed = await customer.act((scope) => changeOwnPhone(scope, changing, phone));
    if (changed.ok) return undefined;
    if (changed.refusal === "taken") return { step: "to", fault: faults[own.language].phone.taken };
    return signInFirst("ended", `/portal/${tenant.slug}/sign-in`);
  }),
);

async function changeContact(
  contact: Contact,
  { account, own, tenant, from }: Customer,
  text: (name: string) => string,
  kept: CodeState,
  change: (to: string) => Promise<Partial<CodeState> | undefined>,
): Promise<CodeState> {
  const wrong = faults[own.language];
  return throughCode(text, kept, {
    language: own.language,
    kind: `portal-${contact}`,
    whose: `${tenant.id} ${account.accountId}`,
    async ask(typed) {
      if (typed.trim() === "") return { fault: wrong[contact].none };
      const asked = await askOwnContact({ account, house: tenant, language: own.language, from }, contact, typed);
      if (asked.ok) return asked.value;
      if (asked.refusal === "not_one") return { fault: wrong[contact].wrong };
      if (asked.refusal === "no_country") return { fault: wrong.phone.no_country };
      return { problem: waitWords(asked.retryAfterSeconds, own.language) };
    },
    async give(given) {
      const redeemed = await redeemOwnContact(contact, given, from);
      if (redeemed.ok) return change(given.to);
      if (redeemed.why === "too_often") return { problem: waitWords(redeemed.retryAfterSeconds, own.language) };
      return { fault: wrong.code[redeemed.why] };
    },
  });
}

const nothing = (): FormState => ({});

/** A business that still has another number of theirs takes over the one they sign in with. */
export const usePhoneHere = customerFormAction<FormState>(
  "portal.own",
  nothing,
  async ({ tenant, account, own, act }) => {
    if (!(await act((scope) => knowByPhone(scope, own.id, account.phone))))
      return { problem: portalWords[own.language].numberTaken(tenant.name) };
    redirect(`/portal/${tenant.slug}/you`);
  },
);

export const endDevice = customerFormAction<FormState>("portal.own", nothing, async ({ tenant, account }, text) => {
  const id = text("id");
  if (isId(id)) await endAccountSession(account, id);
  redirect(`/portal/${tenant.slug}/you`);
});

export const endOtherDevices = customerFormAction<FormState>("portal.own", nothing, async ({ tenant, account }) => {
  await endOtherAccountSessions(account);
  redirect(`/portal/${tenant.slug}/you`);
});
