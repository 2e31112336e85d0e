"use client";

import { type FormEvent, useEffect, useRef } from "react";

/**
 * What makes an input take six digits, typed, pasted or put there by the phone: the form goes off with the sixth, once
 * for the same six. `answer` is another thing after every try, so that the same fault twice is shown twice.
 */
export function useCodeInput(error: string | undefined, answer?: unknown) {
  const ref = useRef<HTMLInputElement>(null);
  const sent = useRef("");

  // What was wrong is marked, so that typing replaces it.
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new answer with the same words marks it once more
  useEffect(() => {
    if (!error) return;
    ref.current?.focus();
    ref.current?.select();
  }, [error, answer]);

  const onInput = (event: FormEvent<HTMLInputElement>) => {
    const field = event.currentTarget;
    const digits = field.value.replaceAll(/\D/g, "").slice(0, 6);
    if (digits !== field.value) field.value = digits;
    if (digits.length < 6 || digits === sent.current) return;
    sent.current = digits;
    field.form?.requestSubmit();
  };

  return {
    ref,
    onInput,
    name: "code",
    type: "text",
    inputMode: "numeric",
    autoComplete: "one-time-code",
    pattern: "[0-9 ]*",
    required: true,
    autoFocus: true,
  } as const;
}
