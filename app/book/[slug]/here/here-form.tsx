"use client";

import { useActionState } from "react";
import { barButton } from "../../_parts/bar";
import { Field } from "../../_parts/field";
import { privacyHref } from "../../_parts/plain-links";
import { PrivacyLine, type PrivacyWords } from "../../_parts/privacy-line";
import { comeIn } from "./actions";
import { nothingTyped } from "./form-state";

type Words = PrivacyWords & Record<"who" | "whoHelp" | "here" | "checkedIn" | "linkSent" | "busy", string>;

/** One field, so that nobody has to choose first what they have at hand. */
export function HereForm({ slug, words }: { slug: string; words: Words }) {
  const [{ typed, done, problem, fault }, action, busy] = useActionState(comeIn, nothingTyped);
  if (done === "here")
    return (
      <p role="status" className="max-w-[34rem] text-lg font-medium">
        {words.checkedIn}
      </p>
    );
  if (done === "sent")
    return (
      <p role="status" className="max-w-[34rem]">
        {words.linkSent}
      </p>
    );
  return (
    <form action={action} noValidate className="grid max-w-[34rem] gap-4">
      <input type="hidden" name="slug" value={slug} />
      <Field
        name="who"
        label={words.who}
        help={words.whoHelp}
        autoComplete="tel"
        required
        maxLength={60}
        defaultValue={typed}
        error={fault}
      />
      <PrivacyLine href={privacyHref(slug)} words={words} />
      <p role="alert" className="text-danger empty:hidden">
        {problem}
      </p>
      <button type="submit" disabled={busy} className={barButton}>
        {busy ? words.busy : words.here}
      </button>
    </form>
  );
}
