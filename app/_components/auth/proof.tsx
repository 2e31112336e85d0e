"use client";

import { createContext, type ReactNode, useContext, useRef, useState } from "react";
import { useSay } from "@/app/_words/use-say";
import { ProblemLine } from "../forms/problem-line";
import { type Send, useSend } from "../forms/use-send";
import { Button } from "../ui/button";
import { Dialog } from "../ui/dialog";
import { Field } from "../ui/field";

type AskProof = () => Promise<boolean>;

const ProofContext = createContext<AskProof>(async () => false);

type Props = { hasSecondFactor: boolean; prove: Send<unknown>; children: ReactNode };

/** Asks who it is when the last time is too long ago, and then goes on with what was wanted. */
export function ProofProvider({ hasSecondFactor, prove, children }: Props) {
  const say = useSay();
  const [asking, setAsking] = useState(false);
  const answer = useRef<(shown: boolean) => void>(() => {});
  const ask: AskProof = () => {
    setAsking(true);
    return new Promise((resolve) => {
      answer.current = resolve;
    });
  };
  const close = (shown: boolean) => {
    setAsking(false);
    answer.current(shown);
  };
  return (
    <ProofContext value={ask}>
      {children}
      <Dialog
        open={asking}
        onClose={() => close(false)}
        title={say("Is it you?")}
        about={say("Not everybody who stands at your screen may do this, so we ask again. It holds for ten minutes.")}
      >
        <ProofForm
          hasSecondFactor={hasSecondFactor}
          prove={prove}
          onShown={() => close(true)}
          onLeave={() => close(false)}
        />
      </Dialog>
    </ProofContext>
  );
}

type FormProps = Omit<Props, "children"> & { onShown(): void; onLeave(): void };

function ProofForm({ hasSecondFactor, prove, onShown, onLeave }: FormProps) {
  const say = useSay();
  const { busy, problem, onSubmit, errorOf } = useSend(prove, onShown);
  const [byCode, setByCode] = useState(false);
  return (
    <form onSubmit={onSubmit} noValidate className="grid gap-4">
      {byCode ? (
        <Field
          key="code"
          name="code"
          label={say("Code of your app, or a recovery code")}
          error={errorOf("code", say("Code"))}
          autoComplete="one-time-code"
          required
          autoFocus
        />
      ) : (
        <Field
          key="password"
          name="password"
          label={say("Your password")}
          error={errorOf("password", say("Password"))}
          type="password"
          autoComplete="current-password"
          required
          autoFocus
        />
      )}
      <ProblemLine>{problem}</ProblemLine>
      {hasSecondFactor ? (
        <Button kind="bare" className="justify-self-start" onClick={() => setByCode(!byCode)}>
          {byCode ? say("Use the password") : say("Use the second factor")}
        </Button>
      ) : null}
      <div className="flex justify-end gap-2">
        <Button onClick={onLeave} className="h-11">
          {say("Cancel")}
        </Button>
        <Button type="submit" kind="primary" size="large" aria-disabled={busy}>
          {busy ? say("Checking") : say("It is me")}
        </Button>
      </div>
    </form>
  );
}

/** Asks for the proof itself: true once it was given, false when the person turned away. */
export const useAskProof = (): AskProof => useContext(ProofContext);

type Answer = { ok: true } | { ok: false; code?: string };

/** Does it; where the server first wants to see who it is, asks, and does it once more. */
export function useProof() {
  const ask = useAskProof();
  return async <A extends Answer>(work: () => Promise<A>): Promise<A> => {
    const answer = await work();
    if (answer.ok || answer.code !== "proof_required") return answer;
    return (await ask()) ? work() : answer;
  };
}

/** The same for what a form sends. */
export function useProving<T>(send: Send<T>): Send<T> {
  const proving = useProof();
  return (given) => proving(() => send(given));
}
