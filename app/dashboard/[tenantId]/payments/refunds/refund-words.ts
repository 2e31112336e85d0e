import type { RefundItem } from "@/lib/payments/list-refunds";
import { formatDayTime } from "@/lib/platform/format";

export const whyWords: Record<RefundItem["why"], string> = {
  cancelled: "Deposit of a visit that was cancelled",
  declined: "Deposit of a request that was declined",
  late: "Money that came too late",
  returned: "Returned at the till",
  overpaid: "Paid too much",
};

export const stateWords: Record<RefundItem["status"], string> = {
  asked: "Asked for at the till",
  queued: "Waiting",
  approved: "On its way to M-Pesa",
  submitting: "On its way to M-Pesa",
  submitted: "M-Pesa is giving it back",
  done: "Given back",
  failed: "M-Pesa refused it",
  withdrawn: "Not given back after all",
  needs_review: "Not known whether it went",
};

const ways: Record<NonNullable<RefundItem["method"]>, string> = {
  reversal: "By M-Pesa itself",
  mpesa: "Sent by M-Pesa by hand",
  cash: "In cash",
  card: "By card",
  other: "Another way",
};

export const howWords = ({ method, receipt, doneAt, approvedBy }: RefundItem, timeZone: string): string =>
  [
    method ? ways[method] : "Given back",
    receipt,
    approvedBy ? `by ${approvedBy}` : null,
    doneAt ? formatDayTime(doneAt, timeZone) : null,
  ]
    .filter(Boolean)
    .join(", ");

const notes: Record<string, string> = {
  1: "There is not enough money in your M-Pesa account.",
  21: "The initiator may not give money back: the operator needs the role “Org reversals initiator”.",
  2001: "The initiator’s name or password is wrong: see Settings, M-Pesa.",
  8006: "The initiator is locked on the M-Pesa portal.",
  R000002: "M-Pesa does not know the code of that payment, or it was not paid to your number. Pay it another way.",
  "not answered": "M-Pesa was asked and did not answer. Look into your M-Pesa account before you pay it another way.",
  "no result in time":
    "M-Pesa took it and never said how it ended. Look into your M-Pesa account before you pay it another way.",
  "a result from elsewhere than Safaricom":
    "Somebody other than Safaricom said that it was given back. Look into your M-Pesa account before you pay it another way.",
  "given back twice: by hand, and by M-Pesa":
    "It was given back twice: by hand, and by M-Pesa as well. Ask the customer for the second one.",
  "no longer owed": "Before it was sent, the money was used or given back another way.",
  "no keys, or no receipt": "M-Pesa could not be asked: there are no keys, or no code of what was paid.",
};

const atMpesa: ReadonlySet<RefundItem["status"]> = new Set(["failed", "needs_review"]);

/** What became of it at M-Pesa: in our words where there are some, otherwise in Safaricom's. At the till somebody wrote why. */
export const noteWords = ({ note, saleId, status }: Pick<RefundItem, "note" | "saleId" | "status">): string =>
  notes[note] ?? (saleId && !atMpesa.has(status) ? `“${note}”` : `M-Pesa says: “${note}”`);
