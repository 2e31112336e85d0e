import { houseOf } from "@/lib/tenancy/house-of";
import type { Scope } from "@/lib/tenancy/scope";
import { getRevenue, type Revenue } from "./get-revenue";
import type { RevenueQuery } from "./input";
import type { Report } from "./report";
import type { RevenuePart } from "./rules";

type Part = Pick<Report, "title" | "columns" | "rows" | "total">;

/** A part of the money report, to be handed out; each of them adds up to the number that the page shows. */
export async function revenueReport(scope: Scope, query: RevenueQuery, part: RevenuePart): Promise<Report> {
  const house = await houseOf(scope);
  const revenue = await getRevenue(scope, query);
  const { from, to } = revenue.period;
  return { name: `revenue-${part}`, house, days: { from, to }, ...parts[part](revenue) };
}

const parts: Record<RevenuePart, (revenue: Revenue) => Part> = {
  time: ({ spans, spansBefore, period, total, before }) => ({
    title: "Revenue",
    columns: [
      { name: "From", kind: "day" },
      { name: "To", kind: "day" },
      { name: "Revenue without VAT and tips", kind: "money" },
      ...(period.against ? [{ name: "Before", kind: "money" } as const] : []),
    ],
    // The days before may be more than these: each of them stands in a row, so that both columns add up to their totals.
    rows: Array.from({ length: Math.max(spans.length, spansBefore.length) }, (_, at) => [
      ...[spans[at]?.from ?? null, spans[at]?.to ?? null, spans[at]?.earnedMinor ?? null],
      ...(period.against ? [spansBefore[at]?.earnedMinor ?? null] : []),
    ]),
    total: ["Total", null, total.earnedMinor, ...(before ? [before.earnedMinor] : [])],
  }),
  services: ({ services, products, feesMinor, total }) =>
    shares("Revenue by what was sold", "Service or product", total.earnedMinor, [
      ...services,
      ...products,
      ...(feesMinor === 0 ? [] : [{ name: "Fees kept", minor: feesMinor }]),
    ]),
  staff: ({ staff, total }) =>
    shares(
      "Revenue by person",
      "Person",
      total.earnedMinor,
      staff.map(({ name, minor }) => ({ name: name || "Nobody", minor })),
    ),
  methods: ({ methods, total }) => shares("Money by how it was paid", "Paid by", total.paidMinor, named(methods)),
};

const methodNames = { mpesa: "M-Pesa", cash: "Cash", card: "Card", other: "Other" };
const named = (methods: Revenue["methods"]) =>
  methods.map(({ method, minor }) => ({ name: methodNames[method], minor }));

const shares = (title: string, what: string, whole: number, all: readonly { name: string; minor: number }[]): Part => ({
  title,
  columns: [
    { name: what, kind: "text" },
    { name: "Amount", kind: "money" },
    { name: "Share", kind: "percent" },
  ],
  rows: all.map(({ name, minor }) => [name, minor, whole > 0 ? minor / whole : null]),
  total: ["Total", whole, null],
});
