import { Check } from "lucide-react";
import { phrase } from "@/app/_words/phrase";
import { useSay } from "@/app/_words/use-say";
import type { BookingItem } from "@/lib/bookings/list-next";
import { cn } from "../ui/cn";

const steps = [
  { status: "requested", word: phrase("Requested") },
  { status: "confirmed", word: phrase("Confirmed") },
  { status: "arrived", word: phrase("Arrived") },
  { status: "in_service", word: phrase("In service") },
  { status: "completed", word: phrase("Completed") },
] as const;

/** How far a booking has come; nothing for one that ended another way, its badge says it all. */
export function StatusSteps({ status }: { status: BookingItem["status"] }) {
  const say = useSay();
  const at = steps.findIndex((step) => step.status === status);
  if (at < 0) return null;
  const shown = status === "requested" ? steps : steps.slice(1);
  return (
    <ol className="flex gap-1">
      {shown.map((step) => {
        const place = steps.indexOf(step);
        return (
          <li
            key={step.status}
            aria-current={place === at ? "step" : undefined}
            className={cn(
              "flex min-w-0 flex-1 flex-col gap-1.5 border-t-2 pt-2 text-xs",
              place <= at ? "border-ink" : "border-line text-quiet",
              place === at && "font-semibold",
            )}
          >
            <span className="flex items-center gap-1">
              {place < at ? <Check aria-hidden className="size-3 shrink-0" /> : null}
              <span className="truncate">{say(step.word)}</span>
            </span>
          </li>
        );
      })}
    </ol>
  );
}
