"use client";

import Link from "next/link";
import { useShell } from "@/app/_components/shell/shell-context";
import { useSay } from "@/app/_words/use-say";
import type { Count, CountLine } from "@/lib/inventory/get-count";
import { inUnit } from "@/lib/inventory/rules";
import { formatDayTime } from "@/lib/platform/format";
import { productAddress } from "../../stock-keys";
import { changeWords, costWords } from "../../stock-words";

/** What a finished count found, what was off first. */
export function CountResult({ count }: { count: Count }) {
  const say = useSay();
  const { tenant } = useShell();
  const { lines, finishedAt, finishedBy, note, offMinor, currency } = count;
  const when = formatDayTime(finishedAt!, tenant.timeZone, say.language);
  const different = lines.filter((line) => offOf(line) !== 0).length;
  return (
    <>
      <div className="grid gap-1">
        <p className="flex flex-wrap items-baseline justify-between gap-x-4 text-lg font-semibold tabular-nums">
          <span>
            {lines.length === 0
              ? say("Nothing was counted")
              : different === 0
                ? say("All as it should be")
                : say("{different} of {all} different", { different, all: lines.length })}
          </span>
          {offMinor ? <span>{costWords(offMinor, currency)}</span> : null}
        </p>
        <p className="text-quiet">
          {finishedBy ? say("Finished {when} by {name}", { when, name: finishedBy }) : say("Finished {when}", { when })}
          {note ? ` · ${note}` : ""}
        </p>
      </div>
      <ul aria-label={say("Found")} className="divide-y border-y">
        {lines.map((line) => {
          const { productId, name, unit, counted, expected, offMinor: off } = line;
          return (
            <li key={productId}>
              <Link
                href={productAddress(tenant.id, productId)}
                className="grid grid-cols-[minmax(0,1fr)_auto] gap-x-4 py-(--row) transition-colors hover:bg-wash"
              >
                <span className="truncate font-medium">{name}</span>
                <span
                  className={`text-right tabular-nums ${offOf(line) < 0 ? "font-medium text-danger" : "font-medium"}`}
                >
                  {offOf(line) === 0 ? say("as it should be") : changeWords(offOf(line), unit)}
                </span>
                <span className="min-w-0 truncate text-quiet tabular-nums">
                  {say("{found} found, {expected} expected", {
                    found: inUnit(counted!, unit),
                    expected: inUnit(expected!, unit),
                  })}
                </span>
                <span className="text-right text-quiet tabular-nums">{off ? costWords(off, currency) : ""}</span>
              </Link>
            </li>
          );
        })}
      </ul>
    </>
  );
}

/** Both are known once a count is finished. */
const offOf = ({ counted, expected }: CountLine): number => counted! - expected!;
