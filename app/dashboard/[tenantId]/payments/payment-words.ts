import { phrase } from "@/app/_words/phrase";
import { classOf, type ResultClass } from "@/lib/payments/daraja/result-codes";
import type { PaymentStep } from "@/lib/payments/get-payment";
import type { PaymentItem } from "@/lib/payments/list-payments";
import { denied, neverSaid } from "@/lib/payments/rules";
import { formatMoney } from "@/lib/platform/format";

const whyNot: Record<ResultClass, string> = {
  paid: "paid",
  funds: "not enough money on M-Pesa",
  limit: "over the M-Pesa limit",
  cancelled: "cancelled on the phone",
  expired: "no answer on the phone",
  pin: "wrong PIN",
  retry_later: phrase("M-Pesa was busy"),
  merchant: "your till cannot take it",
  config: "your M-Pesa settings are not right",
  unknown: phrase("M-Pesa did not say why"),
};

/** Why it was not paid, when M-Pesa said; its code is shown beside, for whoever asks Safaricom. */
export const reasonWords = (code: string | null): string | null => {
  if (code === null) return null;
  if (code === neverSaid) return "M-Pesa never said, and somebody has looked at it";
  if (code === denied) return "the house found that the code was never paid";
  if (code.startsWith("not_sent") || code === "never_sent") return "it never reached the phone";
  return whyNot[classOf(code)];
};

const stateWords: Record<PaymentItem["status"], string> = {
  created: phrase("Being sent"),
  submitting: phrase("Being sent"),
  pending: phrase("On the phone"),
  unknown: phrase("Not known yet"),
  paid: "Paid",
  paid_late: phrase("Paid late"),
  declined: phrase("Not paid"),
  expired: phrase("Not paid"),
  config_error: phrase("Not sent"),
  needs_review: phrase("Look at it"),
};

export type Tone = "good" | "waiting" | "bad" | "look";

export function stateOf({
  status,
  proof,
  claimed,
  method,
}: Pick<PaymentItem, "status" | "proof" | "claimed" | "method">): {
  word: string;
  tone: Tone;
} {
  const isMpesa = method === "prompt" || method === "code";
  if (status === "paid" && proof === "word" && isMpesa) return { word: "Paid, not verified", tone: "look" };
  if (status === "created" && claimed) return { word: "M-Pesa is asked", tone: "waiting" };
  const tones: Partial<Record<PaymentItem["status"], Tone>> = {
    paid: "good",
    paid_late: "look",
    needs_review: "look",
    declined: "bad",
    expired: "bad",
    config_error: "bad",
  };
  return { word: stateWords[status], tone: tones[status] ?? "waiting" };
}

/** What is doubtful, and what to do about it. */
const doubts: Record<string, { title: string; about: string }> = {
  late: {
    title: phrase("Came too late"),
    about: phrase("What it was for had been given to somebody else. The money stands under Refunds."),
  },
  amount_differs: {
    title: phrase("Another amount"),
    about: phrase(
      "M-Pesa tells of another amount than is written down here. Compare both, and settle the rest with the customer.",
    ),
  },
  receipt_used: {
    title: phrase("Code used twice"),
    about: phrase("Its M-Pesa code has paid for something else already. Ask the customer for the message."),
  },
  receipt_of_another: {
    title: phrase("Code of another payment"),
    about: phrase("It was taken for paid, and M-Pesa’s list gives that code to another payment. It is not paid."),
  },
  config: {
    title: phrase("Settings"),
    about: phrase("Safaricom refuses our keys or your number. Look at Settings, M-Pesa."),
  },
  merchant: {
    title: phrase("Your till refuses"),
    about: phrase("Safaricom says that your till or PayBill cannot take money just now."),
  },
  unknown_code: {
    title: phrase("An answer nobody knows"),
    about: phrase("M-Pesa answered with a code that it has not published. Ask again, or verify it from a statement."),
  },
  never_answered: {
    title: phrase("Never answered"),
    about: phrase("M-Pesa never said what became of it. Ask again, or look whether it stands in your statement."),
  },
  time_freed: {
    title: phrase("Time given free"),
    about: phrase(
      "Its time was let go while nobody knew whether it was paid. If the money comes, it is put back where that is possible.",
    ),
  },
  said_paid: {
    title: phrase("Said to be paid after all"),
    about: phrase(
      "It was over, and then an answer came that says it was paid. M-Pesa is being asked; look at its list.",
    ),
  },
  refunded_twice: {
    title: phrase("Given back twice"),
    about: phrase(
      "It was paid back by hand, and M-Pesa has given it back as well. Ask the customer for the second one.",
    ),
  },
  not_in_list: {
    title: phrase("Not in M-Pesa’s list"),
    about: phrase("M-Pesa’s answer said it was paid, but the list of that day, which is complete, does not have it."),
  },
  not_in_statement: {
    title: phrase("Not in the statement"),
    about: phrase(
      "The code was typed in, and the statement that covers its day does not have it. Ask for the M-Pesa message; when there is none, it was not paid.",
    ),
  },
};

export const doubtWords = (doubt: string): { title: string; about: string } =>
  doubts[doubt] ?? { title: "Look at it", about: "Something about this payment is not as it should be." };

const verdicts: Record<string, string> = {
  settle: phrase("M-Pesa said that it was paid"),
  complete: phrase("M-Pesa said again that it was paid, with its code"),
  fail: phrase("M-Pesa said that it was not paid"),
  adopt: phrase("M-Pesa answered before our request was confirmed; it was asked whether that is so"),
  unlisted: phrase("An answer from an address that is not M-Pesa’s; M-Pesa was asked whether it is so"),
  incomplete: phrase("An answer with parts missing; M-Pesa was asked"),
  amount_differs: phrase("An answer with another amount; M-Pesa was asked"),
  malformed: phrase("An answer that made no sense was left aside"),
  ids_differ: phrase("An answer about another request was left aside"),
  already_paid: phrase("An answer that came after it was paid was left aside"),
  repeated: phrase("The same answer came again"),
};

const entries: Record<string, string> = {
  deposit: phrase("Written into the books as a deposit"),
  sale: phrase("Written into the books as paid towards a sale"),
  money_late: phrase("Written into the books as money that is owed back"),
  verified: phrase("Verified: moved from “by hand” to M-Pesa in the books"),
  taken_back: phrase("Taken back in the books"),
};

const sources: Record<string, string> = {
  confirmation: phrase("M-Pesa reported the payment"),
  pull: phrase("Found in M-Pesa’s list"),
  csv: phrase("Found in a statement that was uploaded"),
};

const refundStates: Record<string, string> = { done: "given back", withdrawn: "not given back after all" };

/** A line of its history. */
export function stepWords(step: PaymentStep, currency: string): string {
  switch (step.kind) {
    case "asked":
      return "Asked for";
    case "sent":
      return "Sent to the phone";
    case "settled":
      return "Came to an end";
    case "callback":
      return `${verdicts[step.verdict ?? ""] ?? "An answer of M-Pesa’s waits to be read"}${step.times > 1 ? ` (${step.times} times)` : ""}`;
    case "listed":
      return sources[step.source] ?? "Found in M-Pesa’s list";
    case "written":
      return entries[step.entry] ?? "Written into the books";
    case "refund":
      return `Refund of ${formatMoney(step.amountMinor, currency)}: ${refundStates[step.status] ?? "waiting"}`;
    case "denied":
      return `${step.who ?? "Somebody"} found that it was not paid`;
    case "looked":
      return `${step.who ?? "Somebody"} looked at it`;
  }
}
