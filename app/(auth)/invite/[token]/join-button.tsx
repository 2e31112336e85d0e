"use client";

import { useState } from "react";
import { signOut } from "@/app/_components/auth/next-auth-client";
import { ProblemLine } from "@/app/_components/forms/problem-line";
import { Button } from "@/app/_components/ui/button";
import { useSay } from "@/app/_words/use-say";
import { join } from "./actions";

/** For somebody who is signed in: one button. */
export function JoinButton({ token, name, as }: { token: string; name: string; as: string }) {
  const say = useSay();
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState("");
  const tried = async (work: () => Promise<string | null>) => {
    setBusy(true);
    setProblem("");
    const not = await work().catch(() => say("That did not reach the server. Please try again."));
    setProblem(not ?? "");
    if (not) setBusy(false);
  };
  const go = () =>
    tried(async () => {
      const answer = await join({ token });
      if (!answer.ok) return say.known(answer.problem);
      window.location.assign(`/dashboard/${answer.value.tenantId}`);
      return null;
    });
  const change = () => tried(() => signOut(window.location.pathname).then(() => null));
  return (
    <div className="grid gap-3">
      <p className="break-words">
        {say.rich("You are signed in as <who>{name}</who> ({login}).", {
          name,
          login: as,
          who: (chunks) => <strong className="font-medium">{chunks}</strong>,
        })}
      </p>
      <ProblemLine>{problem}</ProblemLine>
      <Button kind="primary" size="large" onClick={go} disabled={busy} className="min-w-0">
        <span className="truncate">{say("Join as {name}", { name })}</span>
      </Button>
      <Button kind="bare" size="large" onClick={change} disabled={busy}>
        {say("Use another login")}
      </Button>
    </div>
  );
}
