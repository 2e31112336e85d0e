"use client";

import { toast } from "sonner";
import { useAct } from "@/app/_components/data/use-act";
import { useShell } from "@/app/_components/shell/shell-context";
import { Button } from "@/app/_components/ui/button";
import type { Payslip } from "@/lib/payroll/get-payslip";
import type { PayLine } from "@/lib/payroll/reckon";
import { formatDay, formatMoney, formatTime } from "@/lib/platform/format";
import { openCheckout } from "../../../till/checkout/checkout-address";
import { takeBack } from "../../actions";
import { reckonedWords } from "../../pay-words";

/** Each figure with how it is reckoned; what was earned opens the sale that it was earned by. */
export function PayLines({ slip }: { slip: Payslip }) {
  const { tenant } = useShell();
  const { currency, lines } = slip;
  return (
    <section aria-labelledby="lines-title" className="grid grid-cols-[minmax(0,1fr)] content-start gap-2">
      <h2 id="lines-title" className="font-semibold">
        {lines.length === 1 ? "One line" : `${lines.length} lines`}
      </h2>
      {lines.length === 0 ? (
        <p className="text-quiet">Nothing was earned or paid in advance in these days.</p>
      ) : (
        <ul className="divide-y border-y">
          {lines.toReversed().map((line) => (
            <li key={line.id} className="grid grid-cols-[minmax(0,1fr)_auto] gap-x-4 py-2.5">
              <span className="min-w-0 break-words font-medium">
                {line.saleId ? (
                  <button
                    type="button"
                    className="text-left underline decoration-edge underline-offset-4 hover:decoration-ink"
                    onClick={() => openCheckout({ kind: "sale", id: line.saleId! })}
                  >
                    {line.name}, sale {line.saleNumber}
                  </button>
                ) : (
                  line.name || "Advance"
                )}
              </span>
              <span className="text-right font-medium tabular-nums">
                {formatMoney(line.kind === "advance" ? -line.amountMinor : line.amountMinor, currency)}
              </span>
              <span className="min-w-0 text-quiet tabular-nums">
                {formatDay(line.at, tenant.timeZone)}, {formatTime(line.at, tenant.timeZone)} ·{" "}
                {reckonedWords(line, currency)}
              </span>
              <span className="text-right">{slip.periodId ? null : <TakeBack line={line} slip={slip} />}</span>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

/** It was written down by mistake, or has come back. */
function TakeBack({ line, slip }: { line: PayLine; slip: Payslip }) {
  const act = useAct("payroll");
  if (line.kind !== "advance" || line.amountMinor < 0 || line.undone) return null;
  const take = async () => {
    const answer = await act((tenantId) => takeBack(tenantId, { advanceId: line.id }));
    if (answer.ok) toast("The advance is taken back");
    else toast.error(answer.problem);
  };
  return (
    <Button kind="bare" onClick={take} aria-label={`Take back: ${formatMoney(line.amountMinor, slip.currency)}`}>
      Take back
    </Button>
  );
}
