"use client";

import Link from "next/link";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { CodeField } from "@/app/_components/forms/code-field";
import { ProblemLine } from "@/app/_components/forms/problem-line";
import { ResendButton } from "@/app/_components/forms/resend-button";
import { useSend } from "@/app/_components/forms/use-send";
import { Button } from "@/app/_components/ui/button";
import { Field } from "@/app/_components/ui/field";
import { dropCode } from "@/app/_server/drop-code";
import type { Waiting } from "@/app/_server/waiting-code";
import { useSay } from "@/app/_words/use-say";
import type { ResetWay } from "@/lib/auth/ask-password-reset";
import { askForReset, giveResetCode } from "../actions";
import { quietLink } from "../quiet-link";

/** First who it is; then, by e-mail, a link to look for, or, by phone, a code to type. */
export function ForgotForm({ waiting }: { waiting: Waiting | null }) {
  const say = useSay();
  const [identifier, setIdentifier] = useState(waiting?.to ?? "");
  const [way, setWay] = useState<ResetWay | null>(waiting && { by: "phone", challenge: waiting.challenge });
  const { busy, problem, onSubmit, errorOf } = useSend(askForReset, setWay);
  const again = () => setWay(null);
  const other = () => {
    again();
    // When that does not get through, a reload leads back to the code; no more is lost.
    dropCode("reset").catch(() => {});
  };

  if (way?.by === "phone")
    return (
      <CodeStep
        identifier={identifier}
        challenge={way.challenge}
        wait={waiting?.wait}
        onAgain={setWay}
        onOther={other}
      />
    );
  if (way?.by === "email") return <LinkSent identifier={identifier} onOther={again} />;
  return (
    <>
      <Heading title={say("Forgot your password?")}>
        {say("Tell us the e-mail address or phone you sign in with. You get a link or a code to set a new one.")}
      </Heading>
      <form onSubmit={onSubmit} noValidate className="grid gap-4">
        <Field
          label={say("E-mail or phone")}
          name="identifier"
          autoComplete="username"
          defaultValue={identifier}
          onChange={(event) => setIdentifier(event.currentTarget.value)}
          error={errorOf("identifier", say("E-mail or phone"))}
          required
          autoFocus
        />
        <ProblemLine>{problem}</ProblemLine>
        <Button type="submit" kind="primary" size="large" aria-disabled={busy}>
          {busy ? say("Sending") : say("Send")}
        </Button>
        <Link href="/login" className={quietLink}>
          {say("Back to sign in")}
        </Link>
      </form>
    </>
  );
}

function LinkSent({ identifier, onOther }: { identifier: string; onOther(): void }) {
  const say = useSay();
  return (
    <>
      <Heading title={say("Look into your mail")}>
        {say.rich(
          "If <who>{identifier}</who> belongs to a login, a link is on its way there. It works once, for 30 minutes. Look among the spam, too.",
          { identifier, who: (chunks) => <strong className="font-medium break-all text-ink">{chunks}</strong> },
        )}
      </Heading>
      <Button onClick={onOther} size="large">
        {say("Use another address")}
      </Button>
      <Link href="/login" className={quietLink}>
        {say("Back to sign in")}
      </Link>
    </>
  );
}

type Coded = {
  identifier: string;
  challenge: string;
  wait: number | undefined;
  onAgain(way: ResetWay): void;
  onOther(): void;
};

function CodeStep({ identifier, challenge, wait, onAgain, onOther }: Coded) {
  const say = useSay();
  const router = useRouter();
  const { busy, problem, onSubmit, errorOf } = useSend(
    ({ code }) => giveResetCode({ identifier, challenge, code }),
    ({ token }) => router.push(`/reset-password/${token}`),
  );
  const resend = async () => {
    const asked = await askForReset({ identifier });
    if (!asked.ok) return asked.problem;
    onAgain(asked.value);
  };
  return (
    <>
      <Heading title={say("Type the code")}>
        {say.rich(
          "If <who>{identifier}</who> belongs to a login, an SMS with six digits is on its way. It works for 10 minutes.",
          { identifier, who: (chunks) => <strong className="font-medium text-ink">{chunks}</strong> },
        )}
      </Heading>
      <form onSubmit={onSubmit} noValidate className="grid gap-4">
        <CodeField error={errorOf("code", say("Code"))} />
        <ProblemLine>{problem}</ProblemLine>
        <Button type="submit" kind="primary" size="large" aria-disabled={busy}>
          {busy ? say("Checking") : say("Go on")}
        </Button>
      </form>
      <ResendButton onResend={resend} wait={wait} />
      <button type="button" onClick={onOther} className={quietLink}>
        {say("Use another number")}
      </button>
    </>
  );
}

function Heading({ title, children }: { title: string; children: React.ReactNode }) {
  return (
    <div className="grid gap-2">
      <h1 className="text-lg">{title}</h1>
      <p className="text-quiet">{children}</p>
    </div>
  );
}
