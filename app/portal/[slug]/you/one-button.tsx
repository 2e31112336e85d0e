"use client";

import { type ReactNode, useActionState } from "react";
import { sendByHand } from "@/app/_components/forms/send-by-hand";
import type { FormState } from "@/app/_server/form-action";
import { Halt } from "../halt";

type Props = {
  slug: string;
  action(before: FormState, form: FormData): Promise<FormState>;
  /** Of what it is about. */
  id?: string;
  className: string;
  children: ReactNode;
};

/** Something done with one press. */
export function OneButton({ slug, action, id, className, children }: Props) {
  const [state, send, pending] = useActionState(action, {});
  return (
    <form action={send} onSubmit={sendByHand(send, pending)} className="grid justify-items-start gap-2">
      <input type="hidden" name="slug" value={slug} />
      {id ? <input type="hidden" name="id" value={id} /> : null}
      <button type="submit" aria-disabled={pending} className={className}>
        {children}
      </button>
      <Halt problem={state.problem} signIn={state.signIn} />
    </form>
  );
}
