"use client";

import { Button } from "@/app/_components/ui/button";
import type { Say } from "@/app/_words/say";
import { useSay } from "@/app/_words/use-say";
import { type Looked, reachOf } from "./preview-panel";
import type { Typed } from "./typed-campaign";

type Props = { typed: Typed; looked: Looked; busy: boolean; onNo(): void; onYes(form: HTMLFormElement): void };

/**
 * The last word before it goes: to how many, and for how much, of exactly what is typed. Taking it back lies where the
 * first press was, so that a second tap sends nothing.
 */
export function SendQuestion({ typed, looked, busy, onNo, onYes }: Props) {
  const say = useSay();
  const { exact, isInvalid } = looked;
  const waits = busy || !(exact || isInvalid);
  return (
    <div className="grid gap-2">
      <p tabIndex={-1} ref={focused} className="font-medium tabular-nums outline-none">
        {questionOf(say, typed, looked)}
      </p>
      <div className="flex flex-wrap justify-end gap-2">
        <Button
          kind="primary"
          size="large"
          aria-disabled={waits}
          onClick={({ currentTarget }) => waits || onYes(currentTarget.form!)}
        >
          {busy ? say("One moment") : typed.when === "now" ? say("Yes, send it") : say("Yes, schedule it")}
        </Button>
        <Button size="large" onClick={onNo}>
          {say("Not yet")}
        </Button>
      </div>
    </div>
  );
}

/** Read as soon as it stands there; one function, as another one would take the focus again with each change. */
const focused = (line: HTMLElement | null) => line?.focus();

function questionOf(say: Say, { when, day, time }: Typed, { exact, isWrong, isInvalid }: Looked): string {
  if (isInvalid) return say("Something in it is not right yet.");
  if (isWrong) return say("Who would get it could not be looked up. Please try again in a moment.");
  if (!exact) return say("Looking who would get it");
  return when === "now"
    ? say("Send to {reach}?", { reach: reachOf(say, exact) })
    : say("Send on {day} at {time}, as things stand to {reach}?", { day, time, reach: reachOf(say, exact) });
}
