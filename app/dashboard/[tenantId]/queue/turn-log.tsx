"use client";

import { useShell } from "@/app/_components/shell/shell-context";
import { phrase } from "@/app/_words/phrase";
import type { Phrase } from "@/app/_words/say";
import { useSay } from "@/app/_words/use-say";
import type { TicketStep } from "@/db/schema/waiting";
import { formatTime } from "@/lib/platform/format";
import type { TurnLine } from "@/lib/waitlist/list-queue";

const words: Record<TicketStep, Phrase> = {
  take: phrase("took the ticket"),
  call: phrase("was called"),
  recall: phrase("was called again"),
  skip: phrase("was skipped behind the next one"),
  serve: phrase("had their turn"),
  leave: phrase("left"),
  remove: phrase("was taken out"),
  undo: phrase("was put back"),
};

/** Who was called, passed over or went, by whom and when: whoever asks why somebody was first finds it here. */
export function TurnLog({ lines }: { lines: readonly TurnLine[] }) {
  const say = useSay();
  const { tenant } = useShell();
  return (
    <section aria-labelledby="turns" className="grid gap-2">
      <h2 id="turns" className="font-semibold">
        {say("How the turns went today")}
      </h2>
      <ol className="grid">
        {lines.map(({ id, number, step, place, by, who, at }) => (
          <li key={id} className="grid grid-cols-[3rem_minmax(0,1fr)] gap-x-3 py-1">
            <time dateTime={at} className="text-quiet tabular-nums">
              {formatTime(at, tenant.timeZone)}
            </time>
            <span>
              <span className="font-medium tabular-nums">{number}</span> {say(words[step])}
              <span className="text-quiet">
                {place === null || place === 1 ? "" : ` ${say("from place {place}", { place })}`}
                {by === "member"
                  ? ` · ${who ?? say("somebody who has left")}`
                  : by === "customer"
                    ? ` · ${say("themselves")}`
                    : ""}
              </span>
            </span>
          </li>
        ))}
      </ol>
    </section>
  );
}
