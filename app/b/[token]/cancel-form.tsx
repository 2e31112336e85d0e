"use client";

import { useActionState } from "react";
import type { Ticket } from "@/lib/bookings/get-ticket";
import { cancel } from "./actions";

type Props = { token: string; status: Ticket["status"]; house: string; cost: string };

const labels: Partial<Record<Ticket["status"], [summary: string, button: string]>> = {
  requested: ["Withdraw request", "Withdraw it"],
  held: ["Let it go", "Let it go"],
};

/** Folded away until somebody means it; an ordinary form, so it works before any script does. */
export function CancelForm({ token, status, house, cost }: Props) {
  const [{ problem }, action, busy] = useActionState(cancel, {});
  const [summary, button] = labels[status] ?? ["Cancel booking", "Cancel it"];
  return (
    <details className="group mt-6 max-w-[28rem]">
      <summary className="inline-flex h-11 cursor-pointer list-none items-center font-medium text-danger underline decoration-edge underline-offset-4 [&::-webkit-details-marker]:hidden">
        {summary}
      </summary>
      <form action={action} className="mt-2 grid gap-3 rounded-panel border border-line bg-surface p-5">
        <input type="hidden" name="token" value={token} />
        <input type="hidden" name="from" value={status} />
        <p>
          {house} is told at once, and the time is free for others again.{" "}
          <strong className="font-medium">{cost}</strong> To come after all you book a time anew.
        </p>
        <p role="alert" className="text-danger empty:hidden">
          {problem}
        </p>
        <button
          type="submit"
          disabled={busy}
          className="inline-flex h-11 items-center justify-center rounded-control border border-edge bg-surface px-4 font-medium text-danger hover:bg-wash disabled:opacity-50"
        >
          {busy ? "One moment" : button}
        </button>
      </form>
    </details>
  );
}
