"use client";

import { useState } from "react";
import { useAct } from "@/app/_components/data/use-act";
import { useDoing } from "@/app/_components/data/use-doing";
import { ProblemLine } from "@/app/_components/forms/problem-line";
import { useNow } from "@/app/_components/shell/shell-context";
import { Button } from "@/app/_components/ui/button";
import { Dialog } from "@/app/_components/ui/dialog";
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
        <p className="text-quiet">{stateWords(item, now, timeZone)}</p>
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

function stateWords({ revokedAt, expiresAt, lastUsedAt, madeBy, madeAt }: ApiKeyItem, now: string, timeZone: string) {
  const day = (at: string) => formatDate(at, timeZone);
  if (revokedAt) return `Revoked on ${day(revokedAt)}`;
  if (expiresAt && expiresAt <= now) return `Ran out on ${day(expiresAt)}`;
  const used = lastUsedAt ? `used ${formatAgo(lastUsedAt, now)}` : "not used yet";
  const until = expiresAt ? `, until ${day(expiresAt)}` : "";
  return `Made by ${madeBy} on ${day(madeAt)}${until}; ${used}`;
}
