"use client";

import { useState } from "react";
import { useDoing } from "@/app/_components/data/use-doing";
import { ProblemLine } from "@/app/_components/forms/problem-line";
import { Button } from "@/app/_components/ui/button";
import { Dialog } from "@/app/_components/ui/dialog";
import { useSay } from "@/app/_words/use-say";
import type { MpesaProps } from "./mpesa-forms";

/** Taking the simulator's keys where there is one, and removing those that are kept. */
export function KeysButtons({ settings: { keys, simulator, account }, doors, act }: MpesaProps) {
  const say = useSay();
  const { busy, problem, run } = useDoing(act);
  const [asking, setAsking] = useState(false);
  const kind = account?.kind ?? "paybill";
  return (
    <div className="grid gap-3">
      {simulator ? (
        <div className="grid justify-items-start gap-1.5">
          <Button onClick={() => run((tenantId) => doors.takeSimulator(tenantId, { kind }))} aria-disabled={busy}>
            {kind === "till" ? say("Use the simulator’s till") : say("Use the simulator’s PayBill")}
          </Button>
          <p className="text-quiet">{say("M-Pesa is simulated here. This puts in a made-up number and its keys.")}</p>
        </div>
      ) : null}
      {keys ? (
        <Button className="justify-self-start text-danger" onClick={() => setAsking(true)} aria-disabled={busy}>
          {say("Remove keys")}
        </Button>
      ) : null}
      <ProblemLine>{problem}</ProblemLine>
      <Dialog
        open={asking}
        onClose={() => setAsking(false)}
        title={say("Remove the keys?")}
        about={say(
          "No phone is asked for money any more; customers type codes. The keys cannot be shown again: to come back you give them anew.",
        )}
      >
        <div className="flex justify-end gap-2">
          <Button size="large" onClick={() => setAsking(false)}>
            {say("Keep them")}
          </Button>
          <Button
            size="large"
            className="text-danger"
            onClick={() => {
              setAsking(false);
              void run((tenantId) => doors.dropKeys(tenantId, {}));
            }}
          >
            {say("Remove keys")}
          </Button>
        </div>
      </Dialog>
    </div>
  );
}
