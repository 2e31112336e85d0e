"use client";

import Link from "next/link";
import useSWR from "swr";
import { fetchJson } from "@/app/_components/data/fetch-json";
import { useShell } from "@/app/_components/shell/shell-context";
import { useSay } from "@/app/_words/use-say";
import { occupancyLines } from "@/lib/analytics/figure-lines";
import type { OccupancyAnswer } from "@/lib/analytics/report-answers";
import type { MinutesOf } from "@/lib/analytics/rules";
import { formatDay } from "@/lib/platform/format";
import { ListLoading } from "../../../list-loading";
import { hoursWords } from "../../amount-words";
import { calendarAt, operationsPage, timeRowsAt } from "../../insight-addresses";
import { type AskedDays, reportKey } from "../../report-keys";
import { RowsHead } from "../../rows-head";

type Item = { key: string; label: string; minutes: number; href: string };

/** Day by day and person by person, of which either adds up to the number; a day opens its calendar, a person their hours. */
export function TimeRows({ of, days }: { of: MinutesOf; days: AskedDays }) {
  const say = useSay();
  const { tenant } = useShell();
  const { data } = useSWR<OccupancyAnswer>(reportKey(tenant.id, "occupancy", days), fetchJson, {
    keepPreviousData: true,
  });
  if (!data) return <ListLoading rows={8} />;
  const names = occupancyLines.map(({ opens, label }) => ({ of: opens, label: say.known(label) }));
  return (
    <>
      <RowsHead
        back={{ label: say("Operations"), href: operationsPage(tenant.id, days) }}
        title={names.find((one) => one.of === of)!.label}
        period={data.period}
        beside={names.map((one) => ({
          ...{ label: one.label, href: timeRowsAt(tenant.id, days, one.of), isOpen: one.of === of },
        }))}
      />
      <div className="grid grid-cols-[minmax(0,1fr)] gap-8 px-4 pt-4 md:px-6 xl:grid-cols-2 xl:pl-8">
        <p className="text-xl font-semibold tabular-nums xl:col-span-2" data-stat="rows-total">
          {hoursWords(say, data.total[of])}
        </p>
        <Times
          title={say("Day by day")}
          items={data.days.map(({ day, ...minutes }) => ({
            ...{ key: day, label: formatDay(`${day}T12:00:00Z`, "UTC", say.language), minutes: minutes[of] },
            href: calendarAt(tenant.id, day),
          }))}
        />
        <Times
          title={say("Person by person")}
          items={data.staff.map(({ staffId, name, ...minutes }) => ({
            ...{ key: staffId, label: name, minutes: minutes[of], href: `/dashboard/${tenant.id}/staff/${staffId}` },
          }))}
        />
      </div>
    </>
  );
}

function Times({ title, items }: { title: string; items: readonly Item[] }) {
  const say = useSay();
  const some = items.filter(({ minutes }) => minutes !== 0);
  return (
    <section aria-label={title} className="grid grid-cols-[minmax(0,1fr)] content-start gap-2">
      <h3 className="font-medium">{title}</h3>
      {some.length === 0 ? (
        <p className="text-quiet">{say("This number is nought in these days.")}</p>
      ) : (
        <ul className="divide-y border-y">
          {some.map(({ key, label, minutes, href }) => (
            <li key={key}>
              <Link href={href} className="grid grid-cols-[minmax(0,1fr)_auto] gap-x-4 py-(--row) hover:bg-wash">
                <span className="truncate">{label}</span>
                <span className="text-right tabular-nums">{hoursWords(say, minutes)}</span>
              </Link>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
