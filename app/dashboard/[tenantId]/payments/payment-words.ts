import { phrase } from "@/app/_words/phrase";
import type { Phrase, Say } from "@/app/_words/say";
import { classOf, type ResultClass } from "@/lib/payments/daraja/result-codes";
import type { PaymentStep } from "@/lib/payments/get-payment";
import type { PaymentItem } from "@/lib/payments/list-payments";
import { denied, neverSaid } from "@/lib/payments/rules";
import { formatMoney } from "@/lib/platform/format";

const whyNot: Record<ResultClass, Phrase> = {
  paid: phrase("paid"),
  funds: phrase("not enough money on M-Pesa"),
  limit: phrase("over the M-Pesa limit"),
  cancelled: phrase("cancelled on the phone"),
  expired: phrase("no answer on the phone"),
  pin: phrase("wrong PIN"),
  retry_later: phrase("M-Pesa was busy"),
  merchant: phrase("your till cannot take it"),
  config: phrase("your M-Pesa settings are not right"),
  unknown: phrase("M-Pesa did not say why"),
};

/** Why it was not paid, when M-Pesa said; its code is shown beside, for whoever asks Safaricom. */
export const reasonWords = (say: Say, code: string | null): string | null => {
  if (code === null) return null;
  if (code === neverSaid) return say("M-Pesa never said, and somebody has looked at it");
  if (code === denied) return say("the house found that the code was never paid");
  if (code.startsWith("not_sent") || code === "never_sent") return say("it never reached the phone");
  return say(whyNot[classOf(code)]);
};

const stateWords: Record<PaymentItem["status"], Phrase> = {
  created: phrase("Being sent"),
  submitting: phrase("Being sent"),
  pending: phrase("On the phone"),
  unknown: phrase("Not known yet"),
  paid: phrase("Paid"),
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
  word: Phrase;
  tone: Tone;
} {
  const isMpesa = method === "prompt" || method === "code";
  if (status === "paid" && proof === "word" && isMpesa) return { word: phrase("Paid, not verified"), tone: "look" };
  if (status === "created" && claimed) return { word: phrase("M-Pesa is asked"), tone: "waiting" };
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
const doubts: Record<string, { title: Phrase; about: Phrase }> = {
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

const unknownDoubt = {
  title: phrase("Look at it"),
  about: phrase("Something about this payment is not as it should be."),
};

export function doubtWords(say: Say, doubt: string): { title: string; about: string } {
  const { title, about } = doubts[doubt] ?? unknownDoubt;
  return { title: say(title), about: say(about) };
}

const verdicts: Record<string, Phrase> = {
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

const entries: Record<string, Phrase> = {
  deposit: phrase("Written into the books as a deposit"),
  sale: phrase("Written into the books as paid towards a sale"),
  money_late: phrase("Written into the books as money that is owed back"),
  verified: phrase("Verified: moved from “by hand” to M-Pesa in the books"),
  taken_back: phrase("Taken back in the books"),
};

const sources: Record<string, Phrase> = {
  confirmation: phrase("M-Pesa reported the payment"),
  pull: phrase("Found in M-Pesa’s list"),
  csv: phrase("Found in a statement that was uploaded"),
};

const refundStates: Record<string, Phrase> = {
  done: phrase("given back"),
  withdrawn: phrase("not given back after all"),
};

/** A line of its history. */
export function stepWords(say: Say, step: PaymentStep, currency: string): string {
  switch (step.kind) {
    case "asked":
      return say("Asked for");
    case "sent":
      return say("Sent to the phone");
    case "settled":
      return say("Came to an end");
    case "callback": {
      const verdict = say(verdicts[step.verdict ?? ""] ?? phrase("An answer of M-Pesa’s waits to be read"));
      return step.times > 1 ? say("{verdict} ({times} times)", { verdict, times: step.times }) : verdict;
    }
    case "listed":
      return say(sources[step.source] ?? phrase("Found in M-Pesa’s list"));
    case "written":
      return say(entries[step.entry] ?? phrase("Written into the books"));
    case "refund":
      return say("Refund of {money}: {state}", {
        money: formatMoney(step.amountMinor, currency),
        state: say(refundStates[step.status] ?? phrase("waiting")),
      });
    case "denied":
      return say("{name} found that it was not paid", { name: step.who ?? say("Somebody") });
    case "looked":
      return say("{name} looked at it", { name: step.who ?? say("Somebody") });
  }
}
