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
import { askForReset, giveResetCode } from "../actions";
import { quietLink } from "../quiet-link";

/** First who it is; then, by e-mail, a link to look for, or, by phone, a code to type. */
export function ForgotForm() {
  const [identifier, setIdentifier] = useState("");
  const [sentBy, setSentBy] = useState<"email" | "phone" | null>(null);
  const { busy, problem, onSubmit, errorOf } = useSend(askForReset, ({ by }) => setSentBy(by));
  const again = () => setSentBy(null);

  if (sentBy === "phone") return <CodeStep identifier={identifier} onOther={again} />;
  if (sentBy === "email") return <LinkSent identifier={identifier} onOther={again} />;
  return (
    <>
      <Heading title="Forgot your password?">
        Tell us the e-mail address or phone you sign in with. You get a link or a code to set a new one.
      </Heading>
      <form onSubmit={onSubmit} className="grid gap-4">
        <Field
          label="E-mail or phone"
          name="identifier"
          autoComplete="username"
          defaultValue={identifier}
          onChange={(event) => setIdentifier(event.currentTarget.value)}
          error={errorOf("identifier", "E-mail or phone")}
          required
          autoFocus
        />
        <ProblemLine>{problem}</ProblemLine>
        <Button type="submit" kind="primary" size="large" aria-disabled={busy}>
          {busy ? "Sending" : "Send"}
        </Button>
        <Link href="/login" className={quietLink}>
          Back to sign in
        </Link>
      </form>
    </>
  );
}

function LinkSent({ identifier, onOther }: { identifier: string; onOther(): void }) {
  return (
    <>
      <Heading title="Look into your mail">
        If <strong className="font-medium break-all text-ink">{identifier}</strong> belongs to a login, a link is on its
        way there. It works once, for 30 minutes. Look among the spam, too.
      </Heading>
      <Button onClick={onOther} size="large">
        Use another address
      </Button>
      <Link href="/login" className={quietLink}>
        Back to sign in
      </Link>
    </>
  );
}

function CodeStep({ identifier, onOther }: { identifier: string; onOther(): void }) {
  const router = useRouter();
  const { busy, problem, onSubmit, errorOf } = useSend(
    ({ code }) => giveResetCode({ identifier, code }),
    ({ token }) => router.push(`/reset-password/${token}`),
  );
  const resend = async () => {
    const asked = await askForReset({ identifier });
    return asked.ok ? undefined : asked.problem;
  };
  return (
    <>
      <Heading title="Type the code">
        If <strong className="font-medium text-ink">{identifier}</strong> belongs to a login, an SMS with six digits is
        on its way. It works for 10 minutes.
      </Heading>
      <form onSubmit={onSubmit} className="grid gap-4">
        <CodeField error={errorOf("code", "Code")} />
        <ProblemLine>{problem}</ProblemLine>
        <Button type="submit" kind="primary" size="large" aria-disabled={busy}>
          {busy ? "Checking" : "Go on"}
        </Button>
      </form>
      <ResendButton onResend={resend} />
      <button type="button" onClick={onOther} className={quietLink}>
        Use another number
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
