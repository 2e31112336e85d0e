import { houseOf } from "@/lib/tenancy/house-of";
import type { Scope } from "@/lib/tenancy/scope";
import {
  type Amount,
  bookingLines,
  bookLines,
  campaignLines,
  cancelledLines,
  comingLines,
  type FigureLine,
  referralLines,
  worthLines,
} from "./figure-lines";
import { getCampaignResults } from "./get-campaign-results";
import { getCustomers } from "./get-customers";
import { getOccupancy } from "./get-occupancy";
import { getOperations } from "./get-operations";
import { getReferrals } from "./get-referrals";
import type { PeriodQuery } from "./input";
import type { Report, ReportCell, ReportColumn } from "./report";

/** The reports of customers and bookings, to be handed out: number by number, each beside what it was before. */
export async function customersReport(scope: Scope, query: PeriodQuery): Promise<Report> {
  const { period, figures, against } = await getCustomers(scope, query);
  const lines = [...comingLines, ...bookLines, ...worthLines];
  return { ...(await headed(scope, "customers", "Customers", period)), ...numbers(lines, figures, against) };
}

export async function operationsReport(scope: Scope, query: PeriodQuery): Promise<Report> {
  const { period, figures, against } = await getOperations(scope, query);
  const lines = [...bookingLines, ...cancelledLines];
  return { ...(await headed(scope, "bookings", "Bookings", period)), ...numbers(lines, figures, against) };
}

export async function referralsReport(scope: Scope, query: PeriodQuery): Promise<Report> {
  const { period, figures, against } = await getReferrals(scope, query);
  return { ...(await headed(scope, "referrals", "Referrals", period)), ...numbers(referralLines, figures, against) };
}

export async function campaignsReport(scope: Scope, query: PeriodQuery): Promise<Report> {
  const { period, figures, against } = await getCampaignResults(scope, query);
  return { ...(await headed(scope, "campaigns", "Campaigns", period)), ...numbers(campaignLines, figures, against) };
}

/** Person by person; the last row is the house. */
export async function occupancyReport(scope: Scope, query: PeriodQuery): Promise<Report> {
  const { period, staff, total } = await getOccupancy(scope, query);
  const cells = (one: typeof total): ReportCell[] => [
    ...[one.sellable, one.sold, one.sellable === 0 ? null : one.sold / one.sellable, one.free, one.lost, one.beyond],
  ];
  return {
    ...(await headed(scope, "occupancy", "Time sold", period)),
    columns: [
      { name: "Person", kind: "text" },
      { name: "Minutes on sale", kind: "number" },
      { name: "Sold", kind: "number" },
      { name: "Share", kind: "percent" },
      { name: "Free", kind: "number" },
      { name: "Lost to holes", kind: "number" },
      { name: "Outside of hours", kind: "number" },
    ],
    rows: staff.map((person) => [person.name, ...cells(person)]),
    total: ["Total", ...cells(total)],
  };
}

async function headed(scope: Scope, name: string, title: string, { from, to }: { from: string; to: string }) {
  return { name, title, house: await houseOf(scope), days: { from, to } };
}

function numbers<F>(lines: readonly FigureLine<F, string>[], figures: F, against: F | null) {
  const of = (word: string): ReportColumn[] => [
    { name: word, kind: "number" },
    { name: "Share", kind: "percent" },
    { name: "Amount", kind: "money" },
  ];
  const before = of("Before").map((column) => ({
    ...column,
    name: column.name === "Before" ? "Before" : `${column.name} before`,
  }));
  return {
    columns: [{ name: "What", kind: "text" as const }, ...of("Number"), ...(against ? before : [])],
    rows: lines.map(({ label, about, is }) => [
      [label, is(figures).kind === "share" ? `of those ${about}` : about].filter(Boolean).join(", "),
      ...cellsOf(is(figures)),
      ...(against ? cellsOf(is(against)) : []),
    ]),
  };
}

/** A share is its part and its percent; time is in minutes. */
function cellsOf(amount: Amount): ReportCell[] {
  switch (amount.kind) {
    case "number":
      return [amount.value, null, null];
    case "time":
    case "work":
      return [amount.minutes, null, null];
    case "share":
      return [amount.part, amount.of === 0 ? null : amount.part / amount.of, null];
    case "money":
      return [null, null, amount.minor];
  }
}
