import { useSay } from "@/app/_words/use-say";
import { Button } from "../ui/button";
import { ProblemLine } from "./problem-line";

type Props = { problem: string; busy: boolean; word: string; onCancel(): void };

/** The end of a form beside a page: what is in the way, the way out, and the way on. */
export function SendOrCancel({ problem, busy, word, onCancel }: Props) {
  const say = useSay();
  return (
    <>
      <ProblemLine>{problem}</ProblemLine>
      <div className="flex justify-end gap-2">
        <Button size="large" onClick={onCancel}>
          {say("Cancel")}
        </Button>
        <Button type="submit" kind="primary" size="large" aria-disabled={busy}>
          {busy ? say("One moment") : word}
        </Button>
      </div>
    </>
  );
}
