import { ProblemLine } from "@/app/_components/forms/problem-line";
import { SavedLine } from "@/app/_components/forms/saved-line";
import { Button } from "@/app/_components/ui/button";
import { useSay } from "@/app/_words/use-say";

type Props = { problem: string; saved: boolean; busy: boolean; touched: boolean; word: string; onForget(): void };

/** How each of the page's forms ends: what is in the way, or that it is done, and the way back while it is not saved. */
export function FormEnd({ problem, saved, busy, touched, word, onForget }: Props) {
  const say = useSay();
  return (
    <>
      <ProblemLine>{problem}</ProblemLine>
      <div className="flex flex-wrap items-center justify-end gap-2">
        <SavedLine>{saved && !touched ? say("Saved.") : ""}</SavedLine>
        {touched ? (
          <Button kind="bare" size="large" onClick={onForget}>
            {say("Undo changes")}
          </Button>
        ) : null}
        <Button type="submit" size="large" kind={touched ? "primary" : "plain"} aria-disabled={busy || !touched}>
          {busy ? say("Saving") : word}
        </Button>
      </div>
    </>
  );
}
