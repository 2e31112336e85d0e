"use client";

import { type FormEvent, useState } from "react";
import { flushSync } from "react-dom";
import { type Act, useAct } from "@/app/_components/data/use-act";
import { faultWords } from "@/app/_components/forms/fault-words";
import type { ActionAnswer } from "@/app/_server/action";
import { useSay } from "@/app/_words/use-say";
import type { Touched } from "@/lib/events/rules";

type Save = (tenantId: string) => Promise<ActionAnswer<unknown>>;

type Draft = { touched: boolean; forget(): void };

/** A form whose values are kept as a draft: it is sent only when something was touched, and forgotten once it is saved. */
export const useSave = (area: Touched, draft: Draft) => useSaveBy(useAct(area), draft);

/** The same where it is not a business that is changed. */
export function useSaveBy(act: Act, draft: Draft) {
  const say = useSay();
  const [state, setState] = useState({
    busy: false,
    saved: false,
    problem: "",
    fields: {} as Record<string, string[]>,
  });
  const save = async (send: Save): Promise<boolean> => {
    setState({ busy: true, saved: false, problem: "", fields: {} });
    const answer = await act(send);
    if (answer.ok) draft.forget();
    const { problem = "", fields = {} } = answer.ok ? {} : answer;
    // Drawn at once: the first field that is not right can be told by its mark then.
    flushSync(() =>
      setState({
        busy: false,
        saved: answer.ok,
        problem: Object.keys(fields).length > 0 ? "" : say.known(problem),
        fields,
      }),
    );
    return answer.ok;
  };
  const onSubmit = (send: Save) => (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = event.currentTarget;
    if (state.busy || !draft.touched) return;
    void save(send).then((done) => {
      if (!done) form.querySelector<HTMLElement>("[aria-invalid=true]")?.focus();
    });
  };
  const errorOf = (name: string, label: string) => {
    const fault = state.fields[name]?.[0] ?? state.fields[`to.${name}`]?.[0];
    return fault ? faultWords(say, label, fault) : undefined;
  };
  const { busy, saved, problem, fields } = state;
  return { busy, saved, problem, fields, onSubmit, errorOf };
}
