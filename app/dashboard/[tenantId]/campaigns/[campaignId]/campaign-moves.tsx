"use client";

import { useState } from "react";
import { toast } from "sonner";
import type { Act } from "@/app/_components/data/use-act";
import { useDoing } from "@/app/_components/data/use-doing";
import { ProblemLine } from "@/app/_components/forms/problem-line";
import { Button } from "@/app/_components/ui/button";
import { phrase } from "@/app/_words/phrase";
import { useSay } from "@/app/_words/use-say";
import type { CampaignFacts } from "@/lib/campaigns/get-campaign";
import { mayBecome } from "@/lib/campaigns/rules";
import { moveIt } from "../actions";

const said = { cancel: phrase("Cancelled"), pause: phrase("Stopped for now"), resume: phrase("It goes on") };

/** Stopping it for a while, going on, and ending it for good, which is asked twice. */
export function CampaignMoves({
  campaign: { id, status, pausedAt, counts },
  act,
}: {
  campaign: CampaignFacts;
  act: Act;
}) {
  const say = useSay();
  const [sure, setSure] = useState(false);
  const { busy, problem, run } = useDoing(act);
  if (!mayBecome(status, "cancelled")) return null;
  const move = async (one: keyof typeof said) => {
    const done = await run((tenantId) => moveIt(tenantId, { campaignId: id, move: one }));
    if (done) toast(say(said[one]));
    setSure(false);
  };
  const stop = pausedAt ? "resume" : "pause";
  return (
    <div className="grid gap-2">
      <ProblemLine>{problem}</ProblemLine>
      <div className="flex flex-wrap gap-2">
        {status === "sending" && !sure ? (
          <Button size="large" aria-disabled={busy} onClick={() => move(stop)}>
            {pausedAt ? say("Go on") : say("Stop for now")}
          </Button>
        ) : null}
        {sure ? (
          <Button size="large" onClick={() => setSure(false)}>
            {say("Keep it")}
          </Button>
        ) : null}
        <Button size="large" aria-disabled={busy} onClick={sure ? () => move("cancel") : () => setSure(true)}>
          {sure ? say("Yes, cancel it") : say("Cancel the campaign")}
        </Button>
      </div>
      {status === "sending" && !sure && counts.queued > 0 ? (
        <p className="text-quiet tabular-nums">
          {say(
            "{count, plural, one {{count} message on the way goes out all the same when it is stopped.} other {{count} messages on the way go out all the same when it is stopped.}}",
            { count: counts.queued },
          )}
        </p>
      ) : null}
      {sure && status === "sending" ? (
        <p className="text-quiet">{say("What has been sent cannot be called back.")}</p>
      ) : null}
    </div>
  );
}
