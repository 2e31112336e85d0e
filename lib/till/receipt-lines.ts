import { formatDayTime, formatMoney, type Language } from "@/lib/platform/format";
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

const en = {
  title: "Payment receipt",
  number: "Number",
  date: "Date",
  for: "For",
  servedBy: "Served by",
  discount: "Discount",
  tip: "Tip",
  total: "Total",
  vat: (percent: number) => `of it VAT ${percent} %`,
  handedOver: "Handed over",
  change: "Change",
  givenBack: (way: string) => `Given back, ${way}`,
  left: (money: string) => `${money} left to pay`,
  paid: "Paid in full",
  ways: { cash: "Cash", card: "Card", other: "Other", prompt: "M-Pesa", code: "M-Pesa", deposit: "Deposit" },
  backWays: { mpesa: "M-Pesa", reversal: "M-Pesa", cash: "cash", card: "card", other: "other" } as Record<
    string,
    string
  >,
};

const sw: typeof en = {
  title: "Risiti ya malipo",
  number: "Namba",
  date: "Tarehe",
  for: "Kwa",
  servedBy: "Umehudumiwa na",
  discount: "Punguzo",
  tip: "Bakshishi",
  total: "Jumla",
  vat: (percent) => `ndani yake VAT ${percent} %`,
  handedOver: "Ulizotoa",
  change: "Chenji",
  givenBack: (way) => `Zimerudishwa, ${way}`,
  left: (money) => `Bado ${money} za kulipa`,
  paid: "Imelipwa yote",
  ways: { cash: "Pesa taslimu", card: "Kadi", other: "Nyingine", prompt: "M-Pesa", code: "M-Pesa", deposit: "Amana" },
  backWays: { mpesa: "M-Pesa", reversal: "M-Pesa", cash: "pesa taslimu", card: "kadi", other: "nyingine" },
};

const wordsIn: Record<Language, typeof en> = { en, sw };

/** Never called an invoice: a tax invoice is what the tax office's own device makes. */
export function receiptParts({ house, sale }: Receipt, language: Language = "en"): ReceiptPart {
  const words = wordsIn[language];
  const money = (minor: number) => formatMoney(minor, sale.currency);
  const paid = sale.payments.filter(({ status }) => status === "paid");
  const back = sale.refunds.filter(({ status }) => status === "done");
  const staff = [...new Set(sale.lines.flatMap(({ staffName }) => staffName ?? []))];
  return {
    title: words.title,
    house: [house.name, house.city, house.phone],
    about: [
      { term: words.number, value: String(sale.number) },
      { term: words.date, value: formatDayTime(sale.closedAt ?? sale.createdAt, house.timeZone, language) },
      ...(sale.customer ? [{ term: words.for, value: sale.customer.name }] : []),
      ...(staff.length > 0 ? [{ term: words.servedBy, value: staff.join(", ") }] : []),
    ],
    lines: sale.lines.map(({ name, quantity, unitMinor, staffName }) => ({
      what: quantity > 1 ? `${quantity} × ${name}` : name,
      by: staff.length > 1 && staffName ? staffName : "",
      amount: money(quantity * unitMinor),
    })),
    sums: [
      ...(sale.discountMinor > 0 ? [{ term: words.discount, value: `-${money(sale.discountMinor)}` }] : []),
      ...(sale.tipMinor > 0 ? [{ term: words.tip, value: money(sale.tipMinor) }] : []),
      { term: words.total, value: money(sale.totalMinor), strong: true },
      ...(sale.vatPercent === null ? [] : [{ term: words.vat(sale.vatPercent), value: money(sale.vatMinor) }]),
    ],
    tenders: [
      ...paid.flatMap(({ method, detail, amountMinor, changeMinor }) => [
        { term: detail ? `${words.ways[method]} ${detail}` : words.ways[method], value: money(amountMinor) },
        ...(changeMinor > 0
          ? [
              { term: words.handedOver, value: money(amountMinor + changeMinor) },
              { term: words.change, value: money(changeMinor) },
            ]
          : []),
      ]),
      ...back.map(({ method, amountMinor }) => ({
        term: words.givenBack(words.backWays[method] ?? method),
        value: `-${money(amountMinor)}`,
      })),
    ],
    standing: sale.owedMinor > 0 ? words.left(money(sale.owedMinor)) : words.paid,
  };
}
