"use client";

import { type InputHTMLAttributes, useActionState, useState } from "react";
import { resendSeconds } from "@/app/_components/forms/resend-seconds";
import { SendAgain } from "@/app/_components/forms/send-again";
import { sendByHand } from "@/app/_components/forms/send-by-hand";
import { useCodeInput } from "@/app/_components/forms/use-code-input";
import { useStepFocus } from "@/app/_components/forms/use-step-focus";
import { Field } from "@/app/book/_parts/field";
import { privacyHref } from "@/app/book/_parts/plain-links";
import { PrivacyLine } from "@/app/book/_parts/privacy-line";
import { readablePhone } from "@/app/book/_parts/words";
import { phoneNotice } from "@/lib/customers/consent-words";
import type { Language } from "@/lib/platform/format";
import type { CodeState } from "./form-states";
import { Halt } from "./halt";
import { portalWords } from "./portal-words";

type Props = {
  slug: string;
  language: Language;
  start: CodeState;
  action(before: CodeState, form: FormData): Promise<CodeState>;
  field: "phone" | "email";
  label: string;
  help: string;
  /** What the last step is called, and the look of its button. */
  confirm: string;
  button: string;
};

const kinds: Record<Props["field"], InputHTMLAttributes<HTMLInputElement>> = {
  phone: { type: "tel", inputMode: "tel", autoComplete: "tel", maxLength: 40 },
  email: { type: "email", inputMode: "email", autoComplete: "email", maxLength: 200 },
};

const quiet =
  "h-12 rounded-control text-quiet underline underline-offset-4 hover:text-ink aria-disabled:no-underline aria-disabled:opacity-60";

/** First where to, then the code that went there; a plain form without a script. */
export function CodeForm({ slug, language, start, action, field, label, help, confirm, button }: Props) {
  const [first] = useState(start);
  const [state, send, pending] = useActionState(action, first);
  const form = useStepFocus<HTMLFormElement>(state);
  const words = portalWords[language];
  const { step, to, fault, challenge = "" } = state;
  return (
    <form ref={form} action={send} onSubmit={sendByHand(send, pending)} noValidate className="grid max-w-[34rem] gap-4">
      <input type="hidden" name="slug" value={slug} />
      <input type="hidden" name="step" value={step} />
      <Halt problem={state.problem} signIn={state.signIn} />
      {step === "to" ? (
        <Field
          key={field}
          {...kinds[field]}
          name={field}
          label={label}
          help={help}
          required
          defaultValue={to}
          error={fault}
        />
      ) : (
        <>
          <input type="hidden" name={field} value={to} />
          <input type="hidden" name="challenge" value={challenge} />
          <Code
            id={`${field}-code`}
            language={language}
            sentTo={field === "phone" ? readablePhone(to) : to}
            state={state}
          />
        </>
      )}
      {step === "to" && field === "phone" ? (
        <div className="pt-3">
          <PrivacyLine href={privacyHref(slug)} words={{ notice: phoneNotice[language], privacy: words.privacy }} />
        </div>
      ) : null}
      <div className="flex flex-wrap items-start gap-x-3 gap-y-2">
        <button type="submit" aria-disabled={pending} className={button}>
          {step === "to" ? (pending ? words.sending : words.sendCode) : pending ? words.checking : confirm}
        </button>
        <p role="status" className="self-center text-quiet empty:hidden">
          {state.saved ? words.saved : ""}
        </p>
        {step === "code" ? (
          <div className="flex basis-full flex-wrap items-start gap-x-6">
            <SendAgain
              type="submit"
              name="again"
              value="yes"
              className={quiet}
              wait={state.wait ?? resendSeconds}
              of={challenge}
              told={state.again ? words.sendAgain.told : ""}
              words={words.sendAgain}
            />
            <button type="submit" name="other" value="yes" className={quiet}>
              {field === "phone" ? words.otherNumber : words.otherAddress}
            </button>
          </div>
        ) : null}
      </div>
    </form>
  );
}

type CodeProps = { id: string; language: Language; sentTo: string; state: CodeState };

function Code({ id, language, sentTo, state }: CodeProps) {
  const { fault, code = "" } = state;
  return (
    <Field
      {...useCodeInput(fault, state)}
      id={id}
      label={portalWords[language].code}
      help={portalWords[language].codeSent(sentTo)}
      maxLength={12}
      defaultValue={code}
      error={fault}
    />
  );
}
