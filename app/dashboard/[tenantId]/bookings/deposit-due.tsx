"use client";

import { useState } from "react";
import { toast } from "sonner";
import { useAct } from "@/app/_components/data/use-act";
import { ProblemLine } from "@/app/_components/forms/problem-line";
import { useSend } from "@/app/_components/forms/use-send";
import { useShell } from "@/app/_components/shell/shell-context";
import { Button } from "@/app/_components/ui/button";
import { Field } from "@/app/_components/ui/field";
import { useSay } from "@/app/_words/use-say";
import type { BookingFacts } from "@/lib/bookings/get-booking";
import { formatMoney } from "@/lib/platform/format";
import { AskForm, type Asking, WaiveForm } from "./ask-form";
import { sendLink, takeDue, takeDueCode, waiveDue } from "./desk-actions";
import { useTellWithUndo } from "./use-step";

/** It is promised once its deposit is paid, or the house does without. */
export function DepositDue({ booking }: { booking: BookingFacts }) {
  const say = useSay();
  const { tenant } = useShell();
  const { id, depositMinor, currency } = booking;
  const act = useAct("bookings");
  const tell = useTellWithUndo();
  const [asking, setAsking] = useState<"why" | "code" | "cash" | "card" | null>(null);
  const [problem, setProblem] = useState("");
  const waiving = useSend(
    async ({ reason }) => {
      const answer = await act((tenantId) => waiveDue(tenantId, { id, reason }));
      if (answer.ok) tell(say("Confirmed without a deposit"), id, answer.value.changeId);
      return answer;
    },
    () => setAsking(null),
  );
  const coding = useSend(
    ({ code }) => act((tenantId) => takeDueCode(tenantId, { bookingId: id, code })),
    () => {
      setAsking(null);
      toast(say("Taken by its code: the time is booked"));
    },
  );
  const again = async () => {
    const answer = await act((tenantId) => sendLink(tenantId, { id }));
    setProblem(answer.ok ? "" : answer.problem);
    if (answer.ok) toast(say("The link to pay is sent again"));
  };
  const money = depositMinor === null ? null : formatMoney(depositMinor, currency);
  const taking = useSend(
    () => act((tenantId) => takeDue(tenantId, { bookingId: id, method: asking === "card" ? "card" : "cash" })),
    () => {
      setAsking(null);
      toast(asking === "card" ? say("Taken by card: the time is booked") : say("Taken in cash: the time is booked"));
    },
  );
  return (
    <section aria-label={say("Deposit")} className="grid gap-2">
      <p className="font-medium">
        {depositMinor === null
          ? say("Waits for its deposit")
          : say("Waits for {amount}", { amount: formatMoney(depositMinor, currency) })}
      </p>
      {asking === "why" ? (
        <WaiveForm {...waiving} onLeave={() => setAsking(null)} />
      ) : asking === "code" ? (
        <CodeForm {...coding} onLeave={() => setAsking(null)} />
      ) : asking ? (
        <AskForm {...taking} onLeave={() => setAsking(null)} word={say("Yes, it is here")} leave={say("Not now")} plain>
          <p>
            {money === null
              ? asking === "cash"
                ? say("Is it in your hand? The time is booked then, and giving it back is a refund.")
                : say("Is it paid by card? The time is booked then, and giving it back is a refund.")
              : asking === "cash"
                ? say("Is {money} in your hand? The time is booked then, and giving it back is a refund.", { money })
                : say("Is {money} paid by card? The time is booked then, and giving it back is a refund.", { money })}
          </p>
        </AskForm>
      ) : (
        <div className="flex flex-wrap gap-2">
          {tenant.may.includes("till.use") ? (
            <>
              <Button onClick={() => setAsking("cash")}>{say("Take cash")}</Button>
              <Button onClick={() => setAsking("card")}>{say("Paid by card")}</Button>
              <Button onClick={() => setAsking("code")}>{say("M-Pesa code")}</Button>
            </>
          ) : null}
          {tenant.may.includes("bookings.place") ? <Button onClick={again}>{say("Send the link again")}</Button> : null}
          {tenant.may.includes("deposits.waive") ? (
            <Button onClick={() => setAsking("why")}>{say("Waive the deposit")}</Button>
          ) : null}
        </div>
      )}
      <ProblemLine>{problem}</ProblemLine>
    </section>
  );
}

/** The customer has paid by themself, and reads out the code. */
function CodeForm({ errorOf, ...asking }: Asking) {
  const say = useSay();
  return (
    <AskForm {...asking} word={say("Take it")} leave={say("Not now")}>
      <Field
        name="code"
        label={say("Code of the M-Pesa message")}
        help={say("Ten letters and digits. Until M-Pesa says the same it is counted apart.")}
        error={errorOf("code", say("The code"))}
        maxLength={20}
        autoComplete="off"
        autoCapitalize="characters"
        autoFocus
      />
    </AskForm>
  );
}
