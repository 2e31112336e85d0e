"use client";

import { useState } from "react";
import { toast } from "sonner";
import { useAct } from "@/app/_components/data/use-act";
import { useDoing } from "@/app/_components/data/use-doing";
import { ProblemLine } from "@/app/_components/forms/problem-line";
import { useShell } from "@/app/_components/shell/shell-context";
import { Button } from "@/app/_components/ui/button";
import { useSay } from "@/app/_words/use-say";
import type { UnmatchedReceipt } from "@/lib/payments/list-inbox";
import { formatDayTime, formatMoney } from "@/lib/platform/format";
import { match } from "../actions";
import { AsideForm } from "./aside-form";
import { LineFrame } from "./line-frame";

const sources: Record<UnmatchedReceipt["source"], string> = {
  callback: "told by M-Pesa",
  confirmation: "told by M-Pesa",
  pull: "found in M-Pesa’s list",
  csv: "found in a statement",
};

/** Money that came to the house's number: a visit whose deposit it may be, or nothing of ours. */
export function ReceiptLine({ receipt: one, currency }: { receipt: UnmatchedReceipt; currency: string }) {
  const say = useSay();
  const { tenant } = useShell();
  const { busy, problem, run } = useDoing(useAct("payments"));
  const [open, setOpen] = useState(false);
  const { receipt, amountMinor, reference, paidAt, source, matches, sales } = one;
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
          {formatDayTime(paidAt, tenant.timeZone)}, {sources[source]}
          {reference ? `, account “${reference}”` : ""}.{" "}
          {likely ? say("It may be for:") : say("No deposit and no open sale waits for this amount.")}
        </>
      }
    >
      {likely && !open ? (
        <ul aria-label={say("What {receipt} may be for", { receipt })} className="grid gap-2">
          {matches.map(({ bookingId, reference: code, customerName, startsAt, status }) => (
            <li key={bookingId} className="flex flex-wrap items-center gap-x-3 gap-y-1">
              <Button
                onClick={() =>
                  attach(
                    { bookingId },
                    say("{customerName}’s deposit is paid", { customerName }),
                    say("It came too late for {customerName}: it stands under Refunds", { customerName }),
                  )
                }
                aria-disabled={busy}
                className="max-w-full"
              >
                <span className="truncate">{customerName}’s deposit</span>
              </Button>
              <span className="text-quiet tabular-nums">
                {code}, {formatDayTime(startsAt, tenant.timeZone)}
                {status === "held" ? ", waits for it" : ", its time was let go"}
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
                <span className="truncate">Sale {number}</span>
              </Button>
              <span className="text-quiet tabular-nums">
                {customerName ?? "Walk-in"}, {formatDayTime(openedAt, tenant.timeZone)}
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
