"use client";

import { FlaskConical } from "lucide-react";
import { toast } from "sonner";
import { useAct } from "@/app/_components/data/use-act";
import { useDoing } from "@/app/_components/data/use-doing";
import { ProblemLine } from "@/app/_components/forms/problem-line";
import { useShell } from "@/app/_components/shell/shell-context";
import { Button } from "@/app/_components/ui/button";
import { takeSamplesOut } from "./settings/actions";

/** On every page while there is anything made up. It goes by itself once that is taken out. */
export function SamplesBanner() {
  const { tenant } = useShell();
  const { busy, problem, run } = useDoing(useAct("setup"));
  const remove = async () => {
    const answer = await run((tenantId) => takeSamplesOut(tenantId, {}));
    if (!answer) return;
    const { stays } = answer;
    if (stays.length === 0) toast("The sample data is gone", { description: "What is real is as it was." });
    else
      toast("The rest of the sample data is gone", {
        description: `Part of something real, and still there: ${stays.join(", ")}.`,
      });
  };
  return (
    <aside
      aria-label="Sample data"
      className="flex flex-wrap items-center gap-x-4 gap-y-2 border-b bg-wash px-4 py-2.5 md:px-6 lg:px-5"
    >
      <p className="flex min-w-0 flex-1 basis-64 items-start gap-3">
        <FlaskConical aria-hidden className="mt-0.5 size-4 shrink-0 text-requested" />
        <span>
          <span className="font-medium">This is sample data.</span> Whoever is marked “(sample)” is made up and never
          written to. Their bookings take up time like any other, so remove them before you begin.
        </span>
      </p>
      {tenant.may.includes("settings.manage") ? (
        <Button aria-disabled={busy} onClick={remove}>
          {busy ? "Removing it" : "Remove it"}
        </Button>
      ) : null}
      <ProblemLine>{problem}</ProblemLine>
    </aside>
  );
}
