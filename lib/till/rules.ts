import type { Role } from "@/db/schema/people";
import type { SaleStatus } from "@/db/schema/till";

export type Priced = { kind: "service" | "product"; quantity: number; unitMinor: number };
export type Discount = { kind: "percent"; percent: number } | { kind: "fixed"; amountMinor: number };

export const lineTotal = ({ quantity, unitMinor }: Pick<Priced, "quantity" | "unitMinor">): number =>
  quantity * unitMinor;

/** The tax within a price that holds it, half a unit rounded up. */
export const vatWithin = (grossMinor: number, percent: number | null): number =>
  percent === null ? 0 : Math.floor((2 * grossMinor * percent + 100 + percent) / (2 * (100 + percent)));

/** Never more than there is to let off. */
export const discountOf = (subtotalMinor: number, discount: Discount | undefined): number => {
  if (!discount) return 0;
  const much =
    discount.kind === "percent" ? Math.floor((subtotalMinor * discount.percent + 50) / 100) : discount.amountMinor;
  return Math.min(much, subtotalMinor);
};

/** A sale that was paid and owes again is to be paid, from the moment on in which its money went. */
export const shownStatus = (status: SaleStatus, owedMinor: number): SaleStatus =>
  status === "closed" && owedMinor > 0 ? "open" : status;

/** So many lines fit on a receipt that somebody reads. */
export const mostLines = 40;
export const mostQuantity = 99;
export const mostTillReason = 160;
export const mostSlip = 40;
/** A hundred million shillings: no till ever saw more. */
export const mostMinor = 100_000_000_00;

/** The front desk lets off so many percent by itself; owners and managers what they like. */
export const deskDiscountPercent = 10;

export const mayDiscount = (role: Role, subtotalMinor: number, discountMinor: number): boolean =>
  role === "owner" || role === "manager"
    ? true
    : role === "front_desk" && discountMinor * 100 <= subtotalMinor * deskDiscountPercent;

/** How money is given back by hand; M-Pesa with the code of the message that came. */
export const refundMethods = ["cash", "card", "mpesa", "other"] as const;
export type RefundMethod = (typeof refundMethods)[number];

/** What a customer is likely to hand over: the sum itself, and the next notes above it. In minor units. */
export function quickCash(owedMinor: number): number[] {
  const notes = [50_00, 100_00, 200_00, 500_00, 1_000_00];
  const above = notes.map((note) => Math.ceil(owedMinor / note) * note);
  return [...new Set([owedMinor, ...above, 500_00, 1_000_00])]
    .filter((amount) => amount >= owedMinor && amount > 0)
    .sort((a, b) => a - b)
    .slice(0, 5);
}

/** So long a receipt can be opened by its link. */
export const receiptDays = 400;
/** Papers that a receipt is printed on. */
export const receiptSizes = ["58", "80", "a4"] as const;
export type ReceiptSize = (typeof receiptSizes)[number];

export const readSize = (text: unknown): ReceiptSize => receiptSizes.find((size) => size === text) ?? "80";
