"use client";

import { useActionState } from "react";
import { Countdown } from "@/app/book/_parts/countdown";
import { confirmHold } from "./actions";

type Props = { token: string; until: string; words: Record<"kept" | "timeLeft" | "book" | "booking", string> };

/** Time that the house keeps for them: theirs with one tap. */
export function HoldForm({ token, until, words }: Props) {
  const [{ problem }, action, busy] = useActionState(confirmHold, {});
  return (
    <form action={action} className="mt-6 grid max-w-[28rem] gap-3">
      <input type="hidden" name="token" value={token} />
      <p>
        {words.kept} <Countdown until={until} label={words.timeLeft} />
      </p>
      <p role="alert" className="text-danger empty:hidden">
        {problem}
      </p>
      <button
        type="submit"
        disabled={busy}
        className="inline-flex h-11 items-center justify-center rounded-control bg-accent px-4 font-medium text-on-accent hover:bg-accent-strong disabled:opacity-50"
      >
        {busy ? words.booking : words.book}
      </button>
    </form>
  );
}
