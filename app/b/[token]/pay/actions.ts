"use server";

import { headers } from "next/headers";
import { redirect } from "next/navigation";
import { carefully } from "@/app/_server/action";
import { languageHere } from "@/app/_server/language";
import { later } from "@/app/_server/later";
import { countPrompt } from "@/lib/auth/limits";
import { payHref } from "@/lib/bookings/booking-token";
import { phoneOf } from "@/lib/bookings/phone-of";
import { type AskRefusal, askToPay } from "@/lib/payments/ask-to-pay";
import { type CodeRefusal, enterCode } from "@/lib/payments/enter-code";
import { sendPrompt } from "@/lib/payments/send-prompt";
import { addressOf } from "@/lib/platform/client-address";
import { now } from "@/lib/platform/clock";
import { formatWait, type Language } from "@/lib/platform/format";
import { withTenant } from "@/lib/tenancy/with-tenant";
import { askedFor } from "../asked-for";
import { nothingThere } from "../no-booking";
import { ticketWords } from "../words";
import { type PayWords, payWords } from "./words";

export type PayState = { problem?: string; typed?: string };

/** Asks a phone for the deposit: the one that was typed, or the booking's own. */
export async function askPhone(_: PayState, form: FormData): Promise<PayState> {
  const language = await languageHere();
  const words = payWords[language];
  const asked = await askedFor(form);
  if (!asked) return { problem: nothingThere(ticketWords[language]) };
  const { token, tenantId, bookingId, actor, problem, text } = asked;
  const typed = text("phone").slice(0, 40).trim();
  if (problem) return { problem, typed };
  const within = await countPrompt(tenantId, addressOf(await headers()));
  if (!within.ok) return { problem: words.askedOften(formatWait(within.retryAfterSeconds, language)), typed };
  const answer = await carefully(
    () =>
      withTenant(tenantId, actor, async (scope) =>
        askToPay(scope, { bookingId, phone: typed || ((await phoneOf(scope, bookingId)) ?? "") }),
      ),
    () => null,
  );
  if (!answer) return { problem: ticketWords[language].unavailable, typed };
  if (answer.ok) {
    const { paymentId } = answer.value;
    // Once it is kept, and not before the answer: the job sends what this does not.
    later(() => sendPrompt(tenantId, paymentId));
  } else if (!shownThere.has(answer.refusal)) return { problem: notAsked(answer, language), typed };
  redirect(payHref(token));
}

/** The code of the message in which M-Pesa says that it was paid. */
export async function giveCode(_: PayState, form: FormData): Promise<PayState> {
  const language = await languageHere();
  const asked = await askedFor(form);
  if (!asked) return { problem: nothingThere(ticketWords[language]) };
  const { token, tenantId, bookingId, actor, problem, text } = asked;
  const typed = text("code").slice(0, 40).trim();
  if (problem) return { problem, typed };
  const answer = await carefully(
    () => withTenant(tenantId, actor, (scope) => enterCode(scope, { bookingId, code: typed })),
    () => null,
  );
  if (!answer) return { problem: ticketWords[language].unavailable, typed };
  if (!answer.ok && !shownThere.has(answer.refusal))
    return { problem: codeWords(payWords[language])[answer.refusal], typed };
  redirect(payHref(token));
}

/** The page itself says what is so. */
const shownThere: ReadonlySet<string> = new Set(["nothing_due", "hold_over", "asked_already"]);

const codeWords = (words: PayWords): Record<CodeRefusal["refusal"], string> => ({
  invalid_code: words.noCode,
  code_used: words.codeUsed,
  other_amount: words.otherAmount,
  nothing_due: words.nothingDue,
  hold_over: words.holdOver,
});

function notAsked(refused: AskRefusal, language: Language): string {
  const words = payWords[language];
  const wait = (retryAt: string, least: number) =>
    formatWait(Math.max(least, Math.ceil((Date.parse(retryAt) - now().getTime()) / 1_000)), language);
  switch (refused.refusal) {
    case "invalid_phone":
      return words.noPhone;
    case "too_soon":
      return words.tooSoon(wait(refused.retryAt, 1));
    case "phone_often":
      return words.phoneOften(wait(refused.retryAt, 60));
    case "too_many":
      return words.tooMany(refused.most);
    default:
      return words.noAsking;
  }
}
