"use client";

import { useActionState } from "react";
import type { Ticket } from "@/lib/bookings/get-ticket";
import { cancel } from "./actions";

/** Folded away until somebody means it; an ordinary form, so it works before any script does. */
export function CancelForm({ token, status, house }: { token: string; status: Ticket["status"]; house: string }) {
  const [{ problem }, action, busy] = useActionState(cancel, {});
  return (
    <details className="group mt-6 max-w-[28rem]">
      <summary className="inline-flex h-11 cursor-pointer list-none items-center font-medium text-danger underline decoration-edge underline-offset-4 [&::-webkit-details-marker]:hidden">
        {status === "requested" ? "Withdraw request" : "Cancel booking"}
      </summary>
      <form action={action} className="mt-2 grid gap-3 rounded-panel border border-line bg-surface p-5">
        <input type="hidden" name="token" value={token} />
        <input type="hidden" name="from" value={status} />
        <p>
          {house} is told at once, and the time is free for others again. It costs nothing; to come after all you book a
          time anew.
        </p>
        <p role="alert" className="text-danger empty:hidden">
          {problem}
        </p>
        <button
          type="submit"
          disabled={busy}
          className="inline-flex h-11 items-center justify-center rounded-control border border-edge bg-surface px-4 font-medium text-danger hover:bg-wash disabled:opacity-50"
        >
          {busy ? "Cancelling" : status === "requested" ? "Withdraw it" : "Cancel it"}
        </button>
      </form>
    </details>
  );
}
