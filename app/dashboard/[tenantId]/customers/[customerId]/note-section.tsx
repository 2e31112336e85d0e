"use client";

import { useRef } from "react";
import { toast } from "sonner";
import { useAct } from "@/app/_components/data/use-act";
import { ProblemLine } from "@/app/_components/forms/problem-line";
import { useSend } from "@/app/_components/forms/use-send";
import { Button } from "@/app/_components/ui/button";
import { TextArea } from "@/app/_components/ui/text-area";
import { useSay } from "@/app/_words/use-say";
import { mostNotes } from "@/lib/customers/rules";
import { writeNote } from "../actions";

/** One more thing about them, in one's own name. */
export function NoteSection({ customerId }: { customerId: string }) {
  const say = useSay();
  const act = useAct("customers");
  const form = useRef<HTMLFormElement>(null);
  const { busy, problem, onSubmit, errorOf } = useSend(
    ({ body }) => act((tenantId) => writeNote(tenantId, { customerId, body })),
    () => {
      toast("Noted");
      form.current?.reset();
    },
  );
  return (
    <form ref={form} onSubmit={onSubmit} noValidate aria-label={say("New note")} className="grid gap-3">
      <TextArea
        name="body"
        label={say("New note")}
        rows={2}
        maxLength={mostNotes}
        help={say("Stands below with your name and the time.")}
        error={errorOf("body", say("The note"))}
      />
      <ProblemLine>{problem}</ProblemLine>
      <Button type="submit" className="justify-self-start" aria-disabled={busy}>
        {busy ? say("One moment") : say("Add the note")}
      </Button>
    </form>
  );
}
