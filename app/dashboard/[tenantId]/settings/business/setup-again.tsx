"use client";

import { useAct } from "@/app/_components/data/use-act";
import { useDoing } from "@/app/_components/data/use-doing";
import { ProblemLine } from "@/app/_components/forms/problem-line";
import { Section } from "@/app/_components/section";
import { Button } from "@/app/_components/ui/button";
import { progressOf } from "@/lib/setup/rules";
import { useSetup } from "../../setup-list";
import { say } from "../actions";

/** The first steps, for who has put them away before they were done. */
export function SetupAgain() {
  const setup = useSetup();
  const { busy, problem, run } = useDoing(useAct("setup"));
  if (!setup) return null;
  const { done, all } = progressOf(setup.steps);
  if (done === all) return null;
  return (
    <Section title="First steps" about="What a new business does first.">
      <p className="text-quiet">
        {done} of {all} done. {setup.isPutAway ? "You have put the list away." : "The list is on your Today page."}
      </p>
      {setup.isPutAway ? (
        <Button
          className="justify-self-start"
          aria-disabled={busy}
          onClick={() => void run((tenantId) => say(tenantId, { putAway: false }))}
        >
          Show them on Today again
        </Button>
      ) : null}
      <ProblemLine>{problem}</ProblemLine>
    </Section>
  );
}
