"use server";

import { redirect } from "next/navigation";
import { z } from "zod";
import { waitWords } from "@/app/_components/forms/wait-words";
import { leavePortal } from "@/app/_server/account";
import { anyoneAction, done } from "@/app/_server/action";
import { formText } from "@/app/_server/form";
import {
  customerFormAction,
  enteredFormAction,
  type FormState,
  type Guest,
  guestFormAction,
} from "@/app/_server/form-action";
import { chosenLanguage, forgetLanguage, languageHere } from "@/app/_server/language";
import { later } from "@/app/_server/later";
import { askForCode, enterWithCode } from "@/app/_server/portal-entry";
import { forgetCode } from "@/app/_server/waiting-code";
import { guest } from "@/app/book/_parts/tenant";
import type { Account } from "@/lib/auth/account-sessions";
import { countPrompt } from "@/lib/auth/limits";
import { isOwnBooking } from "@/lib/bookings/list-own";
import { changeOwn } from "@/lib/customers/change-own";
import { customerName } from "@/lib/customers/input";
import { becomeCustomer, ownCustomer } from "@/lib/customers/own-customer";
import { type AskRefusal, askToPay } from "@/lib/payments/ask-to-pay";
import { sendPrompt } from "@/lib/payments/send-prompt";
import { now } from "@/lib/platform/clock";
import { formatWait, type Language } from "@/lib/platform/format";
import { isId } from "@/lib/platform/ids";
import { refuse } from "@/lib/platform/result";
import { findTenant } from "@/lib/tenancy/doors/find-tenant";
import { withTenant } from "@/lib/tenancy/with-tenant";
import { ownMoney } from "@/lib/till/own-money";
import { faults, nameFault } from "./faults";
import type { NameState } from "./form-states";
import { payWords } from "./pay-words";
import { portalWords } from "./portal-words";
import { codeAsSent, throughCode } from "./through-code";

/** First the phone, then the code; works as a plain form as well. */
export const enter = guestFormAction("anyone", codeAsSent("phone"), async (by, text, kept) => {
  const { tenant, from } = by;
  const language = await languageHere();
  const wrong = faults[language];
  return throughCode(text, kept, {
    kind: "portal-entry",
    language,
    whose: tenant.id,
    async ask(typed) {
      if (typed.trim() === "") return { fault: wrong.phone.none };
      const sent = await askForCode(tenant, typed, from.address, language);
      if (sent.ok) return { to: sent.value.phone, challenge: sent.value.challenge };
      if (sent.refusal === "no_phone") return { fault: wrong.phone.wrong };
      if (sent.refusal === "no_country") return { fault: wrong.phone.no_country };
      return { problem: noneLeft(sent.retryAfterSeconds, language) };
    },
    async give({ to, challenge, code }) {
      const entered = await enterWithCode({ phone: to, challenge, code }, by);
      if (!entered.ok) {
        if (entered.refusal === "too_often") return { problem: waitWords(entered.retryAfterSeconds, language) };
        return { fault: wrong.code[entered.refusal === "wrong" ? "wrong" : "too_many"] };
      }
      await takeLanguageAlong(by, entered.value);
      await forgetCode("portal-entry");
      redirect(`/portal/${tenant.slug}`);
    },
  });
});

/** What was chosen in this browser is theirs from now on. The browser keeps nothing of theirs: the next one may be another. */
async function takeLanguageAlong({ tenant, from }: Guest, account: Account): Promise<void> {
  const chosen = await chosenLanguage();
  if (!chosen) return;
  const own = await withTenant(tenant.id, { ...guest, from }, (scope) => ownCustomer(scope, account));
  if (!own) return;
  const actor = { kind: "customer", customerId: own.id, from } as const;
  await withTenant(tenant.id, actor, (scope) => changeOwn(scope, own.id, { language: chosen }));
}

const noneLeft = (seconds: number, language: Language): string =>
  seconds > 3_600 ? portalWords[language].noneLeft : waitWords(seconds, language);

/** A verified phone that this business did not know tells its name. */
export const tellName = enteredFormAction(
  "portal.own",
  (text): NameState => ({ name: text("name") }),
  async ({ tenant, account, from }, _text, kept) => {
    const name = customerName.safeParse(kept.name);
    if (!name.success) return { ...kept, fault: nameFault(await languageHere(), name.error.issues[0]?.message) };
    const language = await languageHere();
    await withTenant(tenant.id, { ...guest, from }, (scope) => becomeCustomer(scope, account, name.data, language));
    redirect(`/portal/${tenant.slug}`);
  },
);

/**
 * Asks the phone that they signed in with for what is open of a booking of theirs, or of a child of theirs. The page shows
 * what becomes of it.
 */
export const payOwn = customerFormAction<FormState>(
  "portal.own",
  () => ({}),
  async (customer, text) => {
    const { tenant, account, own, from } = customer;
    const words = payWords[own.language];
    const id = text("id");
    const within = await countPrompt(tenant.id, from.address);
    if (!within.ok) return { problem: words.often(formatWait(within.retryAfterSeconds, own.language)) };
    // As whoever holds the booking's link: whose it is was shown by the portal's session.
    const asked = await withTenant(tenant.id, { ...guest, from }, async (scope) => {
      const due =
        isId(id) && (await isOwnBooking(scope, own.id, id)) ? (await ownMoney(scope, [id])).of.get(id)?.due : null;
      if (!due) return refuse("nothing_due");
      // What a person looks at may be paid already.
      if (due.state === "asked" || due.state === "looked_at") return refuse("asked_already");
      const { saleId, amountMinor } = due;
      return askToPay(scope, { ...(saleId ? { saleId, amountMinor } : { bookingId: id }), phone: account.phone });
    });
    if (asked.ok) {
      const { paymentId } = asked.value;
      // Once it is kept, and not before the answer: the job sends what this does not.
      later(() => sendPrompt(tenant.id, paymentId));
    } else if (asked.refusal !== "asked_already") return { problem: notAsked(asked, own.language) };
    redirect(`/portal/${tenant.slug}`);
  },
);

function notAsked(refused: AskRefusal, language: Language): string {
  const words = payWords[language];
  switch (refused.refusal) {
    case "too_soon":
    case "phone_often": {
      const seconds = Math.max(1, Math.ceil((Date.parse(refused.retryAt) - now().getTime()) / 1_000));
      return words.tooSoon(formatWait(seconds, language));
    }
    case "nothing_due":
    case "hold_over":
      return words.nothingDue;
    default:
      return words.notHere;
  }
}

const leaving = anyoneAction("anyone", z.null(), async () => {
  await leavePortal();
  await forgetLanguage();
  return done(null);
});

export async function leave(form: FormData): Promise<void> {
  await leaving(null);
  const tenant = await findTenant(formText(form)("slug").slice(0, 200));
  redirect(tenant ? `/portal/${tenant.slug}/sign-in` : "/");
}
