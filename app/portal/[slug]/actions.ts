"use server";

import { redirect } from "next/navigation";
import { z } from "zod";
import { waitWords } from "@/app/_components/forms/wait-words";
import { leavePortal } from "@/app/_server/account";
import { anyoneAction, done } from "@/app/_server/action";
import { formText } from "@/app/_server/form";
import { enteredFormAction, type Guest, guestFormAction } from "@/app/_server/form-action";
import { chosenLanguage, keepLanguage, languageHere } from "@/app/_server/language";
import { askForCode, enterWithCode } from "@/app/_server/portal-entry";
import { forgetCode } from "@/app/_server/waiting-code";
import { guest } from "@/app/book/_parts/tenant";
import type { Account } from "@/lib/auth/account-sessions";
import { changeOwn } from "@/lib/customers/change-own";
import { customerName } from "@/lib/customers/input";
import { becomeCustomer, ownCustomer } from "@/lib/customers/own-customer";
import type { Language } from "@/lib/platform/format";
import { findTenant } from "@/lib/tenancy/doors/find-tenant";
import { withTenant } from "@/lib/tenancy/with-tenant";
import { faults, nameFault } from "./faults";
import type { NameState } from "./form-states";
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

/** What was chosen in this browser is theirs from now on; else the browser takes what they chose before. */
async function takeLanguageAlong({ tenant, from }: Guest, account: Account): Promise<void> {
  const chosen = await chosenLanguage();
  const own = await withTenant(tenant.id, { ...guest, from }, (scope) => ownCustomer(scope, account));
  if (!own) return;
  if (!chosen) return keepLanguage(own.language);
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

const leaving = anyoneAction("anyone", z.null(), async () => done(await leavePortal()));

export async function leave(form: FormData): Promise<void> {
  await leaving(null);
  const tenant = await findTenant(formText(form)("slug").slice(0, 200));
  redirect(tenant ? `/portal/${tenant.slug}/sign-in` : "/");
}
