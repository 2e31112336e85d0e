"use client";

import { useSay } from "@/app/_words/use-say";
import { Field } from "../ui/field";
import { useCodeInput } from "./use-code-input";

type Props = { id?: string; label?: string; help?: string | undefined; error?: string | undefined; answer?: unknown };

/** Six digits on their way back. */
export function CodeField({ id, label, help, error, answer }: Props) {
  const say = useSay();
  return (
    <Field
      {...useCodeInput(error, answer)}
      id={id}
      label={label ?? say("Code")}
      help={help}
      error={error}
      className="max-w-48 tracking-[0.3em] tabular-nums"
    />
  );
}
