"use client";

import { useShell } from "@/app/_components/shell/shell-context";
import type { Say } from "@/app/_words/say";
import { useSay } from "@/app/_words/use-say";
import { formatDayTime, formatMoney } from "@/lib/platform/format";
import type { Corrected, Correction, VisitFacts } from "@/lib/visits/get-visit";

/** Who put right what, from what to what, and why. */
export function Corrections({ visit: { corrections, currency } }: { visit: VisitFacts }) {
  const say = useSay();
  const { tenant } = useShell();
  if (corrections.length === 0) return null;
  return (
    <section aria-labelledby="corrections-title" className="grid gap-2 border-t pt-5">
      <h3 id="corrections-title" className="font-medium">
        {say("Corrected")}
      </h3>
      <ol className="grid gap-3">
        {corrections.map((correction) => (
          <li key={correction.id} className="grid gap-0.5">
            {changesIn(say, correction, currency).map(({ what, from, to }) => (
              <span key={what} className="break-words">
                {what}: <s className="text-quiet">{from}</s> <span aria-hidden>→</span>
                <span className="sr-only">{say("is now")}</span> {to}
              </span>
            ))}
            {correction.reason ? <span className="break-words text-quiet">“{correction.reason}”</span> : null}
            <span className="text-quiet tabular-nums">
              {correction.who ?? say("Somebody")}, {formatDayTime(correction.at, tenant.timeZone, say.language)}
            </span>
          </li>
        ))}
      </ol>
    </section>
  );
}

function changesIn(say: Say, { from, to }: Correction, currency: string) {
  if (!from || !to) return [{ what: say("Values"), from: say("erased"), to: say("erased") }];
  const lines = (to.lines ?? []).flatMap((line, at) => {
    const was = from.lines?.[at];
    if (!was) return [];
    return [
      ...(was.priceMinor === line.priceMinor
        ? []
        : [{ what: line.service, from: money(was, currency), to: money(line, currency) }]),
      ...(was.staff === line.staff
        ? []
        : [{ what: say("{service} by", { service: line.service }), from: was.staff, to: line.staff }]),
    ];
  });
  const notes =
    to.notes === undefined
      ? []
      : [{ what: say("Notes"), from: from.notes || say("none"), to: to.notes || say("none") }];
  return [...lines, ...notes];
}

const money = ({ priceMinor }: NonNullable<Corrected["lines"]>[number], currency: string) =>
  formatMoney(priceMinor, currency);
