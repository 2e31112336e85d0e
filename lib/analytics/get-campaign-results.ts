import { type ResultsBetween, resultsBetween } from "@/lib/campaigns/results-between";
import { localDate } from "@/lib/platform/calendar";
import { now } from "@/lib/platform/clock";
import { headOf, writePosition } from "@/lib/tenancy/head";
import { houseOf } from "@/lib/tenancy/house-of";
import type { Scope } from "@/lib/tenancy/scope";
import type { PeriodQuery } from "./input";
import { periodRows, withAgainst } from "./internal/period-rows";
import { periodOf } from "./period";
import type { CampaignSums, CampaignsAnswer } from "./report-answers";

const nothing: CampaignSums = { sent: 0, delivered: 0, bookings: 0, redeemed: 0, moneyMinor: 0, offMinor: 0 };

/** What came after the messages that campaigns sent in these days. */
export async function getCampaignResults(scope: Scope, query: PeriodQuery): Promise<CampaignsAnswer> {
  const head = await headOf(scope);
  const { currency, timeZone } = await houseOf(scope);
  const period = periodOf(query, localDate(now(), timeZone));
  const rows = await resultsBetween(scope, periodRows(withAgainst(period), timeZone));
  const sums = (nth: number): CampaignSums => {
    const all = rows.find((row) => row.nth === nth && row.campaignId === null);
    return all ? sumsOf(all) : nothing;
  };
  return {
    period,
    figures: sums(0),
    against: period.against && sums(1),
    campaigns: rows.flatMap((row) =>
      row.nth === 0 && row.campaignId ? [{ campaignId: row.campaignId, name: row.name ?? "", ...sumsOf(row) }] : [],
    ),
    currency,
    position: writePosition(head),
  };
}

const sumsOf = ({ sent, delivered, bookings, redeemed, moneyMinor, offMinor }: ResultsBetween): CampaignSums => ({
  ...{ sent, delivered, bookings, redeemed, moneyMinor, offMinor },
});
