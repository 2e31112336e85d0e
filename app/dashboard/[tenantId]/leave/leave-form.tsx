"use client";

import Link from "next/link";
import { useState } from "react";
import { useProof } from "@/app/_components/auth/proof";
import { ProblemLine } from "@/app/_components/forms/problem-line";
import { sayFarewell } from "@/app/_components/live/farewell";
import { useShell } from "@/app/_components/shell/shell-context";
import { Button } from "@/app/_components/ui/button";
import { useSay } from "@/app/_words/use-say";
import { leave } from "./actions";

/** Ends one's own membership, once it is clear what that means. */
export function LeaveForm() {
  const say = useSay();
  const { tenant } = useShell();
  const proving = useProof();
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState("");
  const go = async () => {
    setBusy(true);
    sayFarewell(true);
    try {
      const answer = await proving(() => leave(tenant.id, {}));
      // A whole new page: nothing of this business stays in memory.
      if (answer.ok) return window.location.assign("/dashboard");
      setProblem(say.known(answer.problem));
    } catch {
      setProblem(say("That did not reach the server. Please try again."));
    }
    sayFarewell(false);
    setBusy(false);
  };
  return (
    <div className="grid max-w-[60ch] gap-4">
      <p>
        {say(
          "You lose access to {house} at once, on every device. Your login stays, and so does your work at other businesses. To come back you need a new invitation.",
          { house: tenant.name },
        )}
        {tenant.role === "owner" ? ` ${say("API keys that you made stop working.")}` : ""}
      </p>
      <ProblemLine>{problem}</ProblemLine>
      <div className="flex flex-wrap gap-2">
        <Button size="large" className="text-danger" onClick={go} disabled={busy}>
          {busy ? say("Leaving") : say("Leave {name}", { name: tenant.name })}
        </Button>
        <Button asChild size="large" kind="bare">
          <Link href={`/dashboard/${tenant.id}`}>{say("Stay")}</Link>
        </Button>
      </div>
    </div>
  );
}
