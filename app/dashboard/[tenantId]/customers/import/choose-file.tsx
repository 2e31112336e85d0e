"use client";

import { useRouter } from "next/navigation";
import { type ChangeEvent, useRef, useState } from "react";
import { ProblemLine } from "@/app/_components/forms/problem-line";
import { Section } from "@/app/_components/section";
import { useShell } from "@/app/_components/shell/shell-context";
import { Button } from "@/app/_components/ui/button";
import { customersAddress, importsKey } from "../customer-keys";

type Answer = { id?: string; fields?: { file?: string[] }; title?: string };

/** A list of customers from elsewhere. Nobody is added before it was looked at. */
export function ChooseFile() {
  const { tenant } = useShell();
  const router = useRouter();
  const picker = useRef<HTMLInputElement>(null);
  const [state, setState] = useState({ busy: false, problem: "" });
  const send = async ({ currentTarget: field }: ChangeEvent<HTMLInputElement>) => {
    const file = field.files?.[0];
    // The same file again is a choice, too.
    field.value = "";
    if (!file) return;
    setState({ busy: true, problem: "" });
    const to = `${importsKey(tenant.id)}?${new URLSearchParams({ name: file.name.slice(0, 200) })}`;
    const sent = await fetch(to, { method: "POST", body: file }).catch(() => null);
    const answer = (await sent?.json().catch(() => null)) as Answer | null;
    if (sent?.ok && answer?.id) router.push(customersAddress(tenant.id, `/import/${answer.id}`));
    else setState({ busy: false, problem: problemOf(sent, answer) });
  };
  return (
    <Section
      title="Import a list"
      about="From a phone, a spreadsheet or another program, saved as CSV with the names of the columns in the first line."
    >
      <input
        ref={picker}
        type="file"
        accept=".csv,text/csv"
        aria-label="List of customers"
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
        {state.busy ? "Reading" : "Choose the file"}
      </Button>
      <ProblemLine>{state.problem}</ProblemLine>
      <p className="text-quiet">
        You see first what would come of it, and can take all of it back. Whom you know by their number stays as they
        are.
      </p>
    </Section>
  );
}

function problemOf(sent: Response | null, answer: Answer | null): string {
  if (!sent) return "That did not reach the server. Please try again.";
  if (sent.status === 413) return "That file is too large: at most 4 MB.";
  return answer?.fields?.file?.[0] ?? answer?.title ?? "That did not go through. Please try again.";
}
