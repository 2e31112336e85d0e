import { formatDayTime, formatMoney } from "@/lib/platform/format";
import type { Receipt } from "./get-receipt";

/** What a receipt says, in order; on screen, on paper and in the file alike. */
export type ReceiptPart = {
  title: string;
  house: string[];
  about: { term: string; value: string }[];
  lines: { what: string; by: string; amount: string }[];
  sums: { term: string; value: string; strong?: true }[];
  tenders: { term: string; value: string }[];
  /** What is left, or that nothing is. */
  standing: string;
};

const words = {
  cash: "Cash",
  card: "Card",
  other: "Other",
  prompt: "M-Pesa",
  code: "M-Pesa",
  deposit: "Deposit",
} as const;
const backWords: Record<string, string> = { mpesa: "M-Pesa", reversal: "M-Pesa", cash: "cash", card: "card" };

/** Never called an invoice: a tax invoice is what the tax office's own device makes. */
export function receiptParts({ house, sale }: Receipt): ReceiptPart {
  const money = (minor: number) => formatMoney(minor, sale.currency);
  const paid = sale.payments.filter(({ status }) => status === "paid");
  const back = sale.refunds.filter(({ status }) => status === "done");
  const staff = [...new Set(sale.lines.flatMap(({ staffName }) => staffName ?? []))];
  return {
    title: "Payment receipt",
    house: [house.name, house.city, house.phone],
    about: [
      { term: "Number", value: String(sale.number) },
      { term: "Date", value: formatDayTime(sale.closedAt ?? sale.createdAt, house.timeZone) },
      ...(sale.customer ? [{ term: "For", value: sale.customer.name }] : []),
      ...(staff.length > 0 ? [{ term: "Served by", value: staff.join(", ") }] : []),
    ],
    lines: sale.lines.map(({ name, quantity, unitMinor, staffName }) => ({
      what: quantity > 1 ? `${quantity} × ${name}` : name,
      by: staff.length > 1 && staffName ? staffName : "",
      amount: money(quantity * unitMinor),
    })),
    sums: [
      ...(sale.discountMinor > 0 ? [{ term: "Discount", value: `-${money(sale.discountMinor)}` }] : []),
      ...(sale.tipMinor > 0 ? [{ term: "Tip", value: money(sale.tipMinor) }] : []),
      { term: "Total", value: money(sale.totalMinor), strong: true },
      ...(sale.vatPercent === null ? [] : [{ term: `of it VAT ${sale.vatPercent} %`, value: money(sale.vatMinor) }]),
    ],
    tenders: [
      ...paid.flatMap(({ method, detail, amountMinor, changeMinor }) => [
        { term: detail ? `${words[method]} ${detail}` : words[method], value: money(amountMinor) },
        ...(changeMinor > 0
          ? [
              { term: "Handed over", value: money(amountMinor + changeMinor) },
              { term: "Change", value: money(changeMinor) },
            ]
          : []),
      ]),
      ...back.map(({ method, amountMinor }) => ({
        term: `Given back, ${backWords[method] ?? method}`,
        value: `-${money(amountMinor)}`,
      })),
    ],
    standing: sale.owedMinor > 0 ? `${money(sale.owedMinor)} left to pay` : "Paid in full",
  };
}
