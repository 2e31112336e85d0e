"use server";

import { headers } from "next/headers";
import { redirect } from "next/navigation";
import { carefully, unavailable } from "@/app/_server/action";
import { later } from "@/app/_server/later";
import { countPrompt } from "@/lib/auth/limits";
import { payHref } from "@/lib/bookings/booking-token";
import { phoneOf } from "@/lib/bookings/phone-of";
import { type AskRefusal, askToPay } from "@/lib/payments/ask-to-pay";
import { type CodeRefusal, enterCode } from "@/lib/payments/enter-code";
import { sendPrompt } from "@/lib/payments/send-prompt";
import { addressOf } from "@/lib/platform/client-address";
import { now } from "@/lib/platform/clock";
import { formatWait } from "@/lib/platform/format";
import { withTenant } from "@/lib/tenancy/with-tenant";
import { askedFor } from "../asked-for";
import { nothingThere } from "../no-booking";

export type PayState = { problem?: string; typed?: string };

/** Asks a phone for the deposit: the one that was typed, or the booking's own. */
export async function askPhone(_: PayState, form: FormData): Promise<PayState> {
  const asked = await askedFor(form);
  if (!asked) return { problem: nothingThere };
  const { token, tenantId, bookingId, actor, problem, text } = asked;
  const typed = text("phone").slice(0, 40).trim();
  if (problem) return { problem, typed };
  const within = await countPrompt(tenantId, addressOf(await headers()));
  if (!within.ok)
    return {
      problem: `Phones were asked very often from your network. Ask again in ${formatWait(within.retryAfterSeconds)}, or pay by hand below.`,
      typed,
    };
  const answer = await carefully(
    () =>
      withTenant(tenantId, actor, async (scope) =>
        askToPay(scope, { bookingId, phone: typed || ((await phoneOf(scope, bookingId)) ?? "") }),
      ),
    () => null,
  );
  if (!answer) return { problem: unavailable, typed };
  if (answer.ok) {
    const { paymentId } = answer.value;
    // Once it is kept, and not before the answer: the job sends what this does not.
    later(() => sendPrompt(tenantId, paymentId));
  } else if (!shownThere.has(answer.refusal)) return { problem: notAsked(answer), typed };
  redirect(payHref(token));
}

/** The code of the message in which M-Pesa says that it was paid. */
export async function giveCode(_: PayState, form: FormData): Promise<PayState> {
  const asked = await askedFor(form);
  if (!asked) return { problem: nothingThere };
  const { token, tenantId, bookingId, actor, problem, text } = asked;
  const typed = text("code").slice(0, 40).trim();
  if (problem) return { problem, typed };
  const answer = await carefully(
    () => withTenant(tenantId, actor, (scope) => enterCode(scope, { bookingId, code: typed })),
    () => null,
  );
  if (!answer) return { problem: unavailable, typed };
  if (!answer.ok && !shownThere.has(answer.refusal)) return { problem: codeWords[answer.refusal], typed };
  redirect(payHref(token));
}

/** The page itself says what is so. */
const shownThere: ReadonlySet<string> = new Set(["nothing_due", "hold_over", "asked_already"]);

const codeWords: Record<CodeRefusal["refusal"], string> = {
  invalid_code: "The code is ten letters and digits, like SJK4H7L2QP. It stands at the beginning of M-Pesa’s message.",
  code_used: "This code has paid for something else. Look at the message again, or call.",
  other_amount: "This code is of another amount than the deposit. Look at the message again, or call.",
  nothing_due: "Nothing is waited for any more.",
  hold_over: "The time was kept only until then.",
};

function notAsked(refused: AskRefusal): string {
  switch (refused.refusal) {
    case "invalid_phone":
      return "Phone is not a Safaricom number that M-Pesa can ask. Write it like 0712 345 678.";
    case "too_soon": {
      const seconds = Math.max(1, Math.ceil((Date.parse(refused.retryAt) - now().getTime()) / 1_000));
      return `M-Pesa has just asked this phone. Ask again in ${formatWait(seconds)}, or let another phone pay.`;
    }
    case "phone_often": {
      const seconds = Math.max(60, Math.ceil((Date.parse(refused.retryAt) - now().getTime()) / 1_000));
      return `This phone has been asked as often as it may be in an hour. Ask again in ${formatWait(seconds)}, let another phone pay, or pay by hand below.`;
    }
    case "too_many":
      return `It has been asked for ${refused.most} times. Pay by hand below, or call.`;
    default:
      return "This cannot be asked for on a phone. Pay by hand below, or call.";
  }
}
