import type { FormEventHandler } from "react";
import { ProblemLine } from "@/app/_components/forms/problem-line";
import { Button } from "@/app/_components/ui/button";
import { Field } from "@/app/_components/ui/field";

type Props = {
  busy: boolean;
  problem: string;
  errorOf(name: string, label: string): string | undefined;
  onSubmit: FormEventHandler<HTMLFormElement>;
  onLeave(): void;
};

/** The customer has paid by themself, and reads out the code. */
export const DepositCodeForm = ({ busy, problem, errorOf, onSubmit, onLeave }: Props) => (
  <form onSubmit={onSubmit} noValidate className="grid gap-3">
    <Field
      name="code"
      label="Code of the M-Pesa message"
      help="Ten letters and digits. Until M-Pesa says the same it is counted apart."
      error={errorOf("code", "The code")}
      maxLength={20}
      autoComplete="off"
      autoCapitalize="characters"
      autoFocus
    />
    <ProblemLine>{problem}</ProblemLine>
    <div className="flex gap-2">
      <Button type="submit" aria-disabled={busy}>
        Take it
      </Button>
      <Button kind="bare" onClick={onLeave}>
        Not now
      </Button>
    </div>
  </form>
);
