"use client";

import { Lock } from "lucide-react";
import useSWR from "swr";
import { fetchJson } from "@/app/_components/data/fetch-json";
import { useShell } from "@/app/_components/shell/shell-context";
import { useSay } from "@/app/_words/use-say";
import type { PeriodSlips } from "@/lib/payroll/get-payslip";
import { formatDate, formatDayTime, formatMoney } from "@/lib/platform/format";
import { ListLoading } from "../../list-loading";
import { daysWords } from "../pay-words";
import { periodKey } from "../payroll-keys";
import { PeopleList } from "../people-list";

/** The payslips of a settled period, and who has got their pay. */
export function PeriodView({ id }: { id: string }) {
  const say = useSay();
  const { tenant } = useShell();
  const { data } = useSWR<PeriodSlips>(periodKey(tenant.id, id), fetchJson);
  if (!data) return <ListLoading rows={6} />;
  const { people, currency } = data;
  const when = formatDayTime(data.closedAt, tenant.timeZone, say.language);
  const sum = people.reduce((minor, { payMinor }) => minor + payMinor, 0);
  return (
    <section className="grid max-w-200 grid-cols-[minmax(0,1fr)] gap-4 px-4 pt-6 md:px-6 xl:pl-8">
      <div className="flex flex-wrap items-baseline justify-between gap-x-4">
        <h2 className="text-lg font-semibold">{daysWords(say, data)}</h2>
        <p className="text-lg font-semibold tabular-nums">{formatMoney(sum, currency)}</p>
      </div>
      <p className="flex items-center gap-2 text-quiet">
        <Lock aria-hidden className="size-4 shrink-0" />
        {data.closedBy
          ? say("Settled by {name}, {when}. Nothing of it changes any more.", { name: data.closedBy, when })
          : say("Settled, {when}. Nothing of it changes any more.", { when })}
      </p>
      <PeopleList
        people={people}
        currency={currency}
        hrefOf={({ staffId }) => `/dashboard/${tenant.id}/payroll/person/${staffId}?period=${id}`}
        more={({ paid, payMinor }) =>
          paid
            ? say("paid {day}", { day: formatDate(paid.at, tenant.timeZone, say.language) })
            : payMinor > 0
              ? say("to pay out")
              : say("nothing to pay")
        }
      />
    </section>
  );
}
