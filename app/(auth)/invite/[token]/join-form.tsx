"use client";

import Link from "next/link";
import { type FormEvent, useState } from "react";
import { signInWithPassword } from "@/app/_components/auth/next-auth-client";
import { NewPasswordField } from "@/app/_components/forms/new-password-field";
import { ProblemLine } from "@/app/_components/forms/problem-line";
import { Button } from "@/app/_components/ui/button";
import { Field } from "@/app/_components/ui/field";
import { useSay } from "@/app/_words/use-say";
import { joinWithNewLogin } from "./actions";

type Wrong = { problem: string; fields?: Record<string, string[]> | undefined };

/** Makes a login with the address that the invitation went to, and joins with it. */
export function JoinForm({ token, destination, toLogin }: { token: string; destination: string; toLogin: string }) {
  const say = useSay();
  const [busy, setBusy] = useState(false);
  const [wrong, setWrong] = useState<Wrong | null>(null);

  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const given = new FormData(event.currentTarget);
    const [name, password] = [String(given.get("name")), String(given.get("password"))];
    setBusy(true);
    setWrong(null);
    const answer = await joinWithNewLogin({ token, name, password }).catch(() => null);
    if (answer?.ok) {
      const dashboard = `/dashboard/${answer.value.tenantId}`;
      // The login is made whatever comes now: should signing in fail, the login page does it.
      const { ok } = await signInWithPassword(destination, password).catch(() => ({ ok: false }));
      return window.location.assign(ok ? dashboard : `/login?next=${dashboard}`);
    }
    setWrong(answer ?? { problem: say("That did not reach the server. Please try again.") });
    setBusy(false);
  };

  const fault = (field: string, label: string) => {
    const said = wrong?.fields?.[field]?.[0];
    return said ? `${label} ${say.known(said)}.` : undefined;
  };
  return (
    // A post, so that a password never gets into an address, not even before the script is there.
    <form method="post" onSubmit={submit} noValidate className="grid gap-4">
      <noscript>
        <p className="text-danger">{say("Joining needs JavaScript. Please switch it on for this site.")}</p>
      </noscript>
      <p className="break-words text-quiet">
        {say.rich("You will sign in with <who>{destination}</who>.", {
          destination,
          who: (chunks) => <strong className="font-medium text-ink">{chunks}</strong>,
        })}
      </p>
      {/* For the browser that keeps the password. */}
      <input type="hidden" name="username" autoComplete="username" value={destination} readOnly />
      <Field
        label={say("Your name")}
        name="name"
        autoComplete="name"
        required
        autoFocus
        error={wrong?.fields?.name && say("Tell us your name, in at most 80 characters.")}
      />
      <NewPasswordField name="password" label={say("Choose a password")} error={fault("password", say("Password"))} />
      <ProblemLine>{wrong && !wrong.fields ? say.known(wrong.problem) : ""}</ProblemLine>
      <Button type="submit" kind="primary" size="large" disabled={busy}>
        {busy ? say("Joining") : say("Join")}
      </Button>
      <p className="text-quiet">
        {say.rich("You have a login with another address? <link>Sign in to join</link>", {
          link: (chunks) => (
            <Link href={toLogin} className="text-ink underline underline-offset-4">
              {chunks}
            </Link>
          ),
        })}
      </p>
    </form>
  );
}
