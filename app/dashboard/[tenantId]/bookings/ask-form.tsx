import type { FormEventHandler, ReactNode } from "react";
import { ProblemLine } from "@/app/_components/forms/problem-line";
import { Button } from "@/app/_components/ui/button";
import { TextArea } from "@/app/_components/ui/text-area";
import { mostReason } from "@/lib/bookings/rules";

export type Asking = {
  busy: boolean;
  problem: string;
  errorOf(name: string, label: string): string | undefined;
  onSubmit: FormEventHandler<HTMLFormElement>;
  onLeave(): void;
};

type Props = Omit<Asking, "errorOf"> & { word: string; leave: string; children: ReactNode };

/** One thing that has to be said before it is done, where its button was. */
export const AskForm = ({ busy, problem, onSubmit, onLeave, word, leave, children }: Props) => (
  <form onSubmit={onSubmit} noValidate className="grid gap-3">
    {children}
    <ProblemLine>{problem}</ProblemLine>
    <div className="flex gap-2">
      <Button type="submit" aria-disabled={busy}>
        {word}
      </Button>
      <Button kind="bare" onClick={onLeave}>
        {leave}
      </Button>
    </div>
  </form>
);

/** Money is let off only with why. */
export const WaiveForm = ({ errorOf, ...asking }: Asking) => (
  <AskForm {...asking} word="Waive it" leave="Keep it">
    <TextArea
      name="reason"
      label="Why it is waived"
      maxLength={mostReason}
      error={errorOf("reason", "The reason")}
      autoFocus
    />
  </AskForm>
);
