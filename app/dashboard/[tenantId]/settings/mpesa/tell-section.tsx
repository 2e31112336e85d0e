"use client";

import { useState } from "react";
import { useDoing } from "@/app/_components/data/use-doing";
import { ProblemLine } from "@/app/_components/forms/problem-line";
import { Section } from "@/app/_components/section";
import { Button } from "@/app/_components/ui/button";
import { formatDate } from "@/lib/platform/format";
import type { MpesaProps } from "./mpesa-forms";

/** So that nothing is missed which a customer pays by typing the number, or whose answer got lost. */
export function TellSection({ settings: { tellsSince, pulls }, doors, act, timeZone }: MpesaProps) {
  const { busy, problem, run } = useDoing(act);
  const [answer, setAnswer] = useState("");
  const tell = async () => {
    setAnswer("");
    setAnswer((await run((tenantId) => doors.letTell(tenantId, {}))) ?? "");
  };
  return (
    <Section
      title="Every payment"
      about="Also what customers pay by typing your number. What fits nothing waits under Payments, in the inbox."
    >
      <p className="text-quiet">
        {tellsSince
          ? `M-Pesa was told where to report on ${formatDate(tellsSince, timeZone)}.`
          : "M-Pesa only tells us of prompts that we send."}
        {pulls === true ? " Its list of what came in is read." : ""}
        {pulls === false ? " Its list of what came in cannot be read." : ""}
      </p>
      <Button className="justify-self-start whitespace-normal" onClick={tell} aria-disabled={busy}>
        {busy ? "Asking Safaricom" : "Let M-Pesa tell us about every payment"}
      </Button>
      <p role="status" className="empty:hidden">
        {answer}
      </p>
      <ProblemLine>{problem}</ProblemLine>
    </Section>
  );
}
