import { formatCalendarDate, formatDate, formatMoney, type Language } from "@/lib/platform/format";
import { a4, type PdfRow, textPdf } from "@/lib/platform/pdf-text";
import type { Payslip } from "./get-payslip";
import { payslipWords } from "./payslip-words";
import { percentWords } from "./rules";

type House = { name: string; timeZone: string };

/** A settled payslip as a file: its sums, and each line that they come from. */
export function payslipPdf(slip: Payslip, house: House, language: Language): Promise<Uint8Array> {
  const title = payslipWords[language].titleOf(slip.from, slip.to);
  return textPdf(payslipRows(slip, house, language), a4, { title, author: house.name });
}

/** What stands on it, line by line. */
export function payslipRows(slip: Payslip, { name, timeZone }: House, language: Language): PdfRow[] {
  const words = payslipWords[language];
  const money = (minor: number) => formatMoney(minor, slip.currency);
  const day = (date: string) => formatCalendarDate(date, language);
  const { commissionMinor, tipsMinor, advancesMinor, broughtMinor, payMinor, carriedMinor, paid } = slip;
  const sums: [string, number][] = [
    [words.commission, commissionMinor],
    [words.tips, tipsMinor],
    [words.advances, -advancesMinor],
    [words.brought, broughtMinor],
  ];
  const rateOf = ({ rateKind, rate, baseMinor }: Payslip["lines"][number]) =>
    rateKind === "percent"
      ? `, ${words.percentOf(percentWords(rate!), money(baseMinor))}`
      : rateKind === "amount"
        ? `, ${words.each(money(rate!))}`
        : "";
  const what = { commission: (name: string) => name, tip: words.tip, advance: words.advance };
  return [
    { left: name, strong: true },
    { left: words.title, strong: true, gap: true },
    { left: slip.name },
    { left: words.days(day(slip.from), day(slip.to)) },
    ...sums
      .filter(([, minor]) => minor !== 0)
      .map(([left, minor], at) => ({ left, right: money(minor), gap: at === 0 })),
    { left: words.toPay, right: money(payMinor), strong: true, gap: true },
    ...(carriedMinor < 0 ? [{ left: words.carried, right: money(-carriedMinor) }] : []),
    ...(paid
      ? [
          {
            left: `${words.paid(formatDate(paid.at, timeZone, language))}${paid.reference ? `, ${paid.reference}` : ""}`,
          },
        ]
      : []),
    ...slip.lines.map((line, at) => ({
      left: `${day(line.day)}  ${what[line.kind](line.name)}${line.saleNumber ? ` ${words.sale(String(line.saleNumber))}` : ""}${rateOf(line)}`,
      right: money(line.kind === "advance" ? -line.amountMinor : line.amountMinor),
      gap: at === 0,
    })),
    { left: words.kept(slip.hash?.slice(0, 16) ?? ""), gap: true },
  ];
}
