"use client";

import { useActionState } from "react";

type State = { problem?: string };
type Props = {
  token: string;
  act(state: State, form: FormData): Promise<State>;
  /** What it is called before one means it, what happens then, and the deed. */
  label: string;
  why: string;
  deed: string;
};

/** A way out that is meant: opened first, then pressed. */
export function EndForm({ token, act, label, why, deed }: Props) {
  const [{ problem }, action, busy] = useActionState(act, {});
  return (
    <details className="mt-6 max-w-[28rem]" open={problem ? true : undefined}>
      <summary className="inline-flex h-11 cursor-pointer items-center text-quiet underline decoration-edge underline-offset-4 hover:text-ink">
        {label}
      </summary>
      <form action={action} className="grid justify-items-start gap-3 pt-2">
        <input type="hidden" name="token" value={token} />
        <p className="text-quiet">{why}</p>
        <p role="alert" className="text-danger empty:hidden">
          {problem}
        </p>
        <button
          type="submit"
          disabled={busy}
          className="inline-flex h-11 items-center rounded-control border border-edge bg-surface px-4 font-medium text-danger hover:bg-wash disabled:opacity-50"
        >
          {busy ? "One moment" : deed}
        </button>
      </form>
    </details>
  );
}
