"use client";

import { useActionState } from "react";
import { barButton } from "@/app/book/_parts/bar";
import { Field } from "@/app/book/_parts/field";
import { tellName } from "./actions";

/** For a phone that this business has not met. */
export function NameForm({ slug }: { slug: string }) {
  const [state, tell, pending] = useActionState(tellName, {});
  return (
    <form action={tell} className="grid max-w-[34rem] gap-5">
      <input type="hidden" name="slug" value={slug} />
      <Field
        name="name"
        label="Your name"
        help="So that they know who is coming."
        autoComplete="name"
        required
        maxLength={80}
        error={state.fault}
      />
      <button type="submit" disabled={pending} className={`${barButton} justify-self-start`}>
        {pending ? "Saving…" : "Save"}
      </button>
    </form>
  );
}
