"use client";

import { type ReactNode, useActionState } from "react";
import { sendByHand } from "../forms/send-by-hand";
import { type EnquiryState, nothingTyped } from "./form-state";

type Props = {
  act(before: EnquiryState, form: FormData): Promise<EnquiryState>;
  fields?: Record<string, string>;
  /** What becomes of a number and an address. */
  notice: ReactNode;
  /** What it is written with: no more than it shows. */
  words: Record<
    "name" | "phone" | "email" | "subject" | "question" | "oneIsEnough" | "thanks" | "send" | "busy",
    string
  >;
};

type Field = { name: "name" | "phone" | "email" | "subject"; type?: string; autoComplete?: string; most: number };

const fields: Field[] = [
  { name: "name", autoComplete: "name", most: 80 },
  { name: "phone", type: "tel", autoComplete: "tel", most: 30 },
  { name: "email", type: "email", autoComplete: "email", most: 200 },
  { name: "subject", most: 120 },
];
const shape = "w-full rounded-control border border-edge bg-surface px-3 text-ink aria-invalid:border-danger";

/** Something to ask, and how one is reached. Works without a script. */
export function EnquiryForm({ act, fields: hidden = {}, words, notice }: Props) {
  const [{ typed, errors, problem, sent }, send, busy] = useActionState(act, nothingTyped);
  if (sent)
    return (
      <p role="status" className="max-w-[34rem] rounded-panel border border-line bg-surface p-5">
        {words.thanks}
      </p>
    );
  return (
    <form action={send} onSubmit={sendByHand(send, busy)} noValidate className="grid max-w-[34rem] gap-5">
      {Object.entries(hidden).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      {fields.map(({ name, type = "text", autoComplete, most }) => (
        <div key={name}>
          <label htmlFor={name} className="block pb-1.5 font-medium">
            {words[name]}
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
            <p className="pt-1.5 text-sm text-quiet">{words.oneIsEnough}</p>
          ) : null}
        </div>
      ))}
      {notice}
      <div>
        <label htmlFor="words" className="block pb-1.5 font-medium">
          {words.question}
        </label>
        <textarea
          id="words"
          name="words"
          rows={5}
          maxLength={2_000}
          defaultValue={typed.words}
          {...fault("words", errors.words)}
          className={`${shape} block py-(--row)`}
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
        {busy ? words.busy : words.send}
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
