"use client";

import { toast } from "sonner";
import { useAct } from "@/app/_components/data/use-act";
import { useShell } from "@/app/_components/shell/shell-context";
import { Button } from "@/app/_components/ui/button";
import { useSay } from "@/app/_words/use-say";
import type { Payslip } from "@/lib/payroll/get-payslip";
import type { PayLine } from "@/lib/payroll/reckon";
import { formatMoney, formatTime } from "@/lib/platform/format";
import { openCheckout } from "../../../till/checkout/checkout-address";
import { takeBack } from "../../actions";
import { dayWords, reckonedWords } from "../../pay-words";

/** Day by day, each opening down to its lines; what was earned opens the sale that it was earned by. */
export function PayLines({ slip }: { slip: Payslip }) {
  const say = useSay();
  const { currency, lines } = slip;
  const days = new Map<string, PayLine[]>();
  for (const line of lines.toReversed()) days.set(line.day, [...(days.get(line.day) ?? []), line]);
  return (
    <section aria-labelledby="lines-title" className="grid grid-cols-[minmax(0,1fr)] content-start gap-2">
      <h2 id="lines-title" className="font-semibold">
        {say("Day by day")}
      </h2>
      {lines.length === 0 ? (
        <p className="text-quiet">{say("Nothing was earned or paid in advance in these days.")}</p>
      ) : (
        <ul className="divide-y border-y">
          {[...days].map(([day, all], nth) => (
            <li key={day}>
              <details open={nth === 0} data-on-paper>
                <summary className="group flex cursor-pointer items-baseline justify-between gap-4 py-(--row) hover:bg-wash">
                  <span className="font-medium tabular-nums">{dayWords(day, say.language)}</span>
                  <span className="ml-auto text-quiet">
                    {say("{lines, plural, one {one line} other {{lines} lines}}", { lines: all.length })}
                  </span>
                  <span className="min-w-24 text-right font-medium tabular-nums">
                    {formatMoney(
                      all.reduce((sum, line) => sum + countsFor(line), 0),
                      currency,
                    )}
                  </span>
                </summary>
                <ul aria-label={dayWords(day, say.language)} className="mb-2 divide-y border-t pl-3">
                  {all.map((line) => (
                    <Line key={line.id} line={line} slip={slip} />
                  ))}
                </ul>
              </details>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

/** An advance is taken off. */
const countsFor = ({ kind, amountMinor }: PayLine): number => (kind === "advance" ? -amountMinor : amountMinor);

function Line({ line, slip }: { line: PayLine; slip: Payslip }) {
  const say = useSay();
  const { tenant } = useShell();
  return (
    <li className="grid grid-cols-[minmax(0,1fr)_auto] gap-x-4 py-2">
      <span className="min-w-0 break-words">
        {line.saleId ? (
          <button
            type="button"
            className="text-left underline decoration-edge underline-offset-4 hover:decoration-ink"
            onClick={() => openCheckout({ kind: "sale", id: line.saleId! })}
          >
            {say("{name}, sale {number}", { name: line.name, number: line.saleNumber ?? "" })}
          </button>
        ) : (
          line.name || say("Advance")
        )}
      </span>
      <span className="text-right tabular-nums">{formatMoney(countsFor(line), slip.currency)}</span>
      <span className="min-w-0 text-quiet tabular-nums">
        {formatTime(line.at, tenant.timeZone)} · {reckonedWords(say, line, slip.currency)}
      </span>
      <span className="text-right">{slip.periodId ? null : <TakeBack line={line} slip={slip} />}</span>
    </li>
  );
}

/** It was written down by mistake, or has come back. */
function TakeBack({ line, slip }: { line: PayLine; slip: Payslip }) {
  const say = useSay();
  const act = useAct("payroll");
  if (line.kind !== "advance" || line.amountMinor < 0 || line.undone) return null;
  const take = async () => {
    const answer = await act((tenantId) => takeBack(tenantId, { advanceId: line.id }));
    if (answer.ok) toast(say("The advance is taken back"));
    else toast.error(answer.problem);
  };
  return (
    <Button
      kind="bare"
      onClick={take}
      aria-label={say("Take back: {money}", { money: formatMoney(line.amountMinor, slip.currency) })}
    >
      {say("Take back")}
    </Button>
  );
}
