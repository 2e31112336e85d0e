"use client";

import Link from "next/link";
import { useState } from "react";
import { NewPasswordField } from "@/app/_components/forms/new-password-field";
import { ProblemLine } from "@/app/_components/forms/problem-line";
import { useSend } from "@/app/_components/forms/use-send";
import { Button } from "@/app/_components/ui/button";
import { useSay } from "@/app/_words/use-say";
import { setNewPassword } from "../../actions";

export function ResetForm({ token, login }: { token: string; login: string }) {
  const say = useSay();
  const [set, setSet] = useState(false);
  const { busy, problem, onSubmit, errorOf } = useSend(
    ({ password }) => setNewPassword({ token, password }),
    () => setSet(true),
  );
  if (set)
    return (
      <>
        <div className="grid gap-2" role="status">
          <h1 className="text-lg">{say("Your password is set")}</h1>
          <p className="text-quiet">{say("Everybody who was signed in with the old one is signed out.")}</p>
        </div>
        <Button asChild kind="primary" size="large">
          <Link href="/login">{say("Sign in")}</Link>
        </Button>
      </>
    );
  return (
    <>
      <div className="grid gap-2">
        <h1 className="text-lg">{say("Set a new password")}</h1>
        <p className="text-quiet">
          {say.rich("For <who>{login}</who>", {
            login,
            who: (chunks) => <span className="font-medium break-all text-ink">{chunks}</span>,
          })}
        </p>
      </div>
      <form onSubmit={onSubmit} className="grid gap-4">
        {/* Tells a password manager whose password it keeps. */}
        <input type="text" autoComplete="username" value={login} readOnly hidden />
        <NewPasswordField
          name="password"
          label={say("New password")}
          error={errorOf("password", say("Password"))}
          autoFocus
        />
        <ProblemLine>{problem}</ProblemLine>
        <Button type="submit" kind="primary" size="large" aria-disabled={busy}>
          {busy ? say("Setting") : say("Set password")}
        </Button>
      </form>
    </>
  );
}
