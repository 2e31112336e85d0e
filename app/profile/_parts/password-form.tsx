"use client";

import { useRef, useState } from "react";
import { NewPasswordField } from "@/app/_components/forms/new-password-field";
import { useSend } from "@/app/_components/forms/use-send";
import { Field } from "@/app/_components/ui/field";
import { useSay } from "@/app/_words/use-say";
import { savePassword } from "../actions";
import { End } from "./own-forms";

export function PasswordForm({ login }: { login: string }) {
  const say = useSay();
  const form = useRef<HTMLFormElement>(null);
  const [saved, setSaved] = useState("");
  const { busy, problem, onSubmit, errorOf } = useSend(savePassword, () => {
    form.current?.reset();
    setSaved(say("Your password is changed. Every other device is signed out."));
  });
  return (
    <form ref={form} onSubmit={onSubmit} noValidate onChange={() => setSaved("")} className="grid gap-4">
      {/* Tells a password manager whose password it keeps. */}
      <input type="text" autoComplete="username" value={login} readOnly hidden />
      <Field
        name="old"
        label={say("Current password")}
        error={errorOf("old", say("Current password"))}
        type="password"
        autoComplete="current-password"
        required
      />
      <NewPasswordField name="fresh" label={say("New password")} error={errorOf("fresh", say("New password"))} />
      <End problem={problem} saved={saved} busy={busy} word={say("Change password")} />
    </form>
  );
}
