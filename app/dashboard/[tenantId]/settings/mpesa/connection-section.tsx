"use client";

import { CircleAlert, CircleCheck, CircleDashed } from "lucide-react";
import { useDoing } from "@/app/_components/data/use-doing";
import { CopyButton } from "@/app/_components/forms/copy-button";
import { ProblemLine } from "@/app/_components/forms/problem-line";
import { Section } from "@/app/_components/section";
import { Button } from "@/app/_components/ui/button";
import { useSay } from "@/app/_words/use-say";
import { formatDayTime } from "@/lib/platform/format";
import type { MpesaProps } from "./mpesa-forms";

/** Whether the keys work, and whether Safaricom can reach us. */
export function ConnectionSection({ settings: { test, callbacks }, doors, act, timeZone }: MpesaProps) {
  const say = useSay();
  const { busy, problem, run } = useDoing(act);
  return (
    <Section
      title={say("Connection")}
      about={say("Tried by itself whenever you save. Nobody is asked for money by it.")}
    >
      <p role="status" className="flex items-start gap-2">
        {test === null ? (
          <>
            <CircleDashed aria-hidden className="mt-0.5 size-4 shrink-0 text-quiet" />
            {say("Not tested yet")}
          </>
        ) : test.fault ? (
          <>
            <CircleAlert aria-hidden className="mt-0.5 size-4 shrink-0 text-danger" />
            <span>{say.known(test.fault)}</span>
          </>
        ) : (
          <>
            <CircleCheck aria-hidden className="mt-0.5 size-4 shrink-0 text-confirmed" />
            {say("It works")}
          </>
        )}
      </p>
      <div className="flex flex-wrap items-center gap-3">
        <Button onClick={() => run((tenantId) => doors.tryKeys(tenantId, {}))} aria-disabled={busy}>
          {busy ? say("Testing") : say("Test connection")}
        </Button>
        {test ? (
          <span className="text-quiet tabular-nums">
            {say("Last tested {when}", { when: formatDayTime(test.at, timeZone, say.language) })}
          </span>
        ) : null}
      </div>
      <ProblemLine>{problem}</ProblemLine>
      <div className="grid gap-1.5">
        <p>
          {say.rich("Safaricom’s answers come to <bold>{address}</bold>", {
            address: callbacks.address,
            bold: (chunks) => <span className="font-medium break-all">{chunks}</span>,
          })}
        </p>
        {callbacks.reachable ? null : (
          <p className="flex items-start gap-2 text-danger">
            <CircleAlert aria-hidden className="mt-0.5 size-4 shrink-0" />
            <span>
              {say(
                "Safaricom cannot reach this address: it must begin with https:// and be known on the internet. Prompts are refused until whoever runs this installation sets MPESA_CALLBACK_URL.",
              )}
            </span>
          </p>
        )}
        <CopyButton text={callbacks.address} label={say("Copy address")} />
      </div>
    </Section>
  );
}
