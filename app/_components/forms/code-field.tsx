"use client";

import { type FormEvent, useEffect, useRef } from "react";
import { Field } from "../ui/field";

type Props = { label?: string; help?: string | undefined; error?: string | undefined };

/** Six digits, typed, pasted or put there by the phone; the form goes off with the sixth. */
export function CodeField({ label = "Code", help, error }: Props) {
  const input = useRef<HTMLInputElement>(null);
  const sent = useRef("");

  // What was wrong is marked, so that typing replaces it.
  useEffect(() => {
    if (error) input.current?.select();
  }, [error]);

  const tidy = (event: FormEvent<HTMLInputElement>) => {
    const field = event.currentTarget;
    const digits = field.value.replaceAll(/\D/g, "").slice(0, 6);
    if (digits !== field.value) field.value = digits;
    if (digits.length < 6) sent.current = "";
    else if (digits !== sent.current) {
      sent.current = digits;
      field.form?.requestSubmit();
    }
  };

  return (
    <Field
      ref={input}
      name="code"
      label={label}
      help={help}
      error={error}
      onInput={tidy}
      type="text"
      inputMode="numeric"
      autoComplete="one-time-code"
      pattern="[0-9 ]*"
      required
      autoFocus
      className="max-w-48 tracking-[0.3em] tabular-nums"
    />
  );
}
