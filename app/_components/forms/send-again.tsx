"use client";

import { type ComponentProps, type ComponentType, useEffect, useState } from "react";
import { useHydrated } from "./use-hydrated";

type ButtonProps = ComponentProps<"button">;
type Props = ButtonProps & {
  /** So many seconds it waits, beginning anew with every other `of`. */
  wait: number;
  of: string | number;
  told: string;
  words?: { send: string; wait: string };
  as?: ComponentType<ButtonProps> | "button";
};

const inEnglish = { send: "Send a new code", wait: "Send again in" };

/** Sends once more, after a while, and says what came of it. Without a script it is a button as any other. */
export function SendAgain({ wait, of, told, words = inEnglish, as: Button = "button", onClick, ...props }: Props) {
  const left = useCountdown(wait, of);
  const waiting = useHydrated() && left > 0;
  return (
    <div className="grid justify-items-start gap-2">
      {/* Not disabled: it would lose the focus of whoever has just pressed it. */}
      <Button
        {...props}
        aria-disabled={waiting}
        onClick={(event) => (waiting ? event.preventDefault() : onClick?.(event))}
      >
        {waiting ? <span aria-hidden>{`${words.wait} ${left} s`}</span> : null}
        <span className={waiting ? "sr-only" : undefined}>{words.send}</span>
      </Button>
      <p role="status" className="text-quiet empty:hidden">
        {told}
      </p>
    </div>
  );
}

/** By the clock: while somebody reads the SMS the page is not woken every second. */
function useCountdown(seconds: number, of: string | number): number {
  const [left, setLeft] = useState(seconds);
  // biome-ignore lint/correctness/useExhaustiveDependencies: it begins anew with another `of` alone
  useEffect(() => {
    const until = Date.now() + seconds * 1_000;
    const tick = () => setLeft(Math.max(0, Math.ceil((until - Date.now()) / 1_000)));
    tick();
    const timer = setInterval(tick, 1_000);
    return () => clearInterval(timer);
  }, [of]);
  return left;
}
