"use client";

import { useActionState } from "react";
import { LoginFields } from "@/app/_components/forms/login-fields";
import { ProblemLine } from "@/app/_components/forms/problem-line";
import { sendByHand } from "@/app/_components/forms/send-by-hand";
import { Button } from "@/app/_components/ui/button";
import { useSay } from "@/app/_words/use-say";
import { setUp } from "./actions";

export function SetupForm({ token }: { token: string }) {
  const say = useSay();
  const [state, send, busy] = useActionState(setUp, { typed: {}, errors: {}, problem: "" });
  const { typed, errors } = state;
  return (
    <form action={send} onSubmit={sendByHand(send)} noValidate className="grid gap-4">
      <input type="hidden" name="token" value={token} />
      <LoginFields typed={typed} errors={errors} />
      <ProblemLine>{state.problem}</ProblemLine>
      <Button type="submit" kind="primary" size="large" disabled={busy}>
        {busy ? say("Setting up") : say("Make the first admin")}
      </Button>
    </form>
  );
}
