import type { Reader } from "@/lib/platform/reader";
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
import { type ReportWords, reportWords } from "./report-words";

/** The reports of customers and bookings, to be handed out: number by number, each beside what it was before. */
export async function customersReport(scope: Scope, query: PeriodQuery, reader: Reader): Promise<Report> {
  const { period, figures, against } = await getCustomers(scope, query);
  const lines = [...comingLines, ...bookLines, ...worthLines];
  return { ...(await headed(scope, "customers", period, reader)), ...numbers(lines, figures, against, reader) };
}

export async function operationsReport(scope: Scope, query: PeriodQuery, reader: Reader): Promise<Report> {
  const { period, figures, against } = await getOperations(scope, query);
  const lines = [...bookingLines, ...cancelledLines];
  return { ...(await headed(scope, "bookings", period, reader)), ...numbers(lines, figures, against, reader) };
}

export async function referralsReport(scope: Scope, query: PeriodQuery, reader: Reader): Promise<Report> {
  const { period, figures, against } = await getReferrals(scope, query);
  return { ...(await headed(scope, "referrals", period, reader)), ...numbers(referralLines, figures, against, reader) };
}

export async function campaignsReport(scope: Scope, query: PeriodQuery, reader: Reader): Promise<Report> {
  const { period, figures, against } = await getCampaignResults(scope, query);
  return { ...(await headed(scope, "campaigns", period, reader)), ...numbers(campaignLines, figures, against, reader) };
}

/** Person by person; the last row is the house. */
export async function occupancyReport(scope: Scope, query: PeriodQuery, reader: Reader): Promise<Report> {
  const words = reportWords[reader.language];
  const { period, staff, total } = await getOccupancy(scope, query);
  const cells = (one: typeof total): ReportCell[] => [
    ...[one.sellable, one.sold, one.sellable === 0 ? null : one.sold / one.sellable, one.free, one.lost, one.beyond],
  ];
  return {
    ...(await headed(scope, "occupancy", period, reader)),
    columns: [
      { name: words.person, kind: "text" },
      { name: words.minutesOnSale, kind: "number" },
      { name: words.sold, kind: "number" },
      { name: words.share, kind: "percent" },
      { name: words.free, kind: "number" },
      { name: words.lost, kind: "number" },
      { name: words.beyond, kind: "number" },
    ],
    rows: staff.map((person) => [person.name, ...cells(person)]),
    total: [words.total, ...cells(total)],
  };
}

type Name = "customers" | "bookings" | "referrals" | "campaigns" | "occupancy";

async function headed(scope: Scope, name: Name, { from, to }: { from: string; to: string }, { language }: Reader) {
  return { name, title: reportWords[language][name], language, house: await houseOf(scope), days: { from, to } };
}

const columnsOf = (number: string, share: string, amount: string): ReportColumn[] => [
  { name: number, kind: "number" },
  { name: share, kind: "percent" },
  { name: amount, kind: "money" },
];

function numbers<F>(
  lines: readonly FigureLine<F, string>[],
  figures: F,
  against: F | null,
  { language, known }: Reader,
) {
  const words: ReportWords = reportWords[language];
  return {
    columns: [
      { name: words.what, kind: "text" as const },
      ...columnsOf(words.number, words.share, words.amount),
      ...(against ? columnsOf(words.before, words.shareBefore, words.amountBefore) : []),
    ],
    rows: lines.map(({ label, about, is }) => [
      [known(label), is(figures).kind === "share" ? words.ofThose(known(about)) : known(about)]
        .filter(Boolean)
        .join(", "),
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
