"use client";

import { useState } from "react";
import { useSay } from "@/app/_words/use-say";
import { Button } from "../ui/button";
import { resendSeconds } from "./resend-seconds";
import { SendAgain } from "./send-again";

type Props = {
  /** Answers what is in the way, or nothing. */
  onResend(): Promise<string | undefined>;
  /** How much is left of the wait after a reload. */
  wait?: number | undefined;
};

export function ResendButton({ onResend, wait = resendSeconds }: Props) {
  const say = useSay();
  const [round, setRound] = useState(0);
  const [told, setTold] = useState("");

  const resend = async () => {
    setRound(round + 1);
    setTold("");
    try {
      const problem = await onResend();
      setTold(problem ? say.known(problem) : say("A new code is on its way. The one before no longer works."));
    } catch {
      setTold(say("We could not reach the server. Check your connection and try again."));
    }
  };

  return (
    <SendAgain
      as={Button}
      className="h-11"
      wait={round === 0 ? wait : resendSeconds}
      of={round}
      told={told}
      words={{ send: say("Send a new code"), wait: say("Send again in") }}
      onClick={resend}
    />
  );
}
