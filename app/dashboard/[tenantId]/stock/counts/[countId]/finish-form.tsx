"use client";

import { useState } from "react";
import { toast } from "sonner";
import { useAct } from "@/app/_components/data/use-act";
import { useDoing } from "@/app/_components/data/use-doing";
import { ProblemLine } from "@/app/_components/forms/problem-line";
import { SendOrCancel } from "@/app/_components/forms/send-or-cancel";
import { useSend } from "@/app/_components/forms/use-send";
import { Button } from "@/app/_components/ui/button";
import { Field } from "@/app/_components/ui/field";
import { useSay } from "@/app/_words/use-say";
import { endCount, throwCountAway } from "../../actions";

type Props = { countId: string; done: number; left: number };

/** The end of a count: what was found counts from then on. */
export function FinishForm({ countId, done, left }: Props) {
  const say = useSay();
  const act = useAct("stock");
  const [asking, setAsking] = useState(false);
  const [sure, setSure] = useState(false);
  const away = useDoing(act);
  const { busy, problem, onSubmit, errorOf } = useSend(
    ({ note }) => act((tenantId) => endCount(tenantId, { countId, note })),
    () => toast(say("The count is finished")),
  );
  if (!asking)
    return (
      <div className="grid gap-2">
        <div className="flex flex-wrap justify-end gap-2">
          {sure ? (
            <>
              <Button size="large" onClick={() => setSure(false)}>
                {say("Keep it")}
              </Button>
              <Button
                size="large"
                aria-disabled={away.busy}
                onClick={() => away.run((tenantId) => throwCountAway(tenantId, { countId }))}
              >
                {say("Yes, throw it away")}
              </Button>
            </>
          ) : (
            <>
              <Button size="large" onClick={() => setSure(true)}>
                {say("Throw it away")}
              </Button>
              <Button
                kind="primary"
                size="large"
                aria-disabled={done === 0}
                onClick={() => (done > 0 ? setAsking(true) : undefined)}
              >
                {say("Finish the count")}
              </Button>
            </>
          )}
        </div>
        <ProblemLine>{away.problem}</ProblemLine>
      </div>
    );
  return (
    <form onSubmit={onSubmit} noValidate aria-label={say("Finish the count")} className="grid gap-5 border-t pt-5">
      <p>
        {left === 0
          ? say("Everything is counted. What you found counts from now on.")
          : say(
              "{left, plural, one {One product is} other {{left} products are}} not counted and will stay as they are. What you found counts from now on.",
              { left },
            )}
      </p>
      <Field
        name="note"
        label={say("Note")}
        error={errorOf("note", say("The note"))}
        maxLength={200}
        autoComplete="off"
      />
      <SendOrCancel problem={problem} busy={busy} word={say("Finish")} onCancel={() => setAsking(false)} />
    </form>
  );
}
