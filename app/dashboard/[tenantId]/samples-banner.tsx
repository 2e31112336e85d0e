"use client";

import { FlaskConical } from "lucide-react";
import { toast } from "sonner";
import { useAct } from "@/app/_components/data/use-act";
import { useDoing } from "@/app/_components/data/use-doing";
import { ProblemLine } from "@/app/_components/forms/problem-line";
import { Banner } from "@/app/_components/shell/banner";
import { useShell } from "@/app/_components/shell/shell-context";
import { Button } from "@/app/_components/ui/button";
import { useSay } from "@/app/_words/use-say";
import { takeSamplesOut } from "./settings/actions";

/** On every page while there is anything made up. It goes by itself once that is taken out. */
export function SamplesBanner() {
  const say = useSay();
  const { tenant } = useShell();
  const { busy, problem, run } = useDoing(useAct("setup"));
  const remove = async () => {
    const answer = await run((tenantId) => takeSamplesOut(tenantId, {}));
    if (!answer) return;
    const { stays } = answer;
    if (stays.length === 0) toast(say("The sample data is gone"), { description: say("What is real is as it was.") });
    else
      toast(say("The rest of the sample data is gone"), {
        description: say("Part of something real, and still there: {names}.", { names: stays.join(", ") }),
      });
  };
  return (
    <Banner
      name={say("Sample data")}
      icon={FlaskConical}
      action={
        tenant.may.includes("settings.manage") ? (
          <>
            <Button aria-disabled={busy} onClick={remove}>
              {busy ? say("Removing it") : say("Remove it")}
            </Button>
            <ProblemLine>{problem}</ProblemLine>
          </>
        ) : null
      }
    >
      {say.rich(
        "<b>This is sample data.</b> Whoever is marked “(sample)” is made up and never written to. Their bookings take up time like any other, so remove them before you begin.",
        { b: (words) => <span className="font-medium">{words}</span> },
      )}
    </Banner>
  );
}
