import type { StillOpen } from "@/lib/closing/rules";

const counted: { of: Exclude<keyof StillOpen, "bookings" | "underWay">; one: string; more: string }[] = [
  { of: "openSales", one: "A sale that is not paid", more: "sales that are not paid" },
  { of: "feesOwed", one: "A fee that a customer owes", more: "fees that customers owe" },
  { of: "refunds", one: "A refund that is not done", more: "refunds that are not done" },
  { of: "moneyOnItsWay", one: "A payment that is on its way", more: "payments that are on their way" },
  { of: "vouchers", one: "A code for a reward that nobody has used", more: "codes for rewards that nobody has used" },
  { of: "withPoints", one: "A customer who has points", more: "customers who have points" },
];

/** What is not settled, a line each. */
export const openWords = (open: StillOpen): string[] =>
  counted.flatMap(({ of, one, more }) => (open[of] === 0 ? [] : [open[of] === 1 ? one : `${open[of]} ${more}`]));
