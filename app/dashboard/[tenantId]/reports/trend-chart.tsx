"use client";

import dynamic from "next/dynamic";
import { TableTwin } from "@/app/_components/charts/table-twin";
import { TwinLink } from "@/app/_components/charts/twin-link";
import { Skeleton } from "@/app/_components/ui/skeleton";

export type Series = { name: string; values: readonly (number | null)[] };
export type Trend = {
  /** What it is about, in words, and what a point of it is. */
  name: string;
  of: string;
  labels: readonly string[];
  /** The first one is the one that is asked for; a second one is what it is compared with. */
  series: readonly [Series] | readonly [Series, Series];
  words(value: number): string;
  as?: "bars" | "lines";
  /** By how much a value is divided on the axis: a hundred for money. */
  scale?: number;
  /** Where a point opens to its rows, from the table. */
  hrefs?: readonly (string | null)[];
};

// Recharts is as large as all of a report page: it comes after the page and only where there is a chart.
const Plot = dynamic(() => import("./trend-plot"), {
  ssr: false,
  loading: () => <Skeleton className="h-64 w-full" />,
});

/** A chart that answers to the pointer; whoever has no script, or does not see it, has the table. */
export function TrendChart(trend: Trend) {
  const { name, of, labels, series, words, hrefs } = trend;
  return (
    <figure aria-label={name} className="grid grid-cols-[minmax(0,1fr)] gap-2">
      <div className="h-64 w-full" aria-hidden>
        <Plot {...trend} />
      </div>
      <TableTwin
        caption={name}
        columns={[{ name: of }, ...series.map((one) => ({ name: one.name, align: "right" as const }))]}
        rows={labels.map((label, at) => ({
          key: `${at} ${label}`,
          cells: [
            <TwinLink key="point" href={hrefs?.[at]}>
              {label}
            </TwinLink>,
            ...series.map(({ values }) => said(values[at], words)),
          ],
        }))}
      />
    </figure>
  );
}

const said = (value: number | null | undefined, words: (value: number) => string): string =>
  value === null || value === undefined ? "" : words(value);
