"use client";

import { type FormEvent, useState } from "react";
import { useDraft } from "@/app/_components/data/use-draft";
import { ProblemLine } from "@/app/_components/forms/problem-line";
import { useShell } from "@/app/_components/shell/shell-context";
import { Button } from "@/app/_components/ui/button";
import { Field } from "@/app/_components/ui/field";
import { phrase } from "@/app/_words/phrase";
import { useSay } from "@/app/_words/use-say";
import type { TestMessage } from "@/lib/notifications/integrations";
import { formatTime } from "@/lib/platform/format";
import { messageStateWords } from "../../messages/message-words";
import { useSave } from "../../use-save";
import { tryMessage } from "./actions";

const asks = {
  sms: {
    label: phrase("Send a test SMS to"),
    type: "tel",
    word: phrase("Send SMS"),
    as: phrase("The number"),
  },
  email: {
    label: phrase("Send a test e-mail to"),
    type: "email",
    word: phrase("Send e-mail"),
    as: phrase("The address"),
  },
} as const;

/** A message to oneself, and what became of the last ones. */
export function TestForm({ channel, tests }: { channel: "sms" | "email"; tests: TestMessage[] }) {
  const say = useSay();
  const { tenant } = useShell();
  const [sent, setSent] = useState(false);
  const draft = useDraft({ to: "" });
  const { busy, problem, onSubmit, errorOf } = useSave("settings", draft);
  const { type, word, as } = asks[channel];
  const label = say(asks[channel].label);
  const submit = (event: FormEvent<HTMLFormElement>) => {
    setSent(true);
    onSubmit((tenantId) => tryMessage(tenantId, { channel, to: draft.shown.to }))(event);
  };
  return (
    <form onSubmit={submit} noValidate aria-label={label} className="grid grid-cols-[minmax(0,1fr)] gap-3">
      <div className="flex flex-wrap items-end gap-2">
        <div className="min-w-48 flex-1">
          <Field
            // Two of these stand on one page.
            name={`${channel}-to`}
            label={label}
            type={type}
            placeholder={channel === "sms" ? "0712 345 678" : say("you@example.com")}
            value={draft.shown.to}
            onChange={(event) => draft.set({ to: event.target.value })}
            error={errorOf("to", say(as))}
            autoComplete={channel === "sms" ? "tel" : "email"}
          />
        </div>
        <Button type="submit" size="large" aria-disabled={busy || !draft.touched}>
          {busy ? say("Sending") : say(word)}
        </Button>
      </div>
      <ProblemLine>{sent ? problem : ""}</ProblemLine>
      <ul aria-label={say("Last tests")} className="grid gap-1 text-quiet empty:hidden" aria-live="polite">
        {tests.map(({ id, to, at, status, failure }) => (
          <li key={id} data-test={status} className="wrap-anywhere">
            {say("{time} to {to}: {state}", {
              time: formatTime(at, tenant.timeZone),
              to,
              state: messageStateWords(say, status, failure),
            })}
          </li>
        ))}
      </ul>
    </form>
  );
}
