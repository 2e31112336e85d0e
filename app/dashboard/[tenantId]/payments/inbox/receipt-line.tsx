"use client";

import { useState } from "react";
import { toast } from "sonner";
import { useAct } from "@/app/_components/data/use-act";
import { useDoing } from "@/app/_components/data/use-doing";
import { ProblemLine } from "@/app/_components/forms/problem-line";
import { useShell } from "@/app/_components/shell/shell-context";
import { Button } from "@/app/_components/ui/button";
import { phrase } from "@/app/_words/phrase";
import type { Phrase } from "@/app/_words/say";
import { useSay } from "@/app/_words/use-say";
import type { UnmatchedReceipt } from "@/lib/payments/list-inbox";
import { formatDayTime, formatMoney } from "@/lib/platform/format";
import { match } from "../actions";
import { AsideForm } from "./aside-form";
import { LineFrame } from "./line-frame";

const sources: Record<UnmatchedReceipt["source"], Phrase> = {
  callback: phrase("told by M-Pesa"),
  confirmation: phrase("told by M-Pesa"),
  pull: phrase("found in M-Pesa’s list"),
  csv: phrase("found in a statement"),
};

/** Money that came to the house's number: a visit whose deposit it may be, or nothing of ours. */
export function ReceiptLine({ receipt: one, currency }: { receipt: UnmatchedReceipt; currency: string }) {
  const say = useSay();
  const { tenant } = useShell();
  const { busy, problem, run } = useDoing(useAct("payments"));
  const [open, setOpen] = useState(false);
  const { receipt, amountMinor, reference, paidAt, source, matches, sales } = one;
  const came = { when: formatDayTime(paidAt, tenant.timeZone, say.language), source: say(sources[source]) };
  const likely = matches.length + sales.length > 0;
  const attach = async (to: { bookingId: string } | { saleId: string }, said: string, late: string) => {
    const matched = await run((tenantId) => match(tenantId, { receipt, ...to }));
    if (matched) toast(matched.status === "paid" ? said : late);
  };
  return (
    <LineFrame
      amount={formatMoney(amountMinor, currency)}
      title={<span className="tabular-nums">{receipt}</span>}
      about={
        <>
          {reference
            ? say("{when}, {source}, account “{reference}”.", { ...came, reference })
            : say("{when}, {source}.", came)}{" "}
          {likely ? say("It may be for:") : say("No deposit and no open sale waits for this amount.")}
        </>
      }
    >
      {likely && !open ? (
        <ul aria-label={say("What {code} may be for", { code: receipt })} className="grid gap-2">
          {matches.map(({ bookingId, reference: code, customerName, startsAt, status }) => (
            <li key={bookingId} className="flex flex-wrap items-center gap-x-3 gap-y-1">
              <Button
                onClick={() =>
                  attach(
                    { bookingId },
                    say("{name}’s deposit is paid", { name: customerName }),
                    say("It came too late for {name}: it stands under Refunds", { name: customerName }),
                  )
                }
                aria-disabled={busy}
                className="max-w-full"
              >
                <span className="truncate">{say("{name}’s deposit", { name: customerName })}</span>
              </Button>
              <span className="text-quiet tabular-nums">
                {code}, {formatDayTime(startsAt, tenant.timeZone, say.language)},{" "}
                {status === "held" ? say("waits for it") : say("its time was let go")}
              </span>
            </li>
          ))}
          {sales.map(({ saleId, number, customerName, openedAt }) => (
            <li key={saleId} className="flex flex-wrap items-center gap-x-3 gap-y-1">
              <Button
                onClick={() =>
                  attach(
                    { saleId },
                    say("Sale {number} is paid", { number }),
                    say("It came too late for sale {number}", { number }),
                  )
                }
                aria-disabled={busy}
                className="max-w-full"
              >
                <span className="truncate">{say("Sale {number}", { number })}</span>
              </Button>
              <span className="text-quiet tabular-nums">
                {customerName ?? say("Walk-in")}, {formatDayTime(openedAt, tenant.timeZone, say.language)}
              </span>
            </li>
          ))}
        </ul>
      ) : null}
      {open ? (
        <AsideForm receipt={one} currency={currency} onLeave={() => setOpen(false)} />
      ) : (
        <Button className="justify-self-start" onClick={() => setOpen(true)}>
          {likely ? say("It is none of these") : say("Say what it was")}
        </Button>
      )}
      <ProblemLine>{problem}</ProblemLine>
    </LineFrame>
  );
}
