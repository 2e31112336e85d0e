import { formatCalendarDate, formatDate, formatMoney } from "@/lib/platform/format";
import { a4, type PdfRow, textPdf } from "@/lib/platform/pdf-text";
import type { Payslip } from "./get-payslip";
import { percentWords } from "./rules";

type House = { name: string; timeZone: string };

/** A settled payslip as a file: its sums, and each line that they come from. */
export function payslipPdf(slip: Payslip, house: House): Promise<Uint8Array> {
  const title = `Payslip ${slip.from} to ${slip.to}`;
  return textPdf(payslipRows(slip, house), a4, { title, author: house.name });
}

/** What stands on it, line by line. */
export function payslipRows(slip: Payslip, { name, timeZone }: House): PdfRow[] {
  const money = (minor: number) => formatMoney(minor, slip.currency);
  const day = (date: string) => formatCalendarDate(date);
  const { commissionMinor, tipsMinor, advancesMinor, broughtMinor, payMinor, carriedMinor, paid } = slip;
  const sums: [string, number][] = [
    ["Commission", commissionMinor],
    ["Tips", tipsMinor],
    ["Advances taken off", -advancesMinor],
    ["Left over from before", broughtMinor],
  ];
  const rateOf = ({ rateKind, rate, baseMinor }: Payslip["lines"][number]) =>
    rateKind === "percent"
      ? `, ${percentWords(rate!)} of ${money(baseMinor)}`
      : rateKind === "amount"
        ? `, ${money(rate!)} each`
        : "";
  const what = { commission: "", tip: "Tip: ", advance: "Advance: " };
  return [
    { left: name, strong: true },
    { left: "Payslip", strong: true, gap: true },
    { left: slip.name },
    { left: `${day(slip.from)} to ${day(slip.to)}` },
    ...sums
      .filter(([, minor]) => minor !== 0)
      .map(([left, minor], at) => ({ left, right: money(minor), gap: at === 0 })),
    { left: "To pay", right: money(payMinor), strong: true, gap: true },
    ...(carriedMinor < 0 ? [{ left: "Taken off next time", right: money(-carriedMinor) }] : []),
    ...(paid ? [{ left: `Paid ${formatDate(paid.at, timeZone)}${paid.reference ? `, ${paid.reference}` : ""}` }] : []),
    ...slip.lines.map((line, at) => ({
      left: `${day(line.day)}  ${what[line.kind]}${line.name}${line.saleNumber ? ` (sale ${line.saleNumber})` : ""}${rateOf(line)}`,
      right: money(line.kind === "advance" ? -line.amountMinor : line.amountMinor),
      gap: at === 0,
    })),
    { left: `Kept unchanged as ${slip.hash?.slice(0, 16) ?? ""}`, gap: true },
  ];
}
