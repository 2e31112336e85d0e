import { Plus, X } from "lucide-react";
import { Button } from "@/app/_components/ui/button";
import { useSay } from "@/app/_words/use-say";
import type { Segment } from "@/db/schema/services";
import { minuteWords } from "@/lib/services/rules";

export type TypedSegment = { kind: Segment["kind"]; minutes: string };

type Props = { segments: TypedSegment[]; fault: string | undefined; onChange(segments: TypedSegment[]): void };

/** Work, and between two pieces of it a gap in which whoever does it is free: colour takes, a mask dries. */
export function SegmentsField({ segments, fault, onChange }: Props) {
  const say = useSay();
  const total = segments.reduce((sum, { minutes }) => sum + (Number(minutes) || 0), 0);
  const type = (at: number, minutes: string) =>
    onChange(segments.map((segment, nth) => (nth === at ? { ...segment, minutes } : segment)));
  const addGap = () => onChange([...segments, { kind: "gap", minutes: "15" }, { kind: "work", minutes: "15" }]);
  // A gap goes with the work after it.
  const removeGap = (at: number) => onChange(segments.filter((_, nth) => nth !== at && nth !== at + 1));
  return (
    <fieldset className="grid gap-2">
      <legend className="mb-1.5 font-medium">{say("How long it takes")}</legend>
      {segments.map(({ kind, minutes }, at) => {
        const label =
          segments.length === 1 ? say("Minutes") : kind === "work" ? say("Work, minutes") : say("Gap, minutes");
        return (
          // biome-ignore lint/suspicious/noArrayIndexKey: a part is nothing but its place and what is typed in it
          <div key={at} className="flex items-center gap-2">
            <label className="flex items-center gap-3">
              <span className="w-28">{label}</span>
              <input
                value={minutes}
                onChange={(event) => type(at, event.target.value)}
                inputMode="numeric"
                aria-invalid={fault ? true : undefined}
                aria-describedby={fault ? "segments-note" : undefined}
                className="h-11 w-24 rounded-control border border-edge bg-surface px-3 text-md text-ink tabular-nums aria-invalid:border-danger"
              />
            </label>
            {kind === "gap" ? (
              <Button
                kind="bare"
                size="icon"
                aria-label={say("Remove this gap and the work after it")}
                onClick={() => removeGap(at)}
              >
                <X aria-hidden />
              </Button>
            ) : null}
          </div>
        );
      })}
      <div className="flex flex-wrap items-center justify-between gap-2">
        <Button kind="bare" className="-ml-3" onClick={addGap} disabled={segments.length > 7}>
          <Plus aria-hidden />
          {say("Add a gap and more work")}
        </Button>
        {segments.length > 1 ? (
          <span className="text-quiet">{say("{minutes} in all", { minutes: minuteWords(total, say.language) })}</span>
        ) : null}
      </div>
      {fault ? (
        <p id="segments-note" role="alert" className="text-danger">
          {fault}
        </p>
      ) : null}
    </fieldset>
  );
}
