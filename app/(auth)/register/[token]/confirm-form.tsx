"use client";

import { useActionState } from "react";
import { CodeField } from "@/app/_components/forms/code-field";
import { ProblemLine } from "@/app/_components/forms/problem-line";
import { ResendButton } from "@/app/_components/forms/resend-button";
import { sendByHand } from "@/app/_components/forms/send-by-hand";
import { Button } from "@/app/_components/ui/button";
import { useSay } from "@/app/_words/use-say";
import { confirmAddress, sendAgain } from "./actions";

export function ConfirmForm({ token }: { token: string }) {
  const say = useSay();
  const [state, send, busy] = useActionState(confirmAddress, { fault: "", problem: "" });
  const resend = async () => {
    const asked = await sendAgain(token);
    return asked.ok ? undefined : asked.problem;
  };
  return (
    <>
      <form action={send} onSubmit={sendByHand(send, busy)} noValidate className="grid gap-4">
        <input type="hidden" name="registration" value={token} />
        <CodeField error={state.fault || undefined} answer={state} />
        <ProblemLine>{state.problem}</ProblemLine>
        <Button type="submit" kind="primary" size="large" aria-disabled={busy}>
          {busy ? say("Checking") : say("Open my business")}
        </Button>
      </form>
      <ResendButton onResend={resend} />
    </>
  );
}
