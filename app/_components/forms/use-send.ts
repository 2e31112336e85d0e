"use client";

import { type FormEvent, useState } from "react";
import type { ActionAnswer } from "@/app/_server/action";
import { useSay } from "@/app/_words/use-say";
import { faultWords } from "./fault-words";

export type Send<T> = (given: Record<string, unknown>) => Promise<ActionAnswer<T>>;

/** A form that keeps what was typed, whatever comes back, and says what is wrong where it is wrong. */
export function useSend<T>(send: Send<T>, onDone: (value: T) => void) {
  const say = useSay();
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState("");
  const [fields, setFields] = useState<Record<string, string[]>>({});

  const submit = async (given: Record<string, unknown>, form: HTMLFormElement) => {
    setBusy(true);
    setProblem("");
    setFields({});
    try {
      const answer = await send(given);
      if (answer.ok) onDone(answer.value);
      else {
        const faults = answer.fields ?? {};
        const shown = Object.keys(faults).some((name) => form.elements.namedItem(name));
        // Where the fault stands at its field, the sentence about the whole says nothing more.
        setProblem(shown ? "" : say.known(answer.problem));
        setFields(faults);
        if (shown) requestAnimationFrame(() => form.querySelector<HTMLElement>("[aria-invalid=true]")?.focus());
      }
    } catch {
      setProblem(say("We could not reach the server. Check your connection and try again."));
    }
    setBusy(false);
  };

  const onSubmit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    if (!busy) void submit(Object.fromEntries(new FormData(event.currentTarget)), event.currentTarget);
  };

  const errorOf = (name: string, label: string) => fields[name]?.[0] && faultWords(say, label, fields[name][0]);

  return { busy, problem, onSubmit, errorOf };
}
