"use client";

import { useState } from "react";
import { useDoing } from "@/app/_components/data/use-doing";
import { ProblemLine } from "@/app/_components/forms/problem-line";
import { Section } from "@/app/_components/section";
import { Button } from "@/app/_components/ui/button";
import { useSay } from "@/app/_words/use-say";
import { formatDate } from "@/lib/platform/format";
import type { MpesaProps } from "./mpesa-forms";

/** So that nothing is missed which a customer pays by typing the number, or whose answer got lost. */
export function TellSection({ settings: { tellsSince, pulls }, doors, act, timeZone }: MpesaProps) {
  const say = useSay();
  const { busy, problem, run } = useDoing(act);
  const [answer, setAnswer] = useState("");
  const tell = async () => {
    setAnswer("");
    setAnswer((await run((tenantId) => doors.letTell(tenantId, {}))) ?? "");
  };
  return (
    <Section
      title={say("Every payment")}
      about={say(
        "Also what customers pay by typing your number. What fits nothing waits under Payments, in the inbox.",
      )}
    >
      <p className="text-quiet">
        {tellsSince
          ? say("M-Pesa was told where to report on {tellsSince}.", {
              tellsSince: formatDate(tellsSince, timeZone, say.language),
            })
          : say("M-Pesa only tells us of prompts that we send.")}
        {pulls === true ? ` ${say("Its list of what came in is read.")}` : ""}
        {pulls === false ? ` ${say("Its list of what came in cannot be read.")}` : ""}
      </p>
      <Button className="justify-self-start whitespace-normal" onClick={tell} aria-disabled={busy}>
        {busy ? say("Asking Safaricom") : say("Let M-Pesa tell us about every payment")}
      </Button>
      <p role="status" className="empty:hidden">
        {say.known(answer)}
      </p>
      <ProblemLine>{problem}</ProblemLine>
    </Section>
  );
}
