"use client";

import { useState } from "react";
import { useAct } from "@/app/_components/data/use-act";
import { useDoing } from "@/app/_components/data/use-doing";
import { ProblemLine } from "@/app/_components/forms/problem-line";
import { useNow } from "@/app/_components/shell/shell-context";
import { Button } from "@/app/_components/ui/button";
import { Dialog } from "@/app/_components/ui/dialog";
import type { Say } from "@/app/_words/say";
import { useSay } from "@/app/_words/use-say";
import type { ApiKeyItem } from "@/lib/auth/list-api-keys";
import { formatAgo, formatDate } from "@/lib/platform/format";
import { revokeKey } from "./actions";

type Props = { item: ApiKeyItem; timeZone: string };

/** One key, and taking it away. */
export function KeyLine({ item, timeZone }: Props) {
  const say = useSay();
  const now = useNow();
  const { busy, problem, run } = useDoing(useAct("settings"));
  const [asking, setAsking] = useState(false);
  const works = item.revokedAt === null && (item.expiresAt === null || item.expiresAt > now);
  return (
    <li className="grid grid-cols-[minmax(0,1fr)_auto] items-start gap-x-4 gap-y-1 border-t pt-4 first:border-t-0 first:pt-0">
      <div className="grid gap-1">
        <p className="font-medium wrap-anywhere">
          {item.name} <span className="font-mono font-normal text-quiet">{item.prefix}…</span>
        </p>
        <p className="text-quiet wrap-anywhere">{item.scopes.join(" · ")}</p>
        <p className="text-quiet">{stateWords(say, item, now, timeZone)}</p>
      </div>
      {works ? (
        <Button
          className="text-danger"
          onClick={() => setAsking(true)}
          aria-disabled={busy}
          aria-label={say("Revoke {name}", { name: item.name })}
        >
          {say("Revoke")}
        </Button>
      ) : null}
      <ProblemLine>{problem}</ProblemLine>
      <Dialog
        open={asking}
        onClose={() => setAsking(false)}
        title={say("Revoke “{name}”?", { name: item.name })}
        about={say(
          "Whatever uses it is let in no more, at once. This cannot be taken back: a program that needs one gets a new key.",
        )}
      >
        <div className="flex justify-end gap-2">
          <Button size="large" onClick={() => setAsking(false)}>
            {say("Keep it")}
          </Button>
          <Button
            size="large"
            className="text-danger"
            onClick={() => {
              setAsking(false);
              void run((tenantId) => revokeKey(tenantId, { keyId: item.id }));
            }}
          >
            {say("Revoke the key")}
          </Button>
        </div>
      </Dialog>
    </li>
  );
}

function stateWords(say: Say, item: ApiKeyItem, now: string, timeZone: string): string {
  const { revokedAt, expiresAt, lastUsedAt, madeBy, madeAt } = item;
  const dayOf = (at: string) => formatDate(at, timeZone, say.language);
  if (revokedAt) return say("Revoked on {day}", { day: dayOf(revokedAt) });
  if (expiresAt && expiresAt <= now) return say("Ran out on {day}", { day: dayOf(expiresAt) });
  const made = { madeBy, day: dayOf(madeAt) };
  const until = expiresAt && dayOf(expiresAt);
  const ago = lastUsedAt && formatAgo(lastUsedAt, now, say.language);
  if (until)
    return ago
      ? say("Made by {madeBy} on {day}, until {until}; used {ago}", { ...made, until, ago })
      : say("Made by {madeBy} on {day}, until {until}; not used yet", { ...made, until });
  return ago
    ? say("Made by {madeBy} on {day}; used {ago}", { ...made, ago })
    : say("Made by {madeBy} on {day}; not used yet", made);
}
