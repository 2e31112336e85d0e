"use client";

import { Bar, CartesianGrid, ComposedChart, Line, ResponsiveContainer, Tooltip, XAxis, YAxis } from "recharts";
import type { Trend } from "./trend-chart";

const quiet = { fill: "var(--quiet)", fontSize: 12 };
const short = new Intl.NumberFormat("en", { notation: "compact", maximumFractionDigits: 1 });

/** Drawn with the page's own colours, and without motion: what changes is seen at once. */
export default function TrendPlot({ labels, series, words, as = "bars", scale = 1 }: Trend) {
  const points = labels.map((label, at) => ({ label, now: series[0].values[at], before: series[1]?.values[at] }));
  return (
    <ResponsiveContainer width="100%" height="100%">
      <ComposedChart data={points} margin={{ top: 8, right: 0, bottom: 0, left: 0 }} accessibilityLayer={false}>
        <CartesianGrid vertical={false} stroke="var(--line)" />
        <XAxis dataKey="label" tick={quiet} tickLine={false} axisLine={{ stroke: "var(--line)" }} minTickGap={24} />
        <YAxis
          tick={quiet}
          tickLine={false}
          axisLine={false}
          allowDecimals={false}
          width={48}
          tickFormatter={(value: number) => short.format(value / scale)}
        />
        <Tooltip
          cursor={{ fill: "var(--wash)", stroke: "var(--line)" }}
          isAnimationActive={false}
          contentStyle={{
            background: "var(--surface)",
            border: "1px solid var(--line)",
            borderRadius: 6,
            color: "var(--ink)",
          }}
          formatter={(value) => (typeof value === "number" ? words(value) : "")}
        />
        {as === "bars" ? (
          <Bar
            name={series[0].name}
            dataKey="now"
            fill="var(--accent)"
            radius={[2, 2, 0, 0]}
            isAnimationActive={false}
          />
        ) : (
          <Line
            name={series[0].name}
            dataKey="now"
            stroke="var(--accent)"
            strokeWidth={2}
            dot={false}
            isAnimationActive={false}
          />
        )}
        {series[1] ? (
          <Line
            name={series[1].name}
            dataKey="before"
            stroke="var(--quiet)"
            strokeDasharray="4 4"
            strokeWidth={2}
            dot={false}
            isAnimationActive={false}
          />
        ) : null}
      </ComposedChart>
    </ResponsiveContainer>
  );
}
