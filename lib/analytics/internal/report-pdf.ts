import { now } from "@/lib/platform/clock";
import { formatCalendarDate, formatDate, formatMoney, formatTime } from "@/lib/platform/format";
import { tablePdf } from "@/lib/platform/pdf-table";
import type { Report, ReportCell, ReportColumn } from "../report";
import { reportWords } from "../report-words";

/** On sheets of A4, with whose it is, which days it is about and when it was made. */
export async function reportPdf({ house, title, language, days, columns, rows, total }: Report): Promise<Uint8Array> {
  const say = reportWords[language];
  const day = (date: string) => formatCalendarDate(date, language);
  const shown = (row: readonly ReportCell[]) => row.map((cell, at) => words(cell, columns[at]!, house.currency));
  const made = now().toISOString();
  return tablePdf({
    title: `${title}, ${house.name}`,
    lines: [
      days.from === days.to ? day(days.from) : say.days(day(days.from), day(days.to)),
      say.made(`${formatDate(made, house.timeZone, language)}, ${formatTime(made, house.timeZone)}`),
    ],
    author: house.name,
    columns: columns.map(({ name, kind }) => ({
      ...{ name, whole: kind !== "text" },
      align: kind === "text" || kind === "day" ? "left" : "right",
    })),
    rows: rows.map(shown),
    total: total && shown(total),
  });
}

function words(cell: ReportCell, { kind }: ReportColumn, currency: string): string {
  if (cell === null) return "";
  if (typeof cell === "string") return cell;
  if (kind === "money") return formatMoney(cell, currency);
  return kind === "percent" ? `${(cell * 100).toFixed(1)}%` : String(cell);
}
