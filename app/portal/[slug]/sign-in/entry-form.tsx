"use client";

import { useActionState, useEffect, useRef } from "react";
import { barButton } from "@/app/book/_parts/bar";
import { Field } from "@/app/book/_parts/field";
import { readablePhone } from "@/app/book/_parts/words";
import { enter } from "../actions";
import { atTheDoor } from "../entry-state";

/** Phone, then code; a plain form without a script. */
export function EntryForm({ slug }: { slug: string }) {
  const [state, send, pending] = useActionState(enter, atTheDoor);
  const form = useRef<HTMLFormElement>(null);
  const { step, phone, fault, problem } = state;
  useEffect(() => {
    if (state !== atTheDoor) form.current?.querySelector<HTMLInputElement>(`input[name="${step}"]`)?.focus();
  }, [state, step]);
  return (
    <form ref={form} action={send} noValidate className="grid gap-5">
      <input type="hidden" name="slug" value={slug} />
      <input type="hidden" name="step" value={step} />
      {problem ? (
        <p role="alert" className="rounded-panel border border-edge bg-surface p-4">
          {problem}
        </p>
      ) : null}
      {state.step === "phone" ? (
        <Field
          key="phone"
          name="phone"
          type="tel"
          label="Phone"
          help="Like 0712 345 678."
          autoComplete="tel"
          inputMode="tel"
          required
          maxLength={40}
          defaultValue={phone}
          error={fault}
        />
      ) : (
        <>
          <input type="hidden" name="phone" value={phone} />
          <input type="hidden" name="challenge" value={state.challenge} />
          <Field
            key="code"
            name="code"
            label="Code"
            help={`Six digits, sent to ${readablePhone(phone)}.`}
            autoComplete="one-time-code"
            inputMode="numeric"
            maxLength={12}
            error={fault}
          />
        </>
      )}
      <div className="flex flex-wrap items-center gap-3">
        <button type="submit" disabled={pending} className={barButton}>
          {step === "phone" ? (pending ? "Sending…" : "Send the code") : pending ? "Checking…" : "Sign in"}
        </button>
        {step === "code" ? (
          <button
            type="submit"
            name="again"
            value="yes"
            disabled={pending}
            className="h-12 rounded-control px-4 text-quiet hover:text-ink"
          >
            Send a new code
          </button>
        ) : null}
      </div>
    </form>
  );
}
