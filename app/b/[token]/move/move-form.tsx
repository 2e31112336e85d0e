"use client";

import { useActionState } from "react";
import { Chips } from "@/app/book/[slug]/times/chips";
import type { OpenSlot } from "@/lib/bookings/list-open-slots";
import { move } from "../actions";

type Props = { token: string; from: string; slots: OpenSlot[]; timeZone: string; byAnybody: boolean };

/** One radio button a time, so that it works before any script does. */
export function MoveForm({ token, from, slots, timeZone, byAnybody }: Props) {
  const [{ problem }, action, busy] = useActionState(move, {});
  return (
    <form action={action} className="grid gap-5">
      <input type="hidden" name="token" value={token} />
      <input type="hidden" name="from" value={from} />
      {byAnybody ? <input type="hidden" name="staff" value="any" /> : null}
      <Chips slots={slots} timeZone={timeZone} />
      <p role="alert" className="text-danger empty:hidden">
        {problem}
      </p>
      <button
        type="submit"
        disabled={busy}
        className="inline-flex h-11 items-center justify-center rounded-control bg-accent px-4 font-medium text-on-accent hover:bg-accent-strong disabled:opacity-50"
      >
        {busy ? "Moving" : "Move it here"}
      </button>
    </form>
  );
}
