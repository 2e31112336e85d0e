"use client";

import { useActionState } from "react";
import { arrive } from "./actions";

/** Around the start alone; an ordinary form, so it works before any script does. */
export function HereForm({ token, words }: { token: string; words: { here: string; busy: string } }) {
  const [{ problem }, action, busy] = useActionState(arrive, {});
  return (
    <form action={action} className="mt-4 grid max-w-[28rem] gap-2">
      <input type="hidden" name="token" value={token} />
      <button
        type="submit"
        disabled={busy}
        className="inline-flex h-12 items-center justify-center rounded-control bg-accent px-4 font-medium text-on-accent hover:bg-accent-strong disabled:opacity-50"
      >
        {busy ? words.busy : words.here}
      </button>
      <p role="alert" className="text-danger empty:hidden">
        {problem}
      </p>
    </form>
  );
}
