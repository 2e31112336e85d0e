"use client";

import { useActionState } from "react";
import { Field } from "@/app/book/_parts/field";
import { PrivacyLine } from "@/app/book/_parts/privacy-line";
import { payerNotice } from "@/lib/customers/consent-words";
import { askPhone, giveCode } from "./actions";

const button = "inline-flex min-h-12 items-center justify-center rounded-control px-4 font-medium disabled:opacity-50";
const first = `${button} bg-accent text-on-accent hover:bg-accent-strong`;
const other = `${button} border border-edge bg-surface hover:bg-wash`;

type PhoneProps = {
  token: string;
  /** The booking's own number, as much as tells it. */
  phone: string | null;
  amount: string;
  again: boolean;
  /** Where the business says what it does with a number. */
  privacy: string;
};

/** An ordinary form, so it works before any script does. */
export function PhoneForm({ token, phone, amount, again, privacy }: PhoneProps) {
  const [{ problem, typed }, action, busy] = useActionState(askPhone, {});
  return (
    <form action={action} className="grid gap-4">
      <input type="hidden" name="token" value={token} />
      <Field
        name="phone"
        type="tel"
        label="Phone that pays"
        placeholder={phone ?? ""}
        help={phone ? `Leave it empty for ${phone}, or type another one.` : "Like 0712 345 678."}
        autoComplete="off"
        inputMode="tel"
        maxLength={40}
        required={phone === null}
        defaultValue={typed ?? ""}
        error={problem}
      />
      <PrivacyLine href={privacy} words={payerNotice.en} />
      <button type="submit" disabled={busy} className={first}>
        {busy ? "One moment" : again ? `Ask for ${amount} again` : `Ask my phone for ${amount}`}
      </button>
    </form>
  );
}

/** `main`: nothing else can be done to pay. */
export function CodeForm({ token, main, word = "I have paid" }: { token: string; main: boolean; word?: string }) {
  const [{ problem, typed }, action, busy] = useActionState(giveCode, {});
  return (
    <form action={action} className="grid gap-4">
      <input type="hidden" name="token" value={token} />
      <Field
        name="code"
        label="Code of M-Pesa’s message"
        help="Ten letters and digits, like SJK4H7L2QP."
        autoComplete="off"
        autoCapitalize="characters"
        maxLength={40}
        required
        defaultValue={typed ?? ""}
        error={problem}
      />
      <button type="submit" disabled={busy} className={main ? first : other}>
        {busy ? "One moment" : word}
      </button>
    </form>
  );
}
