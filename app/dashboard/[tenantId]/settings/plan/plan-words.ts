import type { PaymentStatus } from "@/db/schema/payments";
import { formatCalendarDate, formatMoney } from "@/lib/platform/format";
import type { SubscriptionFacts } from "@/lib/subscriptions/get-subscription";
import { dayAfter } from "../../bookings/local-day";

/** The last day before it. */
const dayBefore = (date: string): string => formatCalendarDate(dayAfter(date, -1));

/** What the business has, in a sentence. */
export function standingWords(facts: SubscriptionFacts): string {
  const { status, planName, dueOn, cancelsAtEnd, running } = facts;
  if (status === "cancelled")
    return "Your subscription is over. Everything can be read and exported; pay for a plan to go on.";
  if (facts.resting)
    return "It has not been paid. Everything can be read and exported, and nothing changed until it is.";
  if (!running) return `Something is due. Everything goes on until ${formatCalendarDate(facts.lastDay)}.`;
  const until = dayBefore(dueOn);
  if (cancelsAtEnd) return `${planName} goes on until ${until}, and is not renewed.`;
  return status === "trialing"
    ? `You try ${planName} until ${until}, for nothing.`
    : `${planName} is paid until ${until}.`;
}

/** Where asking the phone stands; null when nobody was asked. */
export function promptWords(prompt: PaymentStatus | null): string | null {
  switch (prompt) {
    case null:
      return null;
    case "created":
    case "submitting":
    case "pending":
      return "The phone is being asked: enter the M-Pesa PIN there. This page shows when it is paid.";
    case "unknown":
    case "needs_review":
      return "M-Pesa has not said yet whether it was paid. This page shows it as soon as it does.";
    case "paid":
    case "paid_late":
      return "It is paid, and stands here in a moment.";
    case "config_error":
      return "M-Pesa does not take our number just now. Please try again later.";
    default:
      return "It was not paid: the prompt was refused, not answered, or there was too little money. Ask again whenever you like.";
  }
}

/** What choosing this would do, for its button and the line below. */
export function quoteWords(
  { kind, amountMinor, creditMinor }: SubscriptionFacts["offers"][number]["quotes"]["month"],
  currency: string,
  dueOn: string,
): string {
  switch (kind) {
    case "same":
      return "";
    case "later":
      return `Nothing to pay now: it begins on ${formatCalendarDate(dueOn)}.`;
    case "credit":
      return creditMinor > 0
        ? `Nothing to pay: ${formatMoney(creditMinor, currency)} of what you paid is kept for your next invoices.`
        : "Nothing to pay.";
    case "change":
      return amountMinor > 0
        ? `${formatMoney(amountMinor, currency)} now, for the rest of what you have paid.`
        : "Your credit pays for it.";
    case "renewal":
      return amountMinor > 0 ? `${formatMoney(amountMinor, currency)} now.` : "Your credit pays for it.";
  }
}

/** `3 of 10`, or how many where nothing is counted. */
export const usedWords = (used: number, limit: number | null): string =>
  limit === null ? `${used}, without a limit` : `${used} of ${limit}`;
