"use client";

import { useState } from "react";
import { toast } from "sonner";
import { useAct } from "@/app/_components/data/use-act";
import { ProblemLine } from "@/app/_components/forms/problem-line";
import { useShell } from "@/app/_components/shell/shell-context";
import { Button } from "@/app/_components/ui/button";
import { approve, decline } from "./money-actions";

/** An owner or a manager decides what somebody asked for. */
export function RefundSteps({ refundId }: { refundId: string }) {
  const { tenant } = useShell();
  const act = useAct("till");
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState("");
  if (!tenant.may.includes("refunds.approve")) return null;
  const decide = async (deed: typeof approve | typeof decline, said: string) => {
    setBusy(true);
    const answer = await act<unknown>((tenantId) => deed(tenantId, { refundId }));
    setBusy(false);
    setProblem(answer.ok ? "" : answer.problem);
    if (answer.ok) toast(said);
  };
  return (
    <div className="grid gap-2">
      <div className="flex gap-2">
        <Button disabled={busy} onClick={() => decide(approve, "Given back")}>
          Approve
        </Button>
        <Button kind="bare" disabled={busy} onClick={() => decide(decline, "Declined")}>
          Decline
        </Button>
      </div>
      <ProblemLine>{problem}</ProblemLine>
    </div>
  );
}
