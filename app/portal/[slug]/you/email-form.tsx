"use client";

import { useActionState, useState } from "react";
import { plainBarButton } from "@/app/book/_parts/bar";
import { Field } from "@/app/book/_parts/field";
import { CodeStep, SendAgain, useStepFocus } from "../code-step";
import { changeEmail } from "./actions";
import type { EmailState } from "./email-state";

/** The address, then the code that went there; a plain form without a script. */
export function EmailForm({ slug, known }: { slug: string; known: string }) {
  const [start] = useState<EmailState>({ step: "email", email: known });
  const [state, send, pending] = useActionState(changeEmail, start);
  const form = useStepFocus(state, start);
  const { step, email, fault, problem, saved } = state;
  return (
    <form ref={form} action={send} noValidate className="grid max-w-[34rem] gap-4">
      <input type="hidden" name="slug" value={slug} />
      <input type="hidden" name="step" value={step} />
      {step === "email" ? (
        <Field
          key="email"
          name="email"
          type="email"
          label="Your e-mail"
          help="We send a code there to see that it is yours."
          autoComplete="email"
          required
          maxLength={200}
          defaultValue={email}
          error={fault ?? problem}
        />
      ) : (
        <CodeStep sentTo={email} held={{ email, challenge: state.challenge ?? "" }} error={fault ?? problem} />
      )}
      <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
        <button type="submit" disabled={pending} className={plainBarButton}>
          {step === "email" ? (pending ? "Sending…" : "Send the code") : pending ? "Checking…" : "Confirm"}
        </button>
        {step === "code" ? <SendAgain disabled={pending} /> : null}
        <p role="status" className="text-quiet empty:hidden">
          {saved ? "Saved." : ""}
        </p>
      </div>
    </form>
  );
}
