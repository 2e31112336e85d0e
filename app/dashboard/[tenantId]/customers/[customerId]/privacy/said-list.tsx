"use client";

import { useShell } from "@/app/_components/shell/shell-context";
import { phrase } from "@/app/_words/phrase";
import type { Phrase } from "@/app/_words/say";
import { useSay } from "@/app/_words/use-say";
import type { Consent } from "@/lib/customers/consent";
import { sourceWords, wordsOf } from "@/lib/customers/consent-words";
import { formatDayTime } from "@/lib/platform/format";

const saidWords = ({ granted, purpose }: Consent): Phrase =>
  purpose === "marketing"
    ? granted
      ? phrase("Yes to offers and news")
      : phrase("No to offers and news")
    : granted
      ? phrase("Yes to photos shown to others")
      : phrase("No to photos shown to others");

/** Everything they said, newest first, with the words they were shown. */
export function SaidList({ said }: { said: readonly Consent[] }) {
  const say = useSay();
  const { tenant } = useShell();
  if (said.length === 0) return null;
  return (
    <details>
      <summary className="inline-flex min-h-11 cursor-pointer items-center underline underline-offset-4">
        {say("Everything they said ({count})", { count: said.length })}
      </summary>
      <ul aria-label={say("Everything they said")} className="divide-y border-y">
        {said.map((one) => (
          <li key={`${one.at} ${one.purpose} ${one.channel}`} className="grid gap-0.5 py-2">
            <span className="font-medium">
              {one.channel === "any"
                ? say(saidWords(one))
                : say("{said}, by {channel}", { said: say(saidWords(one)), channel: one.channel })}
            </span>
            <span className="text-quiet">
              {formatDayTime(one.at, tenant.timeZone, say.language)}, {say.known(sourceWords[one.source])}
              {one.by ? say(", written down by {name}", { name: one.by }) : ""}
            </span>
            <span className="text-sm text-quiet">
              “{wordsOf(one.wording, tenant.name)?.[say.language] ?? one.wording}”
            </span>
          </li>
        ))}
      </ul>
    </details>
  );
}
