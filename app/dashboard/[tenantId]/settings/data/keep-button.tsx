"use client";

import { toast } from "sonner";
import { useAct } from "@/app/_components/data/use-act";
import { useDoing } from "@/app/_components/data/use-doing";
import { ProblemLine } from "@/app/_components/forms/problem-line";
import { useShell } from "@/app/_components/shell/shell-context";
import { Button } from "@/app/_components/ui/button";
import { useSay } from "@/app/_words/use-say";
import { keepHouse } from "./actions";

/** The owner of a business that is being closed keeps it after all. */
export function KeepButton() {
  const say = useSay();
  const { tenant } = useShell();
  const { busy, problem, run } = useDoing(useAct("settings"));
  const keep = async () => {
    const kept = await run((tenantId) => keepHouse(tenantId, {}));
    if (kept)
      toast(say("{business} stays open", { business: tenant.name }), { description: say("Everything is as it was.") });
  };
  return (
    <>
      <Button className="justify-self-start" aria-disabled={busy} onClick={keep}>
        {say("Keep the business")}
      </Button>
      <ProblemLine>{problem}</ProblemLine>
    </>
  );
}
