"use client";

import { useActionState } from "react";
import { answerProposal } from "./actions";

type Props = {
  token: string;
  title: string;
  times: { id: string; words: string }[];
  /** What says no to all of them. */
  none: string;
  /** For how long, and that nothing changes unless they choose. */
  about: string;
};

/** Other times that the house keeps for them: one tap takes one of them. */
export function ProposalsForm({ token, title, times, none, about }: Props) {
  const [{ problem }, action, busy] = useActionState(answerProposal, {});
  return (
    <form
      action={action}
      aria-labelledby="proposals-title"
      className="mb-6 grid max-w-[28rem] gap-3 rounded-panel border border-edge bg-surface p-5"
    >
      <input type="hidden" name="token" value={token} />
      <h2 id="proposals-title" className="font-semibold">
        {title}
      </h2>
      {times.map(({ id, words }) => (
        <button
          key={id}
          type="submit"
          name="proposal"
          value={id}
          disabled={busy}
          className="flex min-h-12 items-center justify-center rounded-control border border-accent bg-surface px-4 font-medium tabular-nums hover:bg-wash disabled:opacity-60"
        >
          {words}
        </button>
      ))}
      <button
        type="submit"
        name="proposal"
        value="none"
        disabled={busy}
        className="inline-flex h-11 items-center justify-center rounded-control px-4 font-medium text-quiet underline decoration-edge underline-offset-4 hover:bg-wash"
      >
        {none}
      </button>
      <p role="alert" className="text-danger empty:hidden">
        {problem}
      </p>
      <p className="text-quiet">{about}</p>
    </form>
  );
}
