import { useEffect, useRef } from "react";
import { Field } from "@/app/book/_parts/field";

/** Six digits on their way back, with whatever else has to come along. */
export function CodeStep({
  sentTo,
  held,
  error,
}: {
  sentTo: string;
  held: Record<string, string>;
  error: string | undefined;
}) {
  return (
    <>
      {Object.entries(held).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <Field
        key="code"
        name="code"
        label="Code"
        help={`Six digits, sent to ${sentTo}.`}
        autoComplete="one-time-code"
        inputMode="numeric"
        maxLength={12}
        error={error}
      />
    </>
  );
}

/** Sends the form once more for another code. */
export function SendAgain({ disabled }: { disabled: boolean }) {
  return (
    <button
      type="submit"
      name="again"
      value="yes"
      disabled={disabled}
      className="h-12 rounded-control px-4 text-quiet hover:text-ink"
    >
      Send a new code
    </button>
  );
}

/** The form whose step's own field has the focus after every answer; none is taken before the first. */
export function useStepFocus<S extends { step: string }>(state: S, start: S) {
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => {
    if (state !== start) form.current?.querySelector<HTMLInputElement>(`input[name="${state.step}"]`)?.focus();
  }, [state, start]);
  return form;
}
