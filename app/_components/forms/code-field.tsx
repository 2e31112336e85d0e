"use client";

import { Field } from "../ui/field";
import { useCodeInput } from "./use-code-input";

type Props = { id?: string; label?: string; help?: string | undefined; error?: string | undefined; answer?: unknown };

/** Six digits on their way back. */
export function CodeField({ id, label = "Code", help, error, answer }: Props) {
  return (
    <Field
      {...useCodeInput(error, answer)}
      id={id}
      label={label}
      help={help}
      error={error}
      className="max-w-48 tracking-[0.3em] tabular-nums"
    />
  );
}
