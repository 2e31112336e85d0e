import type { ReactNode } from "react";
import { ProblemLine } from "@/app/_components/forms/problem-line";
import { Button } from "@/app/_components/ui/button";
import { useSay } from "@/app/_words/use-say";

type Props = {
  label: string;
  /** What the button says, and while it is being done. */
  word: string;
  doing: string;
  busy: boolean;
  problem: string;
  leave?: string;
  onSend(form: FormData): Promise<void>;
  onLeave(): void;
  children: ReactNode;
};

/** A step of a booking that asks for something first, and the way back from it. */
export const StepForm = ({ label, word, doing, busy, problem, leave, onSend, onLeave, children }: Props) => {
  const say = useSay();
  return (
    <form
      className="grid gap-4"
      noValidate
      aria-label={label}
      onSubmit={(event) => {
        event.preventDefault();
        void onSend(new FormData(event.currentTarget));
      }}
    >
      {children}
      <ProblemLine>{problem}</ProblemLine>
      <div className="flex flex-wrap gap-2">
        <Button type="submit" kind="primary" size="large" disabled={busy}>
          {busy ? doing : word}
        </Button>
        <Button size="large" kind="bare" onClick={onLeave}>
          {leave ?? say("Keep it")}
        </Button>
      </div>
    </form>
  );
};
