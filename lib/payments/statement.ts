import { parse } from "csv-parse/sync";
import { typedAmount } from "@/lib/platform/typed-amount";
import { readNairobi } from "./daraja/nairobi-time";
import { isReceiptCode } from "./rules";

/** Money that came in, as a statement of the till or PayBill has it. */
export type StatementRow = { receipt: string; amountMinor: number; reference: string; paidAt: Date };

export type Statement = {
  kind: "statement";
  rows: StatementRow[];
  /** Lines that are no money of customers: what went out, charges, what was not completed. */
  others: number;
  /** Every payment between these two stands in it; null for one without a line. */
  period: { from: Date; to: Date } | null;
};

export type Unreadable = { kind: "unreadable"; why: "no_columns" | "no_file" | "too_many" };

/** Of one file; more are read in as several. */
export const mostStatementRows = 5_000;
export const mostStatementBytes = 3 * 1024 * 1024;

const columns = {
  receipt: /^receipt ?(no|number)?$/,
  time: /^(completion|transaction) (time|date)$/,
  details: /^details$/,
  status: /^transaction status$/,
  paidIn: /^paid in$/,
  account: /^(a ?c|account) ?(no|number)$/,
};
type Column = keyof typeof columns;

const plain = (cell: string) =>
  cell
    .toLowerCase()
    .replaceAll(/[^a-z]+/g, " ")
    .trim();

/**
 * The statement that the M-Pesa organisation portal saves as CSV: some lines about the organisation, then the names of
 * the columns, wherever they stand, then what happened.
 */
export function readStatement(text: string): Statement | Unreadable {
  const lines = linesOf(text);
  if (!lines) return { kind: "unreadable", why: "no_file" };
  const head = lines.findIndex((cells) => columnsIn(cells) !== null);
  if (head < 0) return { kind: "unreadable", why: "no_columns" };
  const at = columnsIn(lines[head]!)!;
  const body = lines.slice(head + 1).filter((cells) => cells.some(Boolean));
  const read = body.map((cells) => readLine((column) => (at[column] === undefined ? "" : (cells[at[column]] ?? ""))));
  const found = read.flatMap((line) => (typeof line === "object" ? [line] : []));
  const rows = [...new Map(found.map((row) => [row.receipt, row])).values()];
  if (rows.length > mostStatementRows) return { kind: "unreadable", why: "too_many" };
  const times = body.flatMap((cells) => readTime(cells[at.time!] ?? "", "start") ?? []);
  return {
    kind: "statement",
    rows,
    others: body.length - found.length,
    period: periodIn(lines.slice(0, head)) ?? stretchOf(times),
  };
}

function linesOf(text: string): string[][] | null {
  try {
    const asked = { bom: true, trim: true, relax_column_count: true, relax_quotes: true, skip_empty_lines: true };
    // Excel in some languages puts semicolons between, and a copied table has tabs.
    return parse(text, { ...asked, delimiter: [",", ";", "\t"], max_record_size: 20_000 });
  } catch {
    return null;
  }
}

function columnsIn(cells: readonly string[]): Partial<Record<Column, number>> | null {
  const names = cells.map(plain);
  const at: Partial<Record<Column, number>> = {};
  for (const [column, pattern] of Object.entries(columns)) {
    const place = names.findIndex((name) => pattern.test(name));
    if (place >= 0) at[column as Column] = place;
  }
  const isHead = at.receipt !== undefined && at.time !== undefined && at.paidIn !== undefined;
  return isHead ? at : null;
}

/** Moved from one of the organisation's own accounts to another. */
const ownMoney = /settlement|organi[sz]ation (to|account)|(working|utility|charges paid|merchant) account/i;

function readLine(cell: (column: Column) => string): StatementRow | "other" {
  const receipt = cell("receipt").toUpperCase();
  const status = cell("status");
  const amount = typedAmount(cell("paidIn"));
  const paidAt = readTime(cell("time"), "start");
  const isDone = status === "" || /^complete/i.test(status);
  const isOwn = ownMoney.test(cell("details"));
  if (!isReceiptCode(receipt) || !isDone || !(amount > 0) || !paidAt || isOwn) return "other";
  const typed = cell("account") || (/Acc(?:ount)?\.? *(?:No\.?)? *([\w-]{1,20})\s*$/i.exec(cell("details"))?.[1] ?? "");
  return { receipt, amountMinor: Math.round(amount * 100), reference: typed.slice(0, 20), paidAt };
}

const moment =
  /(?:(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})|(\d{1,2})[-/.](\d{1,2})[-/.](\d{4}))(?:[ T]+(\d{1,2}):(\d{2})(?::(\d{2}))? *([AP]M)?)?/i;

/** `2026-11-24 14:03:22`, `24-11-2026 14:03` or `24/11/2026 2:03 PM`; a day alone is its first or last moment. */
function readTime(text: string, end: "start" | "end"): Date | null {
  const found = moment.exec(text);
  if (!found) return null;
  const [, y1, m1, d1, d2, m2, y2, hour, minute, second, half] = found;
  const two = (value: string | undefined) => (value ?? "").padStart(2, "0");
  const whole = end === "start" ? "000000" : "235959";
  const time = hour ? `${two(String(inFull(Number(hour), half)))}${two(minute)}${two(second ?? "0")}` : whole;
  return readNairobi(`${y1 ?? y2}${two(m1 ?? m2)}${two(d1 ?? d2)}${time}`);
}

function inFull(hour: number, half: string | undefined): number {
  if (!half) return hour;
  return (hour % 12) + (/p/i.test(half) ? 12 : 0);
}

/** What the lines above the columns say of when it begins and ends. */
function periodIn(lines: readonly (readonly string[])[]): Statement["period"] {
  for (const cells of lines) {
    const text = cells.join(" ");
    const [first, second] = text.match(new RegExp(moment, "gi")) ?? [];
    if (!first || !second || !/period|from|between|date range/i.test(text)) continue;
    const [from, to] = [readTime(first, "start"), readTime(second, "end")];
    if (from && to && from < to) return { from, to };
  }
  return null;
}

function stretchOf(times: readonly Date[]): Statement["period"] {
  if (times.length === 0) return null;
  const all = times.map((time) => time.getTime());
  return { from: new Date(Math.min(...all)), to: new Date(Math.max(...all)) };
}
