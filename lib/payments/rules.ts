import type { PaymentMethod, PaymentStatus, Proof } from "@/db/schema/payments";

/** A prompt stays on the phone for so long. */
export const promptMs = 60_000;
/** After its end the time that it pays for is kept for so much longer. */
export const afterPromptMs = 2 * 60_000;
/** Whoever has not heard by then does not know whether it was paid. */
export const silentMs = 90_000;
/** While nobody knows, the time is kept for so long. */
export const keptWhileUnknownMs = 15 * 60_000;

/** So many prompts for one booking, and for a phone one in so long: M-Pesa refuses the same amount sooner. */
export const mostPrompts = 3;
export const promptEveryMs = 2 * 60_000;
/** A phone is asked so often in an hour, whatever for. */
export const promptsAnHour = 10;

/** After a prompt it is asked after at these moments; then a person has to look. */
export const lookAfterSeconds = [20, 40, 75, 120, 300, 900, 3_600, 21_600, 86_400] as const;
/** Being told once that it is paid is not enough where nothing else says so: asked again so much later. */
export const sureAfterMs = 15_000;

/** Safaricom's own limits, in minor units. */
export const mostPromptMinor = 25_000_000;

const open: ReadonlySet<PaymentStatus> = new Set(["created", "submitting", "pending", "unknown"]);
/** It may still be paid, or have been. */
export const isOpen = (status: PaymentStatus): boolean => open.has(status);
export const isPaid = (status: PaymentStatus): boolean => status === "paid" || status === "paid_late";

/** The result of what a person has found never to have been paid. */
export const denied = "denied";
/** Of what M-Pesa never told the end of, and somebody has looked at. */
export const neverSaid = "never_said";
/** Nothing but somebody's word stands for it, and M-Pesa would know. What lies in a drawer is counted there. */
export const isDeniable = ({
  status,
  method,
  proof,
}: {
  status: PaymentStatus;
  method: PaymentMethod;
  proof: Proof | null;
}): boolean => isPaid(status) && proof === "word" && (method === "code" || method === "prompt");

/** A code of M-Pesa as it stands in its message: ten letters and digits. */
export const isReceiptCode = (text: string): boolean => /^[A-Z][A-Z0-9]{9}$/.test(text);

/** What is said about money that was looked at. */
export const mostMoneyNote = 300;
