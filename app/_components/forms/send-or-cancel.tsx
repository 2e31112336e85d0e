import { Button } from "../ui/button";
import { ProblemLine } from "./problem-line";

type Props = { problem: string; busy: boolean; word: string; onCancel(): void };

/** The end of a form beside a page: what is in the way, the way out, and the way on. */
export const SendOrCancel = ({ problem, busy, word, onCancel }: Props) => (
  <>
    <ProblemLine>{problem}</ProblemLine>
    <div className="flex justify-end gap-2">
      <Button size="large" onClick={onCancel}>
        Cancel
      </Button>
      <Button type="submit" kind="primary" size="large" aria-disabled={busy}>
        {busy ? "One moment" : word}
      </Button>
    </div>
  </>
);
