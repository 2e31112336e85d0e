"use client";

import { CalendarRange } from "lucide-react";
import useSWR from "swr";
import { fetchJson } from "@/app/_components/data/fetch-json";
import { useShell } from "@/app/_components/shell/shell-context";
import { EmptyState } from "@/app/_components/ui/empty-state";
import { useSay } from "@/app/_words/use-say";
import type { BookingsOf } from "@/lib/analytics/booking-rules";
import { bookingLines } from "@/lib/analytics/figure-lines";
import type { OperationsAnswer } from "@/lib/analytics/report-answers";
import { ListLoading } from "../../list-loading";
import { ExportLinks } from "../export-links";
import { bookingRowsAt } from "../insight-addresses";
import { LineFigures } from "../line-figures";
import { PeriodPicker } from "../period-picker";
import { type AskedDays, reportKey } from "../report-keys";
import { BusyTimes } from "./busy-times";
import { OccupancyPart } from "./occupancy-part";
import { WaysList } from "./ways-list";

/** What became of the bookings for these days, when they are, and how much of the time on sale was sold. */
export function OperationsView({ days, problem }: { days: AskedDays; problem: string }) {
  const say = useSay();
  const { tenant } = useShell();
  const { data } = useSWR<OperationsAnswer>(reportKey(tenant.id, "operations", days), fetchJson, {
    keepPreviousData: true,
  });
  if (!data) return <ListLoading rows={8} />;
  const { period, figures, against } = data;
  return (
    <>
      <PeriodPicker asked={days} period={period} problem={problem} />
      <div className="grid grid-cols-[minmax(0,1fr)] gap-8 px-4 pt-6 md:px-6 xl:pl-8">
        {figures.made === 0 ? (
          <EmptyState
            icon={CalendarRange}
            title={say("There is no booking for these days")}
            why={say("What becomes of bookings, how they come in and when the house is busy stands here by itself.")}
          />
        ) : (
          <>
            <LineFigures
              label={say("What became of bookings")}
              lines={bookingLines}
              {...{ figures, against }}
              rowsAt={(of: BookingsOf) => bookingRowsAt(tenant.id, days, of)}
            />
            <ExportLinks
              of={say("Bookings")}
              fileAt={(format) =>
                reportKey(tenant.id, "operations/export", {
                  ...{ from: period.from, to: period.to, compare: days.compare, format },
                })
              }
            />
            <WaysList figures={figures} days={days} />
            <BusyTimes answer={data} days={days} />
          </>
        )}
        <OccupancyPart days={days} />
      </div>
    </>
  );
}
