"use client";

import { startTransition, useActionState, useEffect, useEffectEvent } from "react";
import { useAskProof } from "@/app/_components/auth/proof";
import { ProblemLine } from "@/app/_components/forms/problem-line";
import { Button } from "@/app/_components/ui/button";
import { useSay } from "@/app/_words/use-say";
import type { Decision, TenantStatus } from "@/lib/admin/rules";
import { type DecideState, decide } from "./actions";

type Props = { id: string; status: TenantStatus; onDecided(): void };
type FormProps = { id: string; decision: Decision; words: string; send(form: FormData): void; busy: boolean };

/** What can be decided now. What came of it outlives the form: another admin may have been quicker. */
export function DecidePanel({ id, status, onDecided }: Props) {
  const say = useSay();
  const [state, send, busy] = useActionState(decide, { decision: "", reason: "", problem: "", code: "", times: 0 });
  const ask = useAskProof();
  const answered = useEffectEvent(async ({ decision, reason, code }: DecideState) => {
    if (code !== "proof_required") return onDecided();
    if (!(await ask())) return;
    const again = new FormData();
    for (const [name, value] of Object.entries({ id, decision, reason })) again.set(name, value);
    startTransition(() => send(again));
  });
  useEffect(() => {
    if (state.times > 0) void answered(state);
  }, [state]);
  const form = { id, send, busy };
  return (
    <section aria-label={say("Decide")} className="grid gap-3">
      <ProblemLine>{state.problem}</ProblemLine>
      <div className="flex flex-wrap items-start gap-2">
        {status === "pending" ? (
          <>
            <PlainForm {...form} decision="approve" words={say("Approve")} />
            <ReasonForm {...form} decision="reject" opens={say("Reject")} words={say("Reject")} typed={state.reason} />
          </>
        ) : null}
        {status === "active" ? (
          <ReasonForm {...form} decision="suspend" opens={say("Suspend")} words={say("Suspend")} typed={state.reason} />
        ) : null}
        {status === "suspended" ? <PlainForm {...form} decision="reactivate" words={say("Open again")} /> : null}
        {status === "rejected" ? (
          <p className="text-quiet">{say("Its owner can put things right and apply again.")}</p>
        ) : null}
      </div>
    </section>
  );
}

function PlainForm({ id, decision, words, send, busy }: FormProps) {
  return (
    <form action={send}>
      <input type="hidden" name="id" value={id} />
      <input type="hidden" name="decision" value={decision} />
      <Button type="submit" kind="primary" disabled={busy}>
        {words}
      </Button>
    </form>
  );
}

/** Opens for the reason that the owner is told; without a script, too. */
function ReasonForm({ id, decision, words, send, busy, opens, typed }: FormProps & { opens: string; typed: string }) {
  const say = useSay();
  return (
    <details open={typed !== ""} className="group open:w-full">
      <summary className="inline-flex h-8 list-none items-center rounded-control border border-line bg-surface px-3 font-medium hover:bg-wash group-open:bg-wash [&::-webkit-details-marker]:hidden">
        {opens}
      </summary>
      <form action={send} className="mt-3 grid max-w-120 gap-3">
        <input type="hidden" name="id" value={id} />
        <input type="hidden" name="decision" value={decision} />
        <div className="grid gap-1.5">
          <label htmlFor="reason" className="font-medium">
            {say("Reason")}
          </label>
          <textarea
            id="reason"
            name="reason"
            required
            minLength={3}
            maxLength={500}
            rows={3}
            defaultValue={typed}
            aria-describedby="reason-note"
            className="w-full rounded-control border border-edge bg-surface px-3 py-2"
          />
          <p id="reason-note" className="text-quiet">
            {say("The owner reads it in the message and on the dashboard.")}
          </p>
        </div>
        <Button type="submit" kind="primary" disabled={busy} className="justify-self-start">
          {words}
        </Button>
      </form>
    </details>
  );
}
