"use client";

import { useEffect, useState } from "react";
import { Button } from "../ui/button";

const waitSeconds = 30;

/** Sends once more, after a while: most codes are only slow. `onResend` answers what is in the way, or nothing. */
export function ResendButton({ onResend }: { onResend(): Promise<string | undefined> }) {
  const [left, setLeft] = useState(waitSeconds);
  const [told, setTold] = useState("");

  useEffect(() => {
    if (left === 0) return;
    const timer = setTimeout(() => setLeft(left - 1), 1_000);
    return () => clearTimeout(timer);
  }, [left]);

  const resend = async () => {
    if (left > 0) return;
    setLeft(waitSeconds);
    setTold("");
    try {
      setTold((await onResend()) ?? "A new code is on its way. The one before no longer works.");
    } catch {
      setTold("We could not reach the server. Check your connection and try again.");
    }
  };

  return (
    <div className="grid justify-items-start gap-2">
      {/* Not disabled: it would lose the focus of whoever has just pressed it. */}
      <Button onClick={resend} aria-disabled={left > 0} className="h-11">
        {left > 0 ? <span aria-hidden>{`Send again in ${left} s`}</span> : null}
        <span className={left > 0 ? "sr-only" : undefined}>Send a new code</span>
      </Button>
      <p role="status" className="text-quiet empty:hidden">
        {told}
      </p>
    </div>
  );
}
