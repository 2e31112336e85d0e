"use client";

import { useAct } from "@/app/_components/data/use-act";
import { useDoing } from "@/app/_components/data/use-doing";
import { ProblemLine } from "@/app/_components/forms/problem-line";
import { Button } from "@/app/_components/ui/button";
import { useSay } from "@/app/_words/use-say";
import { askNobody } from "./actions";

/** Whose phone M-Pesa asks when something is due, and the way out of it. */
export function PayerLine({ phone }: { phone: string }) {
  const say = useSay();
  const { busy, problem, run } = useDoing(useAct("subscription"));
  return (
    <div className="grid gap-2">
      <p className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1">
        <span>
          {say.rich("M-Pesa asks <bold>{phone}</bold> when an invoice is due.", {
            phone,
            bold: (chunks) => <span className="font-medium tabular-nums">{chunks}</span>,
          })}
        </span>
        <Button onClick={() => run((tenantId) => askNobody(tenantId, { payerPhone: null }))} aria-disabled={busy}>
          {say("Do not ask")}
        </Button>
      </p>
      <ProblemLine>{problem}</ProblemLine>
    </div>
  );
}
