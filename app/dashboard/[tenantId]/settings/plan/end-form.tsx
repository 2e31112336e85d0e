"use client";

import { useState } from "react";
import { useAct } from "@/app/_components/data/use-act";
import { useDoing } from "@/app/_components/data/use-doing";
import { ProblemLine } from "@/app/_components/forms/problem-line";
import { Section } from "@/app/_components/section";
import { Button } from "@/app/_components/ui/button";
import { useSay } from "@/app/_words/use-say";
import type { SubscriptionFacts } from "@/lib/subscriptions/get-subscription";
import { setEnds } from "./actions";

/** No longer wanting it, which is asked about once, and wanting it after all. */
export function EndForm({ facts: { cancelsAtEnd, running } }: { facts: SubscriptionFacts }) {
  const say = useSay();
  const { busy, problem, run } = useDoing(useAct("subscription"));
  const [sure, setSure] = useState(false);
  const send = async (ends: boolean) => {
    await run((tenantId) => setEnds(tenantId, { ends }));
    setSure(false);
  };
  return (
    <Section
      title={say("End it")}
      about={say(
        "What is paid goes on until its end. Afterwards everything can still be read and exported, for as long as you like.",
      )}
    >
      <div className="flex flex-wrap gap-2">
        {cancelsAtEnd ? (
          <Button size="large" onClick={() => send(false)} aria-disabled={busy}>
            {say("Go on after all")}
          </Button>
        ) : sure ? (
          <>
            <Button size="large" kind="primary" onClick={() => send(true)} aria-disabled={busy}>
              {running ? say("Yes, do not renew it") : say("Yes, end it now")}
            </Button>
            <Button size="large" onClick={() => setSure(false)}>
              {say("Keep it")}
            </Button>
          </>
        ) : (
          <Button size="large" onClick={() => setSure(true)}>
            {running ? say("Do not renew") : say("End the subscription")}
          </Button>
        )}
      </div>
      <ProblemLine>{problem}</ProblemLine>
    </Section>
  );
}
