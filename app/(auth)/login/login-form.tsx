"use client";

import Link from "next/link";
import { type FormEvent, useRef, useState } from "react";
import { signInWithPassword } from "@/app/_components/auth/next-auth-client";
import { ProblemLine } from "@/app/_components/forms/problem-line";
import { waitWords } from "@/app/_components/forms/wait-words";
import { Button } from "@/app/_components/ui/button";
import { Field } from "@/app/_components/ui/field";
import type { Say } from "@/app/_words/say";
import { useSay } from "@/app/_words/use-say";
import { quietLink } from "../quiet-link";
import { DemoLogins } from "./demo-logins";

const wordsFor = (say: Say, { busy, retryAfterSeconds }: { busy?: true; retryAfterSeconds?: number }): string => {
  if (busy) return say("Many people are signing in just now. Try again in a moment.");
  return retryAfterSeconds === undefined
    ? say("That e-mail or phone and that password do not belong together. Check both and try again.")
    : waitWords(retryAfterSeconds, say.language);
};

const signInAddress = "/api/auth/callback/credentials";

type Props = { to: string; failed: boolean; demoLogins: { email: string; role: string }[] | null };

export function LoginForm({ to, failed, demoLogins }: Props) {
  const say = useSay();
  const form = useRef<HTMLFormElement>(null);
  const [problem, setProblem] = useState(failed ? say("You are not signed in yet. Please try again.") : "");
  const [busy, setBusy] = useState(false);

  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const given = new FormData(event.currentTarget);
    setBusy(true);
    setProblem("");
    try {
      const answer = await signInWithPassword(String(given.get("email")), String(given.get("password")));
      // Whoever owes a second factor is asked for it on the way.
      if (answer.ok) return window.location.assign(to);
      setProblem(wordsFor(say, answer));
    } catch {
      setProblem(say("We could not reach the server. Check your connection and try again."));
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
      <form ref={form} method="post" action={signInAddress} onSubmit={submit} className="grid gap-4">
        <noscript>
          <p className="text-danger">{say("Signing in needs JavaScript. Please switch it on for this site.")}</p>
        </noscript>
        <Field label={say("E-mail or phone")} name="email" autoComplete="username" required autoFocus />
        <Field label={say("Password")} name="password" type="password" autoComplete="current-password" required />
        <ProblemLine>{problem}</ProblemLine>
        <Button type="submit" kind="primary" size="large" disabled={busy}>
          {busy ? say("Signing in") : say("Sign in")}
        </Button>
        <Link href="/forgot-password" className={quietLink}>
          {say("Forgot password?")}
        </Link>
      </form>
      {demoLogins ? <DemoLogins logins={demoLogins} onUse={use} /> : null}
    </>
  );
}
