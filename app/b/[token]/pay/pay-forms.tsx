"use client";

import { useActionState } from "react";
import { Field } from "@/app/book/_parts/field";
import { PrivacyLine, type PrivacyWords } from "@/app/book/_parts/privacy-line";
import { askPhone, giveCode } from "./actions";

const button = "inline-flex min-h-12 items-center justify-center rounded-control px-4 font-medium disabled:opacity-50";
const first = `${button} bg-accent text-on-accent hover:bg-accent-strong`;
const other = `${button} border border-edge bg-surface hover:bg-wash`;

type PhoneProps = {
  token: string;
  /** The booking's own number, as much as tells it. */
  phone: string | null;
  /** What the button asks for. */
  ask: string;
  /** Where the business says what it does with a number. */
  privacy: string;
  words: Record<"phoneThatPays" | "phoneHelp" | "busy", string> & PrivacyWords;
};

/** An ordinary form, so it works before any script does. */
export function PhoneForm({ token, phone, ask, privacy, words }: PhoneProps) {
  const [{ problem, typed }, action, busy] = useActionState(askPhone, {});
  return (
    <form action={action} className="grid gap-4">
      <input type="hidden" name="token" value={token} />
      <Field
        name="phone"
        type="tel"
        label={words.phoneThatPays}
        placeholder={phone ?? ""}
        help={words.phoneHelp}
        autoComplete="off"
        inputMode="tel"
        maxLength={40}
        required={phone === null}
        defaultValue={typed ?? ""}
        error={problem}
      />
      <PrivacyLine href={privacy} words={words} />
      <button type="submit" disabled={busy} className={first}>
        {busy ? words.busy : ask}
      </button>
    </form>
  );
}

type CodeProps = {
  token: string;
  /** Nothing else can be done to pay. */
  main: boolean;
  words: Record<"codeOf" | "codeHelp" | "deed" | "busy", string>;
};

export function CodeForm({ token, main, words }: CodeProps) {
  const [{ problem, typed }, action, busy] = useActionState(giveCode, {});
  return (
    <form action={action} className="grid gap-4">
      <input type="hidden" name="token" value={token} />
      <Field
        name="code"
        label={words.codeOf}
        help={words.codeHelp}
        autoComplete="off"
        autoCapitalize="characters"
        maxLength={40}
        required
        defaultValue={typed ?? ""}
        error={problem}
      />
      <button type="submit" disabled={busy} className={main ? first : other}>
        {busy ? words.busy : words.deed}
      </button>
    </form>
  );
}
