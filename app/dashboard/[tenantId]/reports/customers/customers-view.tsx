"use client";

import { UsersRound } from "lucide-react";
import useSWR from "swr";
import { fetchJson } from "@/app/_components/data/fetch-json";
import { useShell } from "@/app/_components/shell/shell-context";
import { EmptyState } from "@/app/_components/ui/empty-state";
import { useSay } from "@/app/_words/use-say";
import { bookLines, comingLines, type OfCustomers, worthLines } from "@/lib/analytics/figure-lines";
import type { CustomersAnswer } from "@/lib/analytics/report-answers";
import { ListLoading } from "../../list-loading";
import { ExportLinks } from "../export-links";
import { customerRowsAt, reviewsAt } from "../insight-addresses";
import { LineFigures } from "../line-figures";
import { PeriodPicker } from "../period-picker";
import { type AskedDays, reportKey } from "../report-keys";
import { CampaignPart } from "./campaign-part";
import { NewCustomers } from "./new-customers";
import { ReferralPart } from "./referral-part";
import { TopLists } from "./top-lists";

/** Who came and who came again, how many there are, what they are worth, and what brought them. */
export function CustomersView({ days, problem }: { days: AskedDays; problem: string }) {
  const say = useSay();
  const { tenant } = useShell();
  const { data } = useSWR<CustomersAnswer>(reportKey(tenant.id, "customers", days), fetchJson, {
    keepPreviousData: true,
  });
  if (!data) return <ListLoading rows={8} />;
  const { period, figures, against, currency } = data;
  const rowsAt = (of: OfCustomers) =>
    of === "reviews" ? reviewsAt(tenant.id, period) : customerRowsAt(tenant.id, days, of);
  const numbers = { figures, against, currency, rowsAt };
  return (
    <>
      <PeriodPicker asked={days} period={period} problem={problem} />
      <div className="grid grid-cols-[minmax(0,1fr)] gap-8 px-4 pt-6 md:px-6 xl:pl-8">
        {figures.total === 0 && figures.visits === 0 ? (
          <EmptyState
            icon={UsersRound}
            title={say("Nobody is in the books in these days")}
            why={say(
              "Whoever books or is served stands here by themself: who comes again, who stays away, and what they are worth.",
            )}
          />
        ) : (
          <>
            <LineFigures label={say("Who came")} lines={comingLines} {...numbers} />
            <LineFigures label={say("In the books")} lines={bookLines} {...numbers} />
            <LineFigures label={say("What they are worth")} lines={worthLines} {...numbers} />
            <ExportLinks
              of={say("Customers")}
              fileAt={(format) =>
                reportKey(tenant.id, "customers/export", {
                  from: period.from,
                  to: period.to,
                  compare: days.compare,
                  format,
                })
              }
            />
            <NewCustomers answer={data} />
            <TopLists answer={data} />
          </>
        )}
        <ReferralPart days={days} />
        <CampaignPart days={days} />
      </div>
    </>
  );
}
