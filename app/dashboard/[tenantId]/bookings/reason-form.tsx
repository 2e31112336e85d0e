"use client";

import { ProblemLine } from "@/app/_components/forms/problem-line";
import { Button } from "@/app/_components/ui/button";
import { TextArea } from "@/app/_components/ui/text-area";
import { useSay } from "@/app/_words/use-say";
import { mostReason } from "@/lib/bookings/rules";

type Props = { word: string; busy: boolean; problem?: string; onGo(reason: string): void; onLeave(): void };

/** Asked once more, since the customer hears of it, with why. */
export const ReasonForm = ({ word, busy, problem = "", onGo, onLeave }: Props) => {
  const say = useSay();
  return (
    <form
      className="grid gap-3"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        onGo(String(new FormData(event.currentTarget).get("reason") ?? ""));
      }}
    >
      <TextArea
        name="reason"
        label={say("Reason, if you want to give one")}
        help={say("The customer reads it in the SMS.")}
        maxLength={mostReason}
        autoFocus
      />
      <ProblemLine>{problem}</ProblemLine>
      <div className="flex flex-wrap gap-2">
        <Button type="submit" size="large" className="text-danger" disabled={busy}>
          {word}
        </Button>
        <Button size="large" kind="bare" onClick={onLeave}>
          {say("Keep it")}
        </Button>
      </div>
    </form>
  );
};
