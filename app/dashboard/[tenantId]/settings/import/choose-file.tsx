"use client";

import { useRouter } from "next/navigation";
import { type ChangeEvent, useRef, useState } from "react";
import { ProblemLine } from "@/app/_components/forms/problem-line";
import { Section } from "@/app/_components/section";
import { useShell } from "@/app/_components/shell/shell-context";
import { Button } from "@/app/_components/ui/button";
import type { Say } from "@/app/_words/say";
import { useSay } from "@/app/_words/use-say";
import type { ImportKind } from "@/db/schema/imports";
import { fieldsOf } from "@/lib/imports/fields";
import { kindWords } from "@/lib/imports/rules";
import { fileAddress, importPage } from "./import-keys";

type Answer = { id?: string; fields?: { file?: string[] }; title?: string };

/** A list from elsewhere. Nothing is added before it was looked at. */
export function ChooseFile({ kind }: { kind: ImportKind }) {
  const say = useSay();
  const { tenant } = useShell();
  const router = useRouter();
  const picker = useRef<HTMLInputElement>(null);
  const [state, setState] = useState({ busy: false, problem: "" });
  const many = say.known(kindWords[kind].many);
  const labels = (needed: boolean) =>
    fieldsOf(kind)
      .filter((field) => Boolean(field.needed) === needed)
      .map(({ label }) => say.known(label).toLowerCase())
      .join(", ");
  const send = async ({ currentTarget: field }: ChangeEvent<HTMLInputElement>) => {
    const file = field.files?.[0];
    // The same file again is a choice, too.
    field.value = "";
    if (!file) return;
    setState({ busy: true, problem: "" });
    const to = fileAddress(tenant.id, kind, file.name);
    const sent = await fetch(to, { method: "POST", body: file }).catch(() => null);
    const answer = (await sent?.json().catch(() => null)) as Answer | null;
    if (sent?.ok && answer?.id) router.push(importPage(tenant.id, answer.id));
    else setState({ busy: false, problem: problemOf(say, sent, answer) });
  };
  return (
    <Section
      title={say("Import {many}", { many })}
      about={say(
        "From a spreadsheet or another program, saved as CSV with the names of the columns in the first line.",
      )}
    >
      <p>
        {say.rich("It needs columns for: {needed}. <more>It may have: {others}.</more>", {
          needed: labels(true),
          others: labels(false),
          more: (chunks) => <span className="text-quiet">{chunks}</span>,
        })}
      </p>
      <input
        ref={picker}
        type="file"
        accept=".csv,text/csv"
        aria-label={say("List of {many}", { many })}
        className="sr-only"
        tabIndex={-1}
        onChange={send}
      />
      <Button
        size="large"
        kind="primary"
        className="justify-self-start"
        aria-disabled={state.busy}
        onClick={() => picker.current?.click()}
      >
        {state.busy ? say("Reading") : say("Choose the file")}
      </Button>
      <ProblemLine>{state.problem}</ProblemLine>
      <p className="text-quiet">
        {say("You see first what would come of it, and can take all of it back.")} {say.known(kindWords[kind].about)}
      </p>
    </Section>
  );
}

function problemOf(say: Say, sent: Response | null, answer: Answer | null): string {
  if (!sent) return say("That did not reach the server. Please try again.");
  if (sent.status === 413) return say("That file is too large: at most 4 MB.");
  const told = answer?.fields?.file?.[0] ?? answer?.title;
  return told === undefined ? say("That did not go through. Please try again.") : say.known(told);
}
