"use client";

import { useShell } from "@/app/_components/shell/shell-context";
import { useSay } from "@/app/_words/use-say";
import type { Consent } from "@/lib/customers/consent";
import { sourceWords, wordsOf } from "@/lib/customers/consent-words";
import { formatDayTime } from "@/lib/platform/format";

/** Everything they said, newest first, with the words they were shown. */
export function SaidList({ said }: { said: readonly Consent[] }) {
  const say = useSay();
  const { tenant } = useShell();
  if (said.length === 0) return null;
  return (
    <details>
      <summary className="inline-flex min-h-11 cursor-pointer items-center underline underline-offset-4">
        Everything they said ({said.length})
      </summary>
      <ul aria-label={say("Everything they said")} className="divide-y border-y">
        {said.map((one) => (
          <li key={`${one.at} ${one.purpose} ${one.channel}`} className="grid gap-0.5 py-2">
            <span className="font-medium">
              {one.granted ? "Yes" : "No"} to{" "}
              {one.purpose === "marketing" ? "offers and news" : "photos shown to others"}
              {one.channel === "any" ? "" : `, by ${one.channel}`}
            </span>
            <span className="text-quiet">
              {formatDayTime(one.at, tenant.timeZone)}, {sourceWords[one.source]}
              {one.by ? `, written down by ${one.by}` : ""}
            </span>
            <span className="text-sm text-quiet">“{wordsOf(one.wording, tenant.name)?.en ?? one.wording}”</span>
          </li>
        ))}
      </ul>
    </details>
  );
}
