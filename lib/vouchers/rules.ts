import type { VoucherOrigin, VoucherStatus } from "@/db/schema/rewards";

export const voucherStatuses = [
  { value: "pending", label: "Not used yet" },
  { value: "redeemed", label: "Used" },
  { value: "expired", label: "Ran out" },
  { value: "cancelled", label: "Taken back" },
] as const satisfies readonly { value: VoucherStatus; label: string }[];
export const statusWords = (status: VoucherStatus): string =>
  voucherStatuses.find(({ value }) => value === status)!.label;

export const originWords: Record<VoucherOrigin, string> = {
  claimed: "Turned in for",
  given: "Given by the house",
  birthday: "For a birthday",
  campaign: "Sent with a campaign",
  miss_you: "To come back",
};

/** Whoever is sent one of these reads the code in the message that it was made for. */
export const isToldBySender = (origin: VoucherOrigin): boolean => origin === "campaign" || origin === "miss_you";

/** Letters and digits that nobody mistakes for one another, in two groups. */
export const codeShape = /^[2-9A-HJKMNP-TV-Z]{4}-[2-9A-HJKMNP-TV-Z]{4}$/;

/** A code as somebody typed it: small letters, spaces, the dash left out. */
export function codeIn(typed: string): string {
  const bare = typed.toUpperCase().replace(/[\s-]/g, "");
  return bare.length > 4 ? `${bare.slice(0, 4)}-${bare.slice(4)}` : bare;
}
