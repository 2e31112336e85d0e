"use client";

import { useState } from "react";
import { useAct } from "@/app/_components/data/use-act";
import { useDoing } from "@/app/_components/data/use-doing";
import { ProblemLine } from "@/app/_components/forms/problem-line";
import { SavedLine } from "@/app/_components/forms/saved-line";
import { Button } from "@/app/_components/ui/button";
import { useSay } from "@/app/_words/use-say";
import { askAgain } from "./actions";

/** Has Safaricom asked once more; the answer comes by itself. */
export function AskAgain({ paymentId }: { paymentId: string }) {
  const say = useSay();
  const { busy, problem, run } = useDoing(useAct("payments"));
  const [asked, setAsked] = useState(false);
  const ask = async () => setAsked((await run((tenantId) => askAgain(tenantId, { paymentId }))) === true);
  return (
    <div className="grid justify-items-start gap-2">
      <Button onClick={ask} aria-disabled={busy}>
        {busy ? say("Asking") : say("Ask M-Pesa again")}
      </Button>
      <SavedLine>{asked ? say("M-Pesa is being asked. What it says shows here by itself.") : ""}</SavedLine>
      <ProblemLine>{problem}</ProblemLine>
    </div>
  );
}
