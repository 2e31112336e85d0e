"use client";

import { type ReactNode, useActionState } from "react";
import type { ChipWords } from "@/app/book/[slug]/times/chip-words";
import { Chips } from "@/app/book/[slug]/times/chips";
import { move } from "../actions";

type Props = {
  token: string;
  from: string;
  /** Who is to do it, when that is to change as well. */
  staff: string;
  slots: { startsAt: string }[];
  timeZone: string;
  words: { chips: ChipWords; moveHere: string; moving: string };
  /** What stands here when nothing is free. */
  children: ReactNode;
};

/** One radio button a time, so that it works before any script does. */
export function MoveForm({ token, from, staff, slots, timeZone, words, children }: Props) {
  const [{ problem }, action, busy] = useActionState(move, {});
  return (
    <form action={action} className="grid gap-5">
      <input type="hidden" name="token" value={token} />
      <input type="hidden" name="from" value={from} />
      <input type="hidden" name="staff" value={staff} />
      <Chips slots={slots} timeZone={timeZone} words={words.chips}>
        {children}
      </Chips>
      <p role="alert" className="text-danger empty:hidden">
        {problem}
      </p>
      {slots.length > 0 ? (
        <button
          type="submit"
          disabled={busy}
          className="inline-flex h-11 items-center justify-center rounded-control bg-accent px-4 font-medium text-on-accent hover:bg-accent-strong disabled:opacity-50 sm:justify-self-start"
        >
          {busy ? words.moving : words.moveHere}
        </button>
      ) : null}
    </form>
  );
}
