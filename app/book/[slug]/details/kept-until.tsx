"use client";

import { clock, useSecondsLeft } from "../../_parts/seconds-left";
import type { FormWords } from "./form-words";

type Props = {
  until: string;
  /** The same as it is said. */
  words: string;
  pending: boolean;
  said: FormWords["kept"];
};

/** Until when the time is kept, said in words; with a script also how long that still is, and what can be done when it is over. */
export function KeptUntil({ until, words, pending, said }: Props) {
  const left = useSecondsLeft(until);
  if (left === 0)
    return (
      <div role="status" className="grid gap-3 rounded-panel border border-edge bg-surface p-4">
        {/* Enter in a field books, as before. */}
        <button type="submit" hidden />
        <p>{said.keptNoLonger}</p>
        <button
          type="submit"
          name="again"
          value="1"
          formNoValidate
          disabled={pending}
          className="inline-flex h-11 items-center justify-center rounded-control border border-edge bg-surface px-4 font-medium hover:bg-wash disabled:opacity-60 sm:justify-self-start"
        >
          {said.chooseAgain}
        </button>
      </div>
    );
  return (
    <p className="text-quiet">
      {said.keptUntil} {words}
      {left === null ? "" : <span className="tabular-nums"> ({clock(left)})</span>}.
    </p>
  );
}
