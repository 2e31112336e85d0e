"use client";

import { createContext, type ReactNode, useContext, useRef, useState } from "react";
import { ProblemLine } from "@/app/_components/forms/problem-line";
import { type Send, useSend } from "@/app/_components/forms/use-send";
import { Button } from "@/app/_components/ui/button";
import { Dialog } from "@/app/_components/ui/dialog";
import { Field } from "@/app/_components/ui/field";
import { giveProof } from "../actions";

type AskProof = () => Promise<boolean>;

const ProofContext = createContext<AskProof | null>(null);

/** Asks who it is when the last time is too long ago, and then goes on with what was wanted. */
export function ProofProvider({ hasSecondFactor, children }: { hasSecondFactor: boolean; children: ReactNode }) {
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
        title="Is it you?"
        about="This is about how you sign in, so we ask again. It holds for ten minutes."
      >
        <ProofForm hasSecondFactor={hasSecondFactor} onShown={() => close(true)} onLeave={() => close(false)} />
      </Dialog>
    </ProofContext>
  );
}

function ProofForm(props: { hasSecondFactor: boolean; onShown(): void; onLeave(): void }) {
  const { hasSecondFactor, onShown, onLeave } = props;
  const { busy, problem, onSubmit, errorOf } = useSend(giveProof, onShown);
  const [byCode, setByCode] = useState(false);
  return (
    <form onSubmit={onSubmit} className="grid gap-4">
      {byCode ? (
        <Field
          key="code"
          name="code"
          label="Code of your app, or a recovery code"
          error={errorOf("code", "Code")}
          autoComplete="one-time-code"
          required
          autoFocus
        />
      ) : (
        <Field
          key="password"
          name="password"
          label="Your password"
          error={errorOf("password", "Password")}
          type="password"
          autoComplete="current-password"
          required
          autoFocus
        />
      )}
      <ProblemLine>{problem}</ProblemLine>
      {hasSecondFactor ? (
        <Button kind="bare" className="justify-self-start" onClick={() => setByCode(!byCode)}>
          {byCode ? "Use the password" : "Use the second factor"}
        </Button>
      ) : null}
      <div className="flex justify-end gap-2">
        <Button onClick={onLeave} className="h-11">
          Cancel
        </Button>
        <Button type="submit" kind="primary" size="large" aria-disabled={busy}>
          {busy ? "Checking" : "It is me"}
        </Button>
      </div>
    </form>
  );
}

/** The same action, which asks for proof first where the server wants it. */
export function useProving<T>(send: Send<T>): Send<T> {
  const ask = useContext(ProofContext);
  return async (given) => {
    const answer = await send(given);
    if (answer.ok || answer.code !== "proof_required" || !ask) return answer;
    return (await ask()) ? send(given) : answer;
  };
}
