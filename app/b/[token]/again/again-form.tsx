"use client";

import { useActionState } from "react";
import type { AgainTimes } from "@/lib/bookings/list-again";
import { formatDayTime } from "@/lib/platform/format";
import { bookSame } from "./actions";

/** Each time is a button of its own: one tap books it, with a script or without. */
export function AgainForm({ token, times, timeZone }: { token: string; times: AgainTimes; timeZone: string }) {
  const [{ problem }, action, busy] = useActionState(bookSame, {});
  return (
    <form action={action} className="grid gap-5">
      <input type="hidden" name="token" value={token} />
      <p role="alert" className="text-danger empty:hidden">
        {problem}
      </p>
      {times.map(({ weeks, slots }) => (
        <fieldset key={weeks} disabled={busy}>
          <legend className="pb-2 text-sm text-quiet">{weeks === 1 ? "In 1 week" : `In ${weeks} weeks`}</legend>
          <div className="flex flex-wrap gap-2">
            {slots.map(({ startsAt, totalMinor }) => (
              <button
                key={startsAt}
                type="submit"
                name="at"
                value={`${startsAt} ${totalMinor}`}
                className="h-11 rounded-control border border-edge bg-surface px-3 tabular-nums hover:bg-wash disabled:opacity-50"
              >
                {formatDayTime(startsAt, timeZone)}
              </button>
            ))}
          </div>
        </fieldset>
      ))}
    </form>
  );
}
