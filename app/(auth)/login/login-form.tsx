"use client";

import { type FormEvent, useRef, useState } from "react";
import { signInWithPassword } from "@/app/_components/auth/next-auth-client";
import { Button } from "@/app/_components/ui/button";
import { Field } from "@/app/_components/ui/field";
import { DemoLogins } from "./demo-logins";

const wrong = "That e-mail and password do not belong together. Check both and try again.";
const unreachable = "We could not reach the server. Check your connection and try again.";

type Props = { to: string; failed: boolean; demoLogins: { email: string; role: string }[] | null };

export function LoginForm({ to, failed, demoLogins }: Props) {
  const form = useRef<HTMLFormElement>(null);
  const [problem, setProblem] = useState(failed ? "You are not signed in yet. Please try again." : "");
  const [busy, setBusy] = useState(false);

  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const given = new FormData(event.currentTarget);
    setBusy(true);
    setProblem("");
    try {
      const error = await signInWithPassword(String(given.get("email")), String(given.get("password")));
      if (!error) return window.location.assign(to);
      setProblem(wrong);
    } catch {
      setProblem(unreachable);
    }
    setBusy(false);
  };

  const use = (email: string) => {
    const fields = form.current?.elements;
    const [address, password] = [fields?.namedItem("email"), fields?.namedItem("password")];
    if (address instanceof HTMLInputElement) address.value = email;
    if (password instanceof HTMLInputElement) password.focus();
  };

  return (
    <>
      {/* A post, so that a password never gets into an address, not even before the script is there. */}
      <form ref={form} method="post" action="/api/auth/callback/credentials" onSubmit={submit} className="grid gap-4">
        <noscript>
          <p className="text-danger">Signing in needs JavaScript. Please switch it on for this site.</p>
        </noscript>
        <Field label="E-mail" name="email" type="email" autoComplete="username" required autoFocus />
        <Field label="Password" name="password" type="password" autoComplete="current-password" required />
        <p role="alert" className="text-danger empty:hidden">
          {problem}
        </p>
        <Button type="submit" kind="primary" size="large" disabled={busy}>
          {busy ? "Signing in" : "Sign in"}
        </Button>
      </form>
      {demoLogins ? <DemoLogins logins={demoLogins} onUse={use} /> : null}
    </>
  );
}
