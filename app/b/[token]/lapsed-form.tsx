"use client";

import { useActionState } from "react";
import { bookSame } from "./again/actions";

type Props = {
  token: string;
  /** Drawn with the form: tapping twice, or again after a lost answer, makes one booking. */
  formKey: string;
  terms: string;
  depositMinor: number;
  /** It can be had at the time that it had. */
  isOwn: boolean;
  about: string;
  times: { value: string; label: string }[];
};

export function LapsedForm({ token, formKey, terms, depositMinor, isOwn, about, times }: Props) {
  const [{ problem, key, deposit }, action, busy] = useActionState(bookSame, {});
  return (
    <form action={action} className="mb-6 grid max-w-[28rem] gap-3">
      <input type="hidden" name="token" value={token} />
      <input type="hidden" name="key" value={key ?? formKey} />
      <input type="hidden" name="terms" value={terms} />
      <input type="hidden" name="deposit" value={deposit ?? depositMinor} />
      <p>{about}</p>
      <p role="alert" className="text-danger empty:hidden">
        {problem}
      </p>
      <div className="grid gap-2">
        {times.map(({ value, label }) => (
          <button
            key={value}
            type="submit"
            name="at"
            value={value}
            disabled={busy}
            className={`inline-flex min-h-12 items-center justify-center rounded-control px-4 font-medium tabular-nums disabled:opacity-50 ${
              isOwn
                ? "bg-accent text-on-accent hover:bg-accent-strong"
                : "border border-accent bg-surface hover:bg-wash"
            }`}
          >
            {label}
          </button>
        ))}
      </div>
    </form>
  );
}
