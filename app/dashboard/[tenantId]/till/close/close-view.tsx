"use client";

import { Lock, LockOpen } from "lucide-react";
import Link from "next/link";
import useSWR from "swr";
import { fetchJson } from "@/app/_components/data/fetch-json";
import { useShell } from "@/app/_components/shell/shell-context";
import { phrase } from "@/app/_words/phrase";
import type { Say } from "@/app/_words/say";
import { useSay } from "@/app/_words/use-say";
import { formatCalendarDate, formatDayTime, formatMoney } from "@/lib/platform/format";
import type { DayStanding } from "@/lib/till/day-standing";
import type { TillHistory } from "@/lib/till/list-closes";
import { ListLoading } from "../../list-loading";
import { offWords } from "../off-words";
import { closeKey, historyKey } from "../till-keys";
import { CloseForm } from "./close-form";

const dayWords = (say: Say, day: string) => formatCalendarDate(day, say.language);

/** The day that is asked for, and the days before it. */
export function CloseView({ day: asked }: { day: string | undefined }) {
  const say = useSay();
  const { tenant } = useShell();
  const { data } = useSWR<DayStanding>(closeKey(tenant.id, asked), fetchJson);
  const history = useSWR<{ days: TillHistory[] }>(historyKey(tenant.id), fetchJson);
  if (!data) return <ListLoading rows={6} />;
  const { day, today, currency } = data;
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] gap-10 px-4 pt-6 md:px-6 xl:grid-cols-[minmax(0,3fr)_minmax(0,2fr)] xl:gap-12 xl:pl-8">
      <section aria-labelledby="day-title" className="grid max-w-160 grid-cols-[minmax(0,1fr)] content-start gap-4">
        <h2 id="day-title" className="text-lg font-semibold">
          {day === today ? say("Today, {day}", { day: dayWords(say, day) }) : dayWords(say, day)}
        </h2>
        {data.closed ? <ClosedDay standing={data} /> : <CloseForm key={day} standing={data} />}
      </section>
      <section aria-labelledby="days-title" className="grid grid-cols-[minmax(0,1fr)] content-start gap-2">
        <h2 id="days-title" className="font-semibold">
          {say("Days")}
        </h2>
        {history.data && history.data.days.length > 0 ? (
          <ul className="divide-y border-y">
            {history.data.days.map(({ day: one, cameMinor, sales, differenceMinor }) => (
              <li key={one}>
                <Link
                  href={`?day=${one}`}
                  aria-current={one === day ? "true" : undefined}
                  className="grid grid-cols-[minmax(0,1fr)_auto] gap-x-3 px-2 py-(--row) hover:bg-wash aria-[current=true]:bg-wash"
                >
                  <span className="font-medium tabular-nums">{one === today ? say("Today") : dayWords(say, one)}</span>
                  <span
                    className={cameMinor === null ? "text-right text-quiet" : "text-right font-medium tabular-nums"}
                  >
                    {cameMinor === null ? say("told after the count") : formatMoney(cameMinor, currency)}
                  </span>
                  <span className="flex items-center gap-1.5 text-quiet">
                    {differenceMinor === null ? (
                      <LockOpen aria-hidden className="size-3.5" />
                    ) : (
                      <Lock aria-hidden className="size-3.5" />
                    )}
                    {differenceMinor === null ? say("not closed") : say("closed")},{" "}
                    {say("{sales, plural, one {1 sale} other {{sales} sales}}", { sales })}
                  </span>
                  <span className={`text-right tabular-nums ${differenceMinor ? "text-danger" : "text-quiet"}`}>
                    {differenceMinor === null
                      ? ""
                      : differenceMinor === 0
                        ? say("no difference")
                        : offWords(say, differenceMinor, currency)}
                  </span>
                </Link>
              </li>
            ))}
          </ul>
        ) : (
          <p className="text-quiet">{say("No money has come in yet. Each day with any is listed here.")}</p>
        )}
      </section>
    </div>
  );
}

const rows = [
  { key: "cash", word: phrase("Cash") },
  { key: "mpesa", word: phrase("M-Pesa") },
  { key: "card", word: phrase("Card") },
  { key: "other", word: phrase("Other") },
] as const;

function ClosedDay({ standing }: { standing: DayStanding }) {
  const say = useSay();
  const { tenant } = useShell();
  const { currency } = standing;
  const closed = standing.closed!;
  const when = formatDayTime(closed.closedAt, tenant.timeZone, say.language);
  const money = (minor: number) => formatMoney(minor, currency);
  return (
    <>
      <p className="flex items-center gap-2 text-quiet">
        <Lock aria-hidden className="size-4" />
        {closed.closedBy
          ? say("Closed by {name}, {when}. Nothing more is written for this day.", { name: closed.closedBy, when })
          : say("Closed, {when}. Nothing more is written for this day.", { when })}
      </p>
      <table className="w-full tabular-nums">
        <caption className="sr-only">{say("What there should be and what was counted")}</caption>
        <thead className="text-quiet">
          <tr className="border-b">
            <th scope="col" className="py-2 text-left font-normal">
              {say("Paid by")}
            </th>
            <th scope="col" className="py-2 text-right font-normal">
              {say("Should be")}
            </th>
            <th scope="col" className="py-2 text-right font-normal">
              {say("Counted")}
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ key, word }) => (
            <tr key={key} className="border-b">
              <th scope="row" className="py-2 text-left font-normal">
                {say(word)}
              </th>
              <td className="py-2 text-right">{money(closed.expected[key])}</td>
              <td className="py-2 text-right">{money(closed.counted[key])}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <p
        className={`text-lg font-semibold tabular-nums ${closed.differenceMinor === 0 ? "text-confirmed" : "text-danger"}`}
      >
        {closed.differenceMinor === 0 ? say("No difference") : offWords(say, closed.differenceMinor, currency)}
      </p>
      {closed.unverified > 0 ? (
        <p className="tabular-nums">
          {say(
            "{money} in {codes, plural, one {one code} other {{codes} codes}} of M-Pesa, not verified: counted apart.",
            { codes: closed.unverified, money: money(closed.unverifiedMinor) },
          )}
        </p>
      ) : null}
      {closed.note ? <p className="break-words text-quiet">“{closed.note}”</p> : null}
    </>
  );
}
