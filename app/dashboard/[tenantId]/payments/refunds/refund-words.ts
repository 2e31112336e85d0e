import { phrase } from "@/app/_words/phrase";
import type { Phrase, Say } from "@/app/_words/say";
import type { RefundItem } from "@/lib/payments/list-refunds";
import { formatDayTime } from "@/lib/platform/format";

export const whyWords: Record<RefundItem["why"], Phrase> = {
  cancelled: phrase("Deposit of a visit that was cancelled"),
  declined: phrase("Deposit of a request that was declined"),
  late: phrase("Money that came too late"),
  returned: phrase("Returned at the till"),
  overpaid: phrase("Paid too much"),
};

export const stateWords: Record<RefundItem["status"], Phrase> = {
  asked: phrase("Asked for at the till"),
  queued: phrase("Waiting"),
  approved: phrase("On its way to M-Pesa"),
  submitting: phrase("On its way to M-Pesa"),
  submitted: phrase("M-Pesa is giving it back"),
  done: phrase("Given back"),
  failed: phrase("M-Pesa refused it"),
  withdrawn: phrase("Not given back after all"),
  needs_review: phrase("Not known whether it went"),
};

const ways: Record<NonNullable<RefundItem["method"]>, Phrase> = {
  reversal: phrase("By M-Pesa itself"),
  mpesa: phrase("Sent by M-Pesa by hand"),
  cash: phrase("In cash"),
  card: phrase("By card"),
  other: phrase("Another way"),
};

export const howWords = (say: Say, { method, receipt, doneAt, approvedBy }: RefundItem, timeZone: string): string =>
  [
    say(method ? ways[method] : phrase("Given back")),
    receipt,
    approvedBy ? say("by {name}", { name: approvedBy }) : null,
    doneAt ? formatDayTime(doneAt, timeZone, say.language) : null,
  ]
    .filter(Boolean)
    .join(", ");

const notes: Record<string, Phrase> = {
  1: phrase("There is not enough money in your M-Pesa account."),
  21: phrase("The initiator may not give money back: the operator needs the role “Org reversals initiator”."),
  2001: phrase("The initiator’s name or password is wrong: see Settings, M-Pesa."),
  8006: phrase("The initiator is locked on the M-Pesa portal."),
  R000002: phrase(
    "M-Pesa does not know the code of that payment, or it was not paid to your number. Pay it another way.",
  ),
  "not answered": phrase(
    "M-Pesa was asked and did not answer. Look into your M-Pesa account before you pay it another way.",
  ),
  "no result in time": phrase(
    "M-Pesa took it and never said how it ended. Look into your M-Pesa account before you pay it another way.",
  ),
  "a result from elsewhere than Safaricom": phrase(
    "Somebody other than Safaricom said that it was given back. Look into your M-Pesa account before you pay it another way.",
  ),
  "given back twice: by hand, and by M-Pesa": phrase(
    "It was given back twice: by hand, and by M-Pesa as well. Ask the customer for the second one.",
  ),
  "no longer owed": phrase("Before it was sent, the money was used or given back another way."),
  "no keys, or no receipt": phrase("M-Pesa could not be asked: there are no keys, or no code of what was paid."),
};

const atMpesa: ReadonlySet<RefundItem["status"]> = new Set(["failed", "needs_review"]);

/** What became of it at M-Pesa: in our words where there are some, otherwise in Safaricom's. At the till somebody wrote why. */
export function noteWords(say: Say, { note, saleId, status }: Pick<RefundItem, "note" | "saleId" | "status">): string {
  const ours = notes[note];
  if (ours) return say(ours);
  return saleId && !atMpesa.has(status) ? `“${note}”` : say("M-Pesa says: “{note}”", { note });
}
