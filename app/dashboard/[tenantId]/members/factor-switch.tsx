"use client";

import { useState } from "react";
import { ProblemLine } from "@/app/_components/forms/problem-line";
import { useShell } from "@/app/_components/shell/shell-context";
import { Switch } from "@/app/_components/ui/switch";
import { useSay } from "@/app/_words/use-say";
import { requireFactor } from "./actions";
import { useDo, useTeam } from "./use-team";

/** Whether everybody here needs a second factor; for owners. */
export function FactorSwitch() {
  const say = useSay();
  const { tenant } = useShell();
  const team = useTeam();
  const act = useDo();
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState("");
  if (!team || !tenant.may.includes("business.manage")) return null;
  const have = team.members.filter(({ hasSecondFactor }) => hasSecondFactor).length;
  const set = async (required: boolean) => {
    setBusy(true);
    setProblem((await act((tenantId) => requireFactor(tenantId, { required })))?.problem ?? "");
    setBusy(false);
  };
  return (
    <section aria-labelledby="factor-title" className="grid gap-1 px-4 pt-6 md:px-6 xl:pl-8">
      <div className="flex max-w-160 items-center justify-between gap-4">
        <h2 id="factor-title">{say("Everybody needs a second factor")}</h2>
        <Switch
          aria-labelledby="factor-title"
          aria-describedby="factor-about"
          checked={team.secondFactorRequired}
          disabled={busy}
          onCheckedChange={set}
        />
      </div>
      <p id="factor-about" className="max-w-[68ch] text-quiet">
        {say("{have} of {count, plural, one {# member has} other {# members have}} one.", {
          have,
          count: team.members.length,
        })}{" "}
        {team.secondFactorRequired
          ? say("Whoever has none sets one up before they see anything here.")
          : say("When it is on, whoever has none sets one up before they see anything here.")}
      </p>
      <ProblemLine>{problem}</ProblemLine>
    </section>
  );
}
