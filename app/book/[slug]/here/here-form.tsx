"use client";

import { useActionState } from "react";
import { barButton } from "../../_parts/bar";
import { Field } from "../../_parts/field";
import { privacyHref } from "../../_parts/privacy-href";
import { PrivacyLine } from "../../_parts/privacy-line";
import { comeIn } from "./actions";
import { nothingTyped } from "./form-state";

/** One field, so that nobody has to choose first what they have at hand. */
export function HereForm({ slug }: { slug: string }) {
  const [{ typed, done, problem, fault }, action, busy] = useActionState(comeIn, nothingTyped);
  if (done === "here")
    return (
      <p role="status" className="max-w-[34rem] text-lg font-medium">
        You are checked in. Please take a seat.
      </p>
    );
  if (done === "sent")
    return (
      <p role="status" className="max-w-[34rem]">
        If somebody is expected about now with this number, we have sent them a link by SMS. Open it and tap “I’m here”.
        Nothing came? Please speak to the front desk.
      </p>
    );
  return (
    <form action={action} noValidate className="grid max-w-[34rem] gap-4">
      <input type="hidden" name="slug" value={slug} />
      <Field
        name="who"
        label="Phone number or booking reference"
        help="The reference is in the message with your booking, like KX4T9P."
        autoComplete="tel"
        required
        maxLength={60}
        defaultValue={typed}
        error={fault}
      />
      <PrivacyLine href={privacyHref(slug)} />
      <p role="alert" className="text-danger empty:hidden">
        {problem}
      </p>
      <button type="submit" disabled={busy} className={barButton}>
        {busy ? "One moment" : "I’m here"}
      </button>
    </form>
  );
}
