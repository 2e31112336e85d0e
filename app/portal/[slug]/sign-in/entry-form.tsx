"use client";

import { useActionState } from "react";
import { barButton } from "@/app/book/_parts/bar";
import { Field } from "@/app/book/_parts/field";
import { readablePhone } from "@/app/book/_parts/words";
import { enter } from "../actions";
import { CodeStep, SendAgain, useStepFocus } from "../code-step";
import { atTheDoor } from "../entry-state";

/** Phone, then code; a plain form without a script. */
export function EntryForm({ slug }: { slug: string }) {
  const [state, send, pending] = useActionState(enter, atTheDoor);
  const form = useStepFocus(state, atTheDoor);
  const { step, phone, fault, problem } = state;
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
        <CodeStep sentTo={readablePhone(phone)} held={{ phone, challenge: state.challenge }} error={fault} />
      )}
      <div className="flex flex-wrap items-center gap-3">
        <button type="submit" disabled={pending} className={barButton}>
          {step === "phone" ? (pending ? "Sending…" : "Send the code") : pending ? "Checking…" : "Sign in"}
        </button>
        {step === "code" ? <SendAgain disabled={pending} /> : null}
      </div>
    </form>
  );
}
