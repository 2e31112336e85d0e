"use client";

import { type ChangeEvent, useRef, useState } from "react";
import { toast } from "sonner";
import { useSWRConfig } from "swr";
import { apiBase, isTouched } from "@/app/_components/data/keys";
import { faultWords } from "@/app/_components/forms/fault-words";
import { ProblemLine } from "@/app/_components/forms/problem-line";
import { Section } from "@/app/_components/section";
import { useShell } from "@/app/_components/shell/shell-context";
import { Button } from "@/app/_components/ui/button";
import { useSay } from "@/app/_words/use-say";
import type { StatementReading } from "@/lib/payments/read-in-statement";
import { sendStatement } from "./send-statement";
import { StatementPreview } from "./statement-preview";

type Seen = { file: File; reading: StatementReading };

/** A statement of the M-Pesa portal: looked at first, then read in. */
export function StatementForm() {
  const say = useSay();
  const { tenant } = useShell();
  const { mutate } = useSWRConfig();
  const picker = useRef<HTMLInputElement>(null);
  const [seen, setSeen] = useState<Seen | null>(null);
  const [state, setState] = useState({ busy: false, problem: "" });
  const send = async (file: File, step: "preview" | "all" | "known"): Promise<StatementReading | null> => {
    setState({ busy: true, problem: "" });
    const answer = await sendStatement(say, tenant.id, file, step);
    const problem = answer.ok ? "" : answer.fault ? faultWords(say, say("The file"), answer.fault) : answer.problem;
    setState({ busy: false, problem });
    return answer.ok ? answer.reading : null;
  };
  const choose = async ({ target }: ChangeEvent<HTMLInputElement>) => {
    const file = target.files?.[0];
    if (!file) return;
    setSeen(null);
    const reading = await send(file, "preview");
    // The same file can be chosen again.
    target.value = "";
    if (reading) setSeen({ file, reading });
  };
  const readIn = async (keepUnknown: boolean) => {
    if (!seen) return;
    const reading = await send(seen.file, keepUnknown ? "all" : "known");
    if (!reading) return;
    setSeen(null);
    toast(
      say("{verified, plural, one {One payment is verified} other {{verified} payments are verified}}", {
        verified: reading.verified,
      }),
    );
    await mutate((key) => isTouched(key, apiBase(tenant.id), new Set(["payments"])));
  };
  return (
    <div className="px-4 py-6 md:px-6 xl:pl-8">
      <Section
        title={say("Verify from a statement")}
        about={say(
          "On the M-Pesa organisation portal open the statement of your till or PayBill, choose the days, and save it as CSV.",
        )}
      >
        {tenant.may.includes("payments.match") ? (
          <>
            <input
              ref={picker}
              type="file"
              accept=".csv,text/csv"
              aria-label={say("Statement file")}
              className="sr-only"
              tabIndex={-1}
              onChange={choose}
            />
            <Button
              size="large"
              kind={seen ? "plain" : "primary"}
              className="justify-self-start"
              onClick={() => picker.current?.click()}
              aria-disabled={state.busy}
            >
              {state.busy ? say("Reading") : seen ? say("Choose another file") : say("Choose the file")}
            </Button>
            <ProblemLine>{state.problem}</ProblemLine>
            {seen ? (
              <StatementPreview name={seen.file.name} reading={seen.reading} busy={state.busy} onReadIn={readIn} />
            ) : null}
          </>
        ) : null}
      </Section>
    </div>
  );
}
