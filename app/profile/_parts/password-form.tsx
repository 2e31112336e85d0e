"use client";

import { useRef, useState } from "react";
import { NewPasswordField } from "@/app/_components/forms/new-password-field";
import { useSend } from "@/app/_components/forms/use-send";
import { Field } from "@/app/_components/ui/field";
import { savePassword } from "../actions";
import { End } from "./own-forms";

export function PasswordForm({ login }: { login: string }) {
  const form = useRef<HTMLFormElement>(null);
  const [saved, setSaved] = useState("");
  const { busy, problem, onSubmit, errorOf } = useSend(savePassword, () => {
    form.current?.reset();
    setSaved("Your password is changed. Every other device is signed out.");
  });
  return (
    <form ref={form} onSubmit={onSubmit} noValidate onChange={() => setSaved("")} className="grid gap-4">
      {/* Tells a password manager whose password it keeps. */}
      <input type="text" autoComplete="username" value={login} readOnly hidden />
      <Field
        name="old"
        label="Current password"
        error={errorOf("old", "Current password")}
        type="password"
        autoComplete="current-password"
        required
      />
      <NewPasswordField name="fresh" label="New password" error={errorOf("fresh", "New password")} />
      <End problem={problem} saved={saved} busy={busy} word="Change password" />
    </form>
  );
}
