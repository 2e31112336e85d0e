"use client";

import { useState } from "react";
import { useShell } from "@/app/_components/shell/shell-context";
import { Button } from "@/app/_components/ui/button";
import { useSay } from "@/app/_words/use-say";
import type { CodeAtOdds, StatementReading } from "@/lib/payments/read-in-statement";
import { formatDayTime, formatMoney } from "@/lib/platform/format";

type Props = { name: string; reading: StatementReading; busy: boolean; onReadIn(keepUnknown: boolean): void };

/** What would come of it, before anything does. */
export function StatementPreview({ name, reading, busy, onReadIn }: Props) {
  const say = useSay();
  const { tenant } = useShell();
  const { lines, others, period, verified, settled, known, unknown, differing, missing } = reading;
  // A hundred of them are the house's other business, not questions.
  const [keeps, setKeeps] = useState(unknown <= 50);
  const facts: [number, string][] = [
    [verified, say("typed in, and now verified")],
    [settled, say("asked for, and now known to be paid")],
    [known, say("known before")],
    [unknown, say("for nothing we know of")],
    [differing.length, say("typed in with another amount")],
    [missing.length, say("typed in, and not in the statement")],
  ];
  const about = [
    say("{lines, plural, one {One payment of customers} other {{lines} payments of customers}}", { lines }),
    others > 0 ? say("{others} other lines", { others }) : null,
    period
      ? say("from {from} to {to}", {
          from: formatDayTime(period.from, tenant.timeZone, say.language),
          to: formatDayTime(period.to, tenant.timeZone, say.language),
        })
      : null,
  ];
  return (
    <section aria-label={say("What it says")} className="grid gap-4 border-t pt-4">
      <div className="grid gap-0.5">
        <h3 className="font-semibold break-words">{name}</h3>
        <p className="text-quiet tabular-nums">{about.filter(Boolean).join(", ")}</p>
      </div>
      <ul className="grid gap-1">
        {facts.map(([count, words]) => (
          <li key={words} className={count === 0 ? "text-quiet" : ""}>
            <span className="inline-block min-w-8 pr-2 text-right font-semibold tabular-nums">{count}</span>
            {words}
          </li>
        ))}
      </ul>
      <Odds title={say("Another amount")} codes={differing} />
      <Odds title={say("Not found")} codes={missing} />
      {unknown > 0 ? (
        <label className="flex items-start gap-3">
          <input
            type="checkbox"
            checked={keeps}
            onChange={({ target }) => setKeeps(target.checked)}
            className="mt-0.5 size-4 shrink-0 accent-accent"
          />
          <span>
            {say(
              "Put the {unknown} for nothing we know of into the inbox, so that somebody says what {unknown, plural, one {it was} other {they were}}",
              { unknown },
            )}
          </span>
        </label>
      ) : null}
      <Button
        kind="primary"
        size="large"
        className="justify-self-start"
        onClick={() => onReadIn(keeps)}
        aria-disabled={busy}
      >
        {busy ? say("Reading it in") : say("Read it in")}
      </Button>
    </section>
  );
}

function Odds({ title, codes }: { title: string; codes: readonly CodeAtOdds[] }) {
  const say = useSay();
  if (codes.length === 0) return null;
  const money = (minor: number) => formatMoney(minor, "KES");
  return (
    <details className="grid gap-2">
      <summary className="cursor-pointer py-1 font-medium">
        {title} ({codes.length})
      </summary>
      <ul className="grid gap-1 pt-1">
        {codes.map(({ paymentId, receipt, typedMinor, listedMinor, customerName }) => (
          <li key={paymentId} className="tabular-nums">
            {receipt}, {customerName ?? say("Walk-in")}:{" "}
            {listedMinor === null
              ? say("typed {typed}", { typed: money(typedMinor) })
              : say("typed {typed}, statement {listed}", { typed: money(typedMinor), listed: money(listedMinor) })}
          </li>
        ))}
      </ul>
    </details>
  );
}
