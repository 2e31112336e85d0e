"use client";

import { type ReactNode, useActionState } from "react";

type State = { problem?: string };
type Props = {
  act(state: State, form: FormData): Promise<State>;
  fields: Record<string, string>;
  /** What it is called before one means it, and the deed. */
  label: string;
  deed: string;
  /** While it is being done. */
  busy: string;
  /** What happens then. */
  children: ReactNode;
};

/** Folded away until somebody means it; an ordinary form, so it works before any script does. */
export function EndForm({ act, fields, label, deed, busy: wait, children }: Props) {
  const [{ problem }, action, busy] = useActionState(act, {});
  return (
    <details className="group mt-6 max-w-[28rem]">
      <summary className="inline-flex h-11 cursor-pointer list-none items-center font-medium text-danger underline decoration-edge underline-offset-4 [&::-webkit-details-marker]:hidden">
        {label}
      </summary>
      <form action={action} className="mt-2 grid gap-3 rounded-panel border border-line bg-surface p-5">
        {Object.entries(fields).map(([name, value]) => (
          <input key={name} type="hidden" name={name} value={value} />
        ))}
        <p>{children}</p>
        <p role="alert" className="text-danger empty:hidden">
          {problem}
        </p>
        <button
          type="submit"
          disabled={busy}
          className="inline-flex h-11 items-center justify-center rounded-control border border-edge bg-surface px-4 font-medium text-danger hover:bg-wash disabled:opacity-50"
        >
          {busy ? wait : deed}
        </button>
      </form>
    </details>
  );
}
