import type { FormEventHandler, ReactNode } from "react";
import { ProblemLine } from "@/app/_components/forms/problem-line";
import { Button } from "@/app/_components/ui/button";
import { TextArea } from "@/app/_components/ui/text-area";
import { useSay } from "@/app/_words/use-say";
import { mostReason } from "@/lib/bookings/rules";

export type Asking = {
  busy: boolean;
  problem: string;
  errorOf(name: string, label: string): string | undefined;
  onSubmit: FormEventHandler<HTMLFormElement>;
  onLeave(): void;
};

type Props = Omit<Asking, "errorOf"> & {
  word: string;
  leave: string;
  /** Nothing is typed: the keyboard waits on the way back. */
  plain?: boolean;
  children: ReactNode;
};

/** One thing that has to be said before it is done, where its button was. */
export const AskForm = ({ busy, problem, onSubmit, onLeave, word, leave, plain, children }: Props) => (
  <form onSubmit={onSubmit} noValidate className="grid gap-3">
    {children}
    <ProblemLine>{problem}</ProblemLine>
    <div className="flex gap-2">
      <Button type="submit" aria-disabled={busy}>
        {word}
      </Button>
      <Button kind="bare" onClick={onLeave} autoFocus={plain}>
        {leave}
      </Button>
    </div>
  </form>
);

/** Money is let off only with why; what was kept already goes among the refunds. */
export const WaiveForm = ({ errorOf, givesBack = false, ...asking }: Asking & { givesBack?: boolean }) => {
  const say = useSay();
  return (
    <AskForm {...asking} word={givesBack ? say("Give it back") : say("Waive it")} leave={say("Keep it")}>
      <TextArea
        name="reason"
        label={givesBack ? say("Why it goes back") : say("Why it is waived")}
        help={givesBack ? say("It stands under Refunds until somebody sends it.") : ""}
        maxLength={mostReason}
        error={errorOf("reason", say("The reason"))}
        autoFocus
      />
    </AskForm>
  );
};
