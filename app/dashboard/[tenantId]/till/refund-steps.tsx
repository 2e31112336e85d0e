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
import { approve, decline } from "./money-actions";

/** An owner or a manager decides what somebody asked for; M-Pesa is sent first, and has a code then. */
export function RefundSteps({ refundId, method, own }: { refundId: string; method: string; own: boolean }) {
  const say = useSay();
  const { tenant } = useShell();
  const act = useAct("till");
  const [refused, setRefused] = useState("");
  const [declining, setDeclining] = useState(false);
  const { busy, problem, onSubmit, errorOf } = useSend(
    ({ receipt }) => {
      setRefused("");
      return act<unknown>((tenantId) => approve(tenantId, { refundId, ...(method === "mpesa" ? { receipt } : {}) }));
    },
    () => void toast(say("Given back")),
  );
  if (!tenant.may.includes("refunds.approve")) return null;
  const refuse = async () => {
    setDeclining(true);
    const answer = await act<unknown>((tenantId) => decline(tenantId, { refundId }));
    setDeclining(false);
    setRefused(answer.ok ? "" : answer.problem);
    if (answer.ok) toast(own ? say("Taken back") : say("Declined"));
  };
  return (
    <form onSubmit={onSubmit} noValidate aria-label={say("Decide")} className="grid gap-2">
      {own ? (
        <p className="text-quiet">{say("You asked for it: another owner or manager decides.")}</p>
      ) : method === "mpesa" ? (
        <Field
          name="receipt"
          label={say("M-Pesa code of what you sent")}
          help={say("Send it first: here it is only written down.")}
          error={errorOf("receipt", say("The code")) || undefined}
          maxLength={20}
          autoComplete="off"
          autoCapitalize="characters"
          spellCheck={false}
          className="max-w-48 uppercase"
        />
      ) : null}
      <div className="flex gap-2">
        {own ? null : (
          <Button type="submit" disabled={busy || declining}>
            {say("Approve")}
          </Button>
        )}
        <Button kind="bare" disabled={busy || declining} onClick={refuse}>
          {own ? say("Take it back") : say("Decline")}
        </Button>
      </div>
      <ProblemLine>{problem || refused}</ProblemLine>
    </form>
  );
}
