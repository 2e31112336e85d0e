"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import { useProving } from "@/app/_components/auth/proof";
import { CodeField } from "@/app/_components/forms/code-field";
import { ProblemLine } from "@/app/_components/forms/problem-line";
import { ResendButton } from "@/app/_components/forms/resend-button";
import { SavedLine } from "@/app/_components/forms/saved-line";
import { useSend } from "@/app/_components/forms/use-send";
import { useStepFocus } from "@/app/_components/forms/use-step-focus";
import { Button } from "@/app/_components/ui/button";
import { Field } from "@/app/_components/ui/field";
import { dropCode } from "@/app/_server/drop-code";
import type { Waiting } from "@/app/_server/waiting-code";
import { phrase } from "@/app/_words/phrase";
import { useSay } from "@/app/_words/use-say";
import type { Challenge } from "@/lib/auth/change-contact";
import { askContact, confirmContact, removeContact } from "../actions";

const words = {
  email: {
    label: phrase("New e-mail"),
    none: phrase("No e-mail yet"),
    change: phrase("Change e-mail"),
    remove: phrase("Remove e-mail"),
    add: phrase("Add e-mail"),
    type: "email",
  },
  phone: {
    label: phrase("New phone"),
    none: phrase("No phone yet"),
    change: phrase("Change phone"),
    remove: phrase("Remove phone"),
    add: phrase("Add phone"),
    type: "tel",
  },
} as const;

type Props = { what: "email" | "phone"; now: string | null; hasOther: boolean; waiting: Waiting | null };
type At = { step: "shown" } | { step: "typing" } | { step: "removing" } | ({ step: "code"; wait?: number } & Challenge);

/** The new address counts once the code that went there comes back. */
export function ContactForm({ what, now, hasOther, waiting }: Props) {
  const say = useSay();
  const router = useRouter();
  const [at, setAt] = useState<At>(() => startOf(waiting));
  const box = useStepFocus<HTMLDivElement>(at.step);
  const [saved, setSaved] = useState("");
  const { none, change, remove, add } = words[what];
  const back = () => setAt({ step: "shown" });
  const cancel = () => {
    back();
    // When that does not get through, a reload leads back to the code; no more is lost.
    dropCode(`contact-${what}`).catch(() => {});
  };
  const sent = (challenge: Challenge) => setAt({ step: "code", ...challenge });
  const go = (step: "typing" | "removing") => {
    setSaved("");
    setAt({ step });
  };
  const saying = (word: string) => () => {
    setSaved(word);
    back();
    router.refresh();
  };
  const shown = (
    <div className="flex flex-wrap items-center justify-between gap-3">
      <p className={now ? "break-all" : "text-quiet"}>{now ?? say(none)}</p>
      <SavedLine>{saved}</SavedLine>
      <div className="ml-auto flex flex-wrap justify-end gap-2">
        {now && hasOther ? (
          <Button className="h-11 px-4" onClick={() => go("removing")}>
            {say(remove)}
          </Button>
        ) : null}
        <Button data-first className="h-11 px-4" onClick={() => go("typing")}>
          {say(now ? change : add)}
        </Button>
      </div>
    </div>
  );
  return (
    <div ref={box} className="grid gap-4">
      {at.step === "shown" ? shown : null}
      {at.step === "typing" ? <Typing what={what} onSent={sent} onBack={back} /> : null}
      {at.step === "code" ? (
        <Confirming what={what} sent={at} onAgain={sent} onDone={saying(say("Changed."))} onBack={cancel} />
      ) : null}
      {at.step === "removing" ? (
        <Removing what={what} now={now} onDone={saying(say("Removed."))} onBack={back} />
      ) : null}
    </div>
  );
}

const startOf = (waiting: Waiting | null): At =>
  waiting
    ? { step: "code", destination: waiting.to, challenge: waiting.challenge, wait: waiting.wait }
    : { step: "shown" };

function Typing({ what, onSent, onBack }: { what: Props["what"]; onSent(challenge: Challenge): void; onBack(): void }) {
  const say = useSay();
  const { type } = words[what];
  const label = say(words[what].label);
  const ask = useProving(askContact);
  const { busy, problem, onSubmit, errorOf } = useSend((given) => ask({ ...given, field: what }), onSent);
  return (
    <form onSubmit={onSubmit} noValidate className="grid gap-4">
      <Field
        name="destination"
        id={`${what}-destination`}
        label={label}
        help={say("We send a code there to see that it is yours.")}
        error={errorOf("destination", label)}
        type={type}
        autoComplete={what === "email" ? "email" : "tel"}
        required
        autoFocus
      />
      <ProblemLine>{problem}</ProblemLine>
      <Ways onBack={onBack} busy={busy} word={busy ? say("Sending") : say("Send code")} />
    </form>
  );
}

type Leaving = Pick<Props, "what" | "now"> & { onDone(): void; onBack(): void };

function Removing({ what, now, onDone, onBack }: Leaving) {
  const say = useSay();
  const remove = useProving(removeContact);
  const { busy, problem, onSubmit } = useSend(() => remove({ field: what }), onDone);
  return (
    <form onSubmit={onSubmit} className="grid gap-4">
      <p>
        {say.rich("You will not sign in with <who>{now}</who> any more.", {
          now: now ?? "",
          who: (chunks) => <span className="font-medium break-all">{chunks}</span>,
        })}
      </p>
      <ProblemLine>{problem}</ProblemLine>
      <Ways onBack={onBack} busy={busy} word={busy ? say("Removing") : say("Remove")} />
    </form>
  );
}

type Ahead = {
  what: Props["what"];
  sent: Challenge & { wait?: number };
  onAgain(challenge: Challenge): void;
  onDone(): void;
  onBack(): void;
};

function Confirming({ what, sent: { destination, challenge, wait }, onAgain, onDone, onBack }: Ahead) {
  const say = useSay();
  const { busy, problem, onSubmit, errorOf } = useSend(
    ({ code }) => confirmContact({ field: what, destination, challenge, code }),
    onDone,
  );
  const ask = useProving(askContact);
  const resend = async () => {
    const asked = await ask({ field: what, destination });
    if (!asked.ok) return asked.problem;
    onAgain(asked.value);
  };
  return (
    <>
      <p className="text-quiet">
        {say.rich("Six digits are on their way to <who>{destination}</who>.", {
          destination,
          who: (chunks) => <span className="font-medium break-all text-ink">{chunks}</span>,
        })}
      </p>
      <form onSubmit={onSubmit} noValidate className="grid gap-4">
        <CodeField id={`${what}-code`} error={errorOf("code", say("Code"))} />
        <ProblemLine>{problem}</ProblemLine>
        <Ways onBack={onBack} busy={busy} word={busy ? say("Checking") : say("Confirm")} />
      </form>
      <ResendButton onResend={resend} wait={wait} />
    </>
  );
}

function Ways({ onBack, busy, word }: { onBack(): void; busy: boolean; word: string }) {
  const say = useSay();
  return (
    <div className="flex justify-end gap-2">
      <Button data-first className="h-11 px-4" onClick={onBack}>
        {say("Cancel")}
      </Button>
      <Button type="submit" kind="primary" className="h-11 px-4" aria-disabled={busy}>
        {word}
      </Button>
    </div>
  );
}
