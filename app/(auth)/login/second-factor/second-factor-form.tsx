"use client";

import { useState } from "react";
import { signOut } from "@/app/_components/auth/next-auth-client";
import { CodeField } from "@/app/_components/forms/code-field";
import { ProblemLine } from "@/app/_components/forms/problem-line";
import { useSend } from "@/app/_components/forms/use-send";
import { Button } from "@/app/_components/ui/button";
import { Field } from "@/app/_components/ui/field";
import { useSay } from "@/app/_words/use-say";
import { giveSecondFactor } from "../../actions";
import { quietLink } from "../../quiet-link";

/** The password was right; now the app's six digits, or a recovery code for whoever lost the app. */
export function SecondFactorForm({ to, name }: { to: string; name: string }) {
  const say = useSay();
  const [lost, setLost] = useState(false);
  return (
    <>
      <div className="grid gap-2">
        <h1 className="text-lg">{say("One more step, {name}", { name })}</h1>
        <p className="text-quiet">
          {lost
            ? say("Type one of the recovery codes you kept when you set up the second factor. Each works once.")
            : say("Open your authenticator app and type the six digits it shows for ClientPulse.")}
        </p>
      </div>
      {/* Each way has its own form: what was wrong with the one says nothing of the other. */}
      <WayForm key={lost ? "recovery" : "app"} lost={lost} to={to} />
      <div className="grid gap-1">
        <button type="button" onClick={() => setLost(!lost)} className={quietLink}>
          {lost ? say("Use the app instead") : say("Use a recovery code")}
        </button>
        <button type="button" onClick={() => void signOut()} className={quietLink}>
          {say("Sign in as somebody else")}
        </button>
      </div>
    </>
  );
}

function WayForm({ lost, to }: { lost: boolean; to: string }) {
  const say = useSay();
  // A whole new page: what was fetched for somebody who had to wait is not what they may see now.
  const { busy, problem, onSubmit, errorOf } = useSend(giveSecondFactor, () => window.location.assign(to));
  return (
    <form onSubmit={onSubmit} noValidate className="grid gap-4">
      {lost ? (
        <Field
          name="code"
          label={say("Recovery code")}
          error={errorOf("code", say("Recovery code"))}
          autoComplete="off"
          autoCapitalize="characters"
          spellCheck={false}
          required
          autoFocus
        />
      ) : (
        <CodeField error={errorOf("code", say("Code"))} />
      )}
      <ProblemLine>{problem}</ProblemLine>
      <Button type="submit" kind="primary" size="large" aria-disabled={busy}>
        {busy ? say("Checking") : say("Sign in")}
      </Button>
    </form>
  );
}
