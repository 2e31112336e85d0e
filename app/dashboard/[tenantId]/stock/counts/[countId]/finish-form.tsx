"use client";

import { useState } from "react";
import { toast } from "sonner";
import { useAct } from "@/app/_components/data/use-act";
import { SendOrCancel } from "@/app/_components/forms/send-or-cancel";
import { useSend } from "@/app/_components/forms/use-send";
import { Button } from "@/app/_components/ui/button";
import { Field } from "@/app/_components/ui/field";
import { endCount } from "../../actions";

type Props = { countId: string; done: number; left: number };

/** The end of a count: what was found counts from then on. */
export function FinishForm({ countId, done, left }: Props) {
  const act = useAct("stock");
  const [asking, setAsking] = useState(false);
  const { busy, problem, onSubmit, errorOf } = useSend(
    ({ note }) => act((tenantId) => endCount(tenantId, { countId, note })),
    () => toast("The count is finished"),
  );
  if (!asking)
    return (
      <Button
        kind="primary"
        size="large"
        className="justify-self-end"
        aria-disabled={done === 0}
        onClick={() => (done > 0 ? setAsking(true) : undefined)}
      >
        Finish the count
      </Button>
    );
  return (
    <form onSubmit={onSubmit} noValidate aria-label="Finish the count" className="grid gap-5 border-t pt-5">
      <p>
        {left === 0
          ? "Everything is counted. What you found counts from now on."
          : `${left === 1 ? "One product is" : `${left} products are`} not counted and will stay as they are. What you found counts from now on.`}
      </p>
      <Field name="note" label="Note" error={errorOf("note", "The note")} maxLength={200} autoComplete="off" />
      <SendOrCancel problem={problem} busy={busy} word="Finish" onCancel={() => setAsking(false)} />
    </form>
  );
}
