"use client";

import { useActionState } from "react";
import { plainBarButton } from "@/app/book/_parts/bar";
import { Field } from "@/app/book/_parts/field";
import { changeEmail } from "./actions";

/** The address, then the code that went there; a plain form without a script. */
export function EmailForm({ slug, known }: { slug: string; known: string }) {
  const [state, send, pending] = useActionState(changeEmail, { step: "email", email: known });
  const { step, email, fault, problem, saved } = state;
  return (
    <form action={send} noValidate className="grid max-w-[34rem] gap-4">
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
        <>
          <input type="hidden" name="email" value={email} />
          <input type="hidden" name="challenge" value={state.challenge ?? ""} />
          <Field
            key="code"
            name="code"
            label="Code"
            help={`Six digits, sent to ${email}.`}
            autoComplete="one-time-code"
            inputMode="numeric"
            maxLength={12}
            error={fault ?? problem}
          />
        </>
      )}
      <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
        <button type="submit" disabled={pending} className={plainBarButton}>
          {step === "email" ? (pending ? "Sending…" : "Send the code") : pending ? "Checking…" : "Confirm"}
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
        <p role="status" className="text-quiet empty:hidden">
          {saved ? "Saved." : ""}
        </p>
      </div>
    </form>
  );
}
