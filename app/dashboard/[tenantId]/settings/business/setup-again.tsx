"use client";

import { useAct } from "@/app/_components/data/use-act";
import { useDoing } from "@/app/_components/data/use-doing";
import { ProblemLine } from "@/app/_components/forms/problem-line";
import { Section } from "@/app/_components/section";
import { Button } from "@/app/_components/ui/button";
import { useSay } from "@/app/_words/use-say";
import { progressOf } from "@/lib/setup/rules";
import { useSetup } from "../../setup-list";
import { say as saySetup } from "../actions";

/** The first steps, for who has put them away before they were done. */
export function SetupAgain() {
  const say = useSay();
  const setup = useSetup();
  const { busy, problem, run } = useDoing(useAct("setup"));
  if (!setup) return null;
  const { done, all } = progressOf(setup.steps);
  if (done === all) return null;
  return (
    <Section title={say("First steps")} about={say("What a new business does first.")}>
      <p className="text-quiet">
        {say("{done} of {all} done.", { done, all })}{" "}
        {setup.isPutAway ? say("You have put the list away.") : say("The list is on your Today page.")}
      </p>
      {setup.isPutAway ? (
        <Button
          className="justify-self-start"
          aria-disabled={busy}
          onClick={() => void run((tenantId) => saySetup(tenantId, { putAway: false }))}
        >
          {say("Show them on Today again")}
        </Button>
      ) : null}
      <ProblemLine>{problem}</ProblemLine>
    </Section>
  );
}
