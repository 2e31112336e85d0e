"use client";

import { type ReactNode, useActionState } from "react";
import { sendByHand } from "../forms/send-by-hand";
import { type EnquiryState, nothingTyped } from "./form-state";

type Props = {
  act(before: EnquiryState, form: FormData): Promise<EnquiryState>;
  fields?: Record<string, string>;
  /** Who is asked. */
  to: string;
  /** What becomes of a number and an address. */
  notice: ReactNode;
};

type Field = { name: keyof EnquiryState["typed"]; label: string; type?: string; autoComplete?: string; most: number };

const fields: Field[] = [
  { name: "name", label: "Name", autoComplete: "name", most: 80 },
  { name: "phone", label: "Phone", type: "tel", autoComplete: "tel", most: 30 },
  { name: "email", label: "E-mail", type: "email", autoComplete: "email", most: 200 },
  { name: "subject", label: "What is it about?", most: 120 },
];
const shape = "w-full rounded-control border border-edge bg-surface px-3 text-ink aria-invalid:border-danger";

/** Something to ask, and how one is reached. Works without a script. */
export function EnquiryForm({ act, fields: hidden = {}, to, notice }: Props) {
  const [{ typed, errors, problem, sent }, send, busy] = useActionState(act, nothingTyped);
  if (sent)
    return (
      <p role="status" className="max-w-[34rem] rounded-panel border border-line bg-surface p-5">
        Thank you. {to} has it and answers at the phone or e-mail that you gave.
      </p>
    );
  return (
    <form action={send} onSubmit={sendByHand(send, busy)} noValidate className="grid max-w-[34rem] gap-5">
      {Object.entries(hidden).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      {fields.map(({ name, label, type = "text", autoComplete, most }) => (
        <div key={name}>
          <label htmlFor={name} className="block pb-1.5 font-medium">
            {label}
          </label>
          <input
            id={name}
            name={name}
            type={type}
            maxLength={most}
            defaultValue={typed[name]}
            {...(autoComplete ? { autoComplete } : {})}
            {...fault(name, errors[name])}
            className={`${shape} h-12`}
          />
          <Fault name={name} error={errors[name]} />
          {name === "email" && !errors.email && !errors.phone ? (
            <p className="pt-1.5 text-sm text-quiet">One of the two is enough.</p>
          ) : null}
        </div>
      ))}
      {notice}
      <div>
        <label htmlFor="words" className="block pb-1.5 font-medium">
          Your question
        </label>
        <textarea
          id="words"
          name="words"
          rows={5}
          maxLength={2_000}
          defaultValue={typed.words}
          {...fault("words", errors.words)}
          className={`${shape} block py-2.5`}
        />
        <Fault name="words" error={errors.words} />
      </div>
      {/* For machines that fill in whatever there is; nobody else sees it or gets there. */}
      <div aria-hidden="true" className="absolute left-[-999rem] h-px w-px overflow-hidden">
        <label htmlFor="website">Leave this empty</label>
        <input id="website" name="website" tabIndex={-1} autoComplete="off" />
      </div>
      <p role="alert" className="text-danger empty:hidden">
        {problem}
      </p>
      <button
        type="submit"
        aria-disabled={busy}
        className="inline-flex h-12 items-center justify-center justify-self-start rounded-control bg-accent px-6 font-medium text-on-accent hover:bg-accent-strong aria-disabled:opacity-60"
      >
        {busy ? "One moment" : "Send"}
      </button>
    </form>
  );
}

const fault = (name: string, error: string | undefined) =>
  error ? { "aria-invalid": true, "aria-describedby": `${name}-note` } : {};

function Fault({ name, error }: { name: string; error: string | undefined }) {
  return error ? (
    <p id={`${name}-note`} className="pt-1.5 text-sm text-danger">
      {error}
    </p>
  ) : null;
}
