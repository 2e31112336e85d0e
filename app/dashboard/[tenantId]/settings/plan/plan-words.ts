import type { Say } from "@/app/_words/say";
import type { PaymentStatus } from "@/db/schema/payments";
import { formatCalendarDate, formatMoney, type Language } from "@/lib/platform/format";
import type { SubscriptionFacts } from "@/lib/subscriptions/get-subscription";
import { dayAfter } from "../../bookings/local-day";

/** The last day before it. */
const dayBefore = (date: string, language: Language): string => formatCalendarDate(dayAfter(date, -1), language);

/** What the business has, in a sentence. */
export function standingWords(say: Say, facts: SubscriptionFacts): string {
  const { status, planName, dueOn, cancelsAtEnd, running } = facts;
  if (status === "cancelled")
    return say("Your subscription is over. Everything can be read and exported; pay for a plan to go on.");
  if (facts.resting)
    return say("It has not been paid. Everything can be read and exported, and nothing changed until it is.");
  if (!running)
    return say("Something is due. Everything goes on until {day}.", {
      day: formatCalendarDate(facts.lastDay, say.language),
    });
  const until = dayBefore(dueOn, say.language);
  if (cancelsAtEnd) return say("{planName} goes on until {until}, and is not renewed.", { planName, until });
  return status === "trialing"
    ? say("You try {planName} until {until}, for nothing.", { planName, until })
    : say("{planName} is paid until {until}.", { planName, until });
}

/** Where asking the phone stands; null when nobody was asked. */
export function promptWords(say: Say, prompt: PaymentStatus | null): string | null {
  switch (prompt) {
    case null:
      return null;
    case "created":
    case "submitting":
    case "pending":
      return say("The phone is being asked: enter the M-Pesa PIN there. This page shows when it is paid.");
    case "unknown":
    case "needs_review":
      return say("M-Pesa has not said yet whether it was paid. This page shows it as soon as it does.");
    case "paid":
    case "paid_late":
      return say("It is paid, and stands here in a moment.");
    case "config_error":
      return say("M-Pesa does not take our number just now. Please try again later.");
    default:
      return say(
        "It was not paid: the prompt was refused, not answered, or there was too little money. Ask again whenever you like.",
      );
  }
}

/** What choosing this would do, for its button and the line below. */
export function quoteWords(
  say: Say,
  { kind, amountMinor, creditMinor }: SubscriptionFacts["offers"][number]["quotes"]["month"],
  currency: string,
  dueOn: string,
): string {
  switch (kind) {
    case "same":
      return "";
    case "later":
      return say("Nothing to pay now: it begins on {day}.", { day: formatCalendarDate(dueOn, say.language) });
    case "credit":
      return creditMinor > 0
        ? say("Nothing to pay: {amount} of what you paid is kept for your next invoices.", {
            amount: formatMoney(creditMinor, currency),
          })
        : say("Nothing to pay.");
    case "change":
      return amountMinor > 0
        ? say("{amount} now, for the rest of what you have paid.", { amount: formatMoney(amountMinor, currency) })
        : say("Your credit pays for it.");
    case "renewal":
      return amountMinor > 0
        ? say("{amount} now.", { amount: formatMoney(amountMinor, currency) })
        : say("Your credit pays for it.");
  }
}

/** `3 of 10`, or how many where nothing is counted. */
export const usedWords = (say: Say, used: number, limit: number | null): string =>
  limit === null ? say("{used}, without a limit", { used }) : say("{used} of {limit}", { used, limit });
