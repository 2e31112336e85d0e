"use client";

import { useShell } from "@/app/_components/shell/shell-context";
import { Button } from "@/app/_components/ui/button";
import { useSay } from "@/app/_words/use-say";
import { formatDayTime } from "@/lib/platform/format";
import type { Apart } from "@/lib/records/find-duplicates";
import { useApart } from "./use-apart";

/** Who was said not to be the same, and the way back. */
export function ApartList({ apart }: { apart: readonly Apart[] }) {
  const say = useSay();
  const { tenant } = useShell();
  const tellApart = useApart();
  return (
    <section aria-label={say("Not the same person")} className="grid gap-2">
      <h2 className="font-semibold">{say("Not the same person")}</h2>
      <ul className="divide-y border-y">
        {apart.map(({ one, other, at, by }) => (
          <li key={`${one.id} ${other.id}`} className="flex flex-wrap items-center justify-between gap-2 py-2">
            <span className="min-w-0">
              <span className="block break-words font-medium">
                {one.name === other.name
                  ? say("{name}, twice", { name: one.name })
                  : say("{one} and {other}", { one: one.name, other: other.name })}
              </span>
              <span className="block text-quiet">
                {formatDayTime(at, tenant.timeZone, say.language)}
                {by ? say(", by {name}", { name: by }) : ""}
              </span>
            </span>
            <Button
              onClick={() => tellApart({ one, other }, false)}
              aria-label={say("Ask again: {name}", { name: one.name })}
            >
              {say("Ask again")}
            </Button>
          </li>
        ))}
      </ul>
    </section>
  );
}
