import type { Reader } from "@/lib/platform/reader";
import { houseOf } from "@/lib/tenancy/house-of";
import type { Scope } from "@/lib/tenancy/scope";
import { getRevenue, type Revenue } from "./get-revenue";
import type { RevenueQuery } from "./input";
import type { Report } from "./report";
import { type ReportWords, reportWords } from "./report-words";
import type { RevenuePart } from "./rules";

type Part = Pick<Report, "title" | "columns" | "rows" | "total">;

/** A part of the money report, to be handed out; each of them adds up to the number that the page shows. */
export async function revenueReport(
  scope: Scope,
  query: RevenueQuery,
  part: RevenuePart,
  { language }: Reader,
): Promise<Report> {
  const house = await houseOf(scope);
  const revenue = await getRevenue(scope, query);
  const { from, to } = revenue.period;
  return {
    name: `revenue-${part}`,
    house,
    language,
    days: { from, to },
    ...parts[part](revenue, reportWords[language]),
  };
}

const parts: Record<RevenuePart, (revenue: Revenue, words: ReportWords) => Part> = {
  time: ({ spans, spansBefore, period, total, before }, words) => ({
    title: words.revenue,
    columns: [
      { name: words.from, kind: "day" },
      { name: words.to, kind: "day" },
      { name: words.revenueNet, kind: "money" },
      ...(period.against ? [{ name: words.before, kind: "money" } as const] : []),
    ],
    // The days before may be more than these: each of them stands in a row, so that both columns add up to their totals.
    rows: Array.from({ length: Math.max(spans.length, spansBefore.length) }, (_, at) => [
      ...[spans[at]?.from ?? null, spans[at]?.to ?? null, spans[at]?.earnedMinor ?? null],
      ...(period.against ? [spansBefore[at]?.earnedMinor ?? null] : []),
    ]),
    total: [words.total, null, total.earnedMinor, ...(before ? [before.earnedMinor] : [])],
  }),
  services: ({ services, products, feesMinor, total }, words) =>
    shares(words, words.bySold, words.serviceOrProduct, total.earnedMinor, [
      ...services,
      ...products,
      ...(feesMinor === 0 ? [] : [{ name: words.feesKept, minor: feesMinor }]),
    ]),
  staff: ({ staff, total }, words) =>
    shares(
      words,
      words.byPerson,
      words.person,
      total.earnedMinor,
      staff.map(({ name, minor }) => ({ name: name || words.nobody, minor })),
    ),
  methods: ({ methods, total }, words) =>
    shares(
      words,
      words.byMethod,
      words.paidBy,
      total.paidMinor,
      methods.map(({ method, minor }) => ({ name: method === "mpesa" ? "M-Pesa" : words.methods[method], minor })),
    ),
};

const shares = (
  words: ReportWords,
  title: string,
  what: string,
  whole: number,
  all: readonly { name: string; minor: number }[],
): Part => ({
  title,
  columns: [
    { name: what, kind: "text" },
    { name: words.amount, kind: "money" },
    { name: words.share, kind: "percent" },
  ],
  rows: all.map(({ name, minor }) => [name, minor, whole > 0 ? minor / whole : null]),
  total: [words.total, whole, null],
});
