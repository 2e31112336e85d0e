"use client";

import { useState } from "react";
import { useAct } from "@/app/_components/data/use-act";
import { useDoing } from "@/app/_components/data/use-doing";
import { ProblemLine } from "@/app/_components/forms/problem-line";
import { Section } from "@/app/_components/section";
import { Button } from "@/app/_components/ui/button";
import { useSay } from "@/app/_words/use-say";
import { tryCallback } from "./actions";

/** Where Safaricom reports to, and whether that leads here. */
export function CallbackSection({ callback }: { callback: string }) {
  const say = useSay();
  const { busy, problem, run } = useDoing(useAct("settings"));
  const [words, setWords] = useState("");
  const look = async () => {
    setWords("");
    setWords((await run((tenantId) => tryCallback(tenantId, {})))?.words ?? "");
  };
  return (
    <Section
      title={say("Address for reports")}
      about={say("Safaricom says there what was paid, and the network what has arrived.")}
    >
      <p className="break-all">{callback}</p>
      <Button className="justify-self-start" onClick={look} aria-disabled={busy}>
        {busy ? say("Looking") : say("See whether it leads here")}
      </Button>
      <p role="status" className="empty:hidden">
        {say.known(words)}
      </p>
      <ProblemLine>{problem}</ProblemLine>
    </Section>
  );
}
