"use client";

import { useState } from "react";
import { toast } from "sonner";
import { useAct } from "@/app/_components/data/use-act";
import { ProblemLine } from "@/app/_components/forms/problem-line";
import { useSend } from "@/app/_components/forms/use-send";
import { useShell } from "@/app/_components/shell/shell-context";
import { Button } from "@/app/_components/ui/button";
import type { BookingFacts } from "@/lib/bookings/get-booking";
import { formatMoney } from "@/lib/platform/format";
import { DepositCodeForm } from "./deposit-code-form";
import { sendLink, takeDue, takeDueCode, waiveDue } from "./desk-actions";
import { useTellWithUndo } from "./use-step";
import { WaiveForm } from "./waive-form";

/** It is promised once its deposit is paid, or the house does without. */
export function DepositDue({ booking }: { booking: BookingFacts }) {
  const { tenant } = useShell();
  const { id, depositMinor, currency } = booking;
  const act = useAct("bookings");
  const tell = useTellWithUndo();
  const [asking, setAsking] = useState<"why" | "code" | null>(null);
  const [problem, setProblem] = useState("");
  const waiving = useSend(
    async ({ reason }) => {
      const answer = await act((tenantId) => waiveDue(tenantId, { id, reason }));
      if (answer.ok) tell("Confirmed without a deposit", id, answer.value.changeId);
      return answer;
    },
    () => setAsking(null),
  );
  const coding = useSend(
    ({ code }) => act((tenantId) => takeDueCode(tenantId, { bookingId: id, code })),
    () => {
      setAsking(null);
      toast("Taken by its code: the time is booked");
    },
  );
  const again = async () => {
    const answer = await act((tenantId) => sendLink(tenantId, { id }));
    setProblem(answer.ok ? "" : answer.problem);
    if (answer.ok) toast("The link to pay is sent again");
  };
  const take = async (method: "cash" | "card") => {
    const answer = await act((tenantId) => takeDue(tenantId, { bookingId: id, method }));
    setProblem(answer.ok ? "" : answer.problem);
    if (answer.ok) toast(method === "cash" ? "Taken in cash: the time is booked" : "Taken by card: the time is booked");
  };
  return (
    <section aria-label="Deposit" className="grid gap-2">
      <p className="font-medium">
        {depositMinor === null ? "Waits for its deposit" : `Waits for ${formatMoney(depositMinor, currency)}`}
      </p>
      {asking === "why" ? (
        <WaiveForm {...waiving} onLeave={() => setAsking(null)} />
      ) : asking === "code" ? (
        <DepositCodeForm {...coding} onLeave={() => setAsking(null)} />
      ) : (
        <div className="flex flex-wrap gap-2">
          {tenant.may.includes("till.use") ? (
            <>
              <Button onClick={() => take("cash")}>Take cash</Button>
              <Button onClick={() => take("card")}>Paid by card</Button>
              <Button onClick={() => setAsking("code")}>M-Pesa code</Button>
            </>
          ) : null}
          {tenant.may.includes("bookings.place") ? <Button onClick={again}>Send the link again</Button> : null}
          {tenant.may.includes("deposits.waive") ? (
            <Button onClick={() => setAsking("why")}>Waive the deposit</Button>
          ) : null}
        </div>
      )}
      <ProblemLine>{problem}</ProblemLine>
    </section>
  );
}
