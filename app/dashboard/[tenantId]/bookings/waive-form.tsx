import type { FormEventHandler } from "react";
import { ProblemLine } from "@/app/_components/forms/problem-line";
import { Button } from "@/app/_components/ui/button";
import { TextArea } from "@/app/_components/ui/text-area";
import { mostReason } from "@/lib/bookings/rules";

type Props = {
  busy: boolean;
  problem: string;
  errorOf(name: string, label: string): string | undefined;
  onSubmit: FormEventHandler<HTMLFormElement>;
  onLeave(): void;
};

/** Money is let off only with why. */
export const WaiveForm = ({ busy, problem, errorOf, onSubmit, onLeave }: Props) => (
  <form onSubmit={onSubmit} noValidate className="grid gap-3">
    <TextArea
      name="reason"
      label="Why it is waived"
      maxLength={mostReason}
      error={errorOf("reason", "The reason")}
      autoFocus
    />
    <ProblemLine>{problem}</ProblemLine>
    <div className="flex gap-2">
      <Button type="submit" aria-disabled={busy}>
        Waive it
      </Button>
      <Button kind="bare" onClick={onLeave}>
        Keep it
      </Button>
    </div>
  </form>
);
