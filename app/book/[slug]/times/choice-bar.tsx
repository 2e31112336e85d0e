import type { OpenSlot } from "@/lib/bookings/list-open-slots";
import { formatDayTime } from "@/lib/platform/format";
import { Bar, barButton } from "../../_parts/bar";

/**
 * The bar names the time whose radio button is on. Every time's words are there, and one rule each shows them: no
 * script is needed to keep the two together.
 */
export function ChoiceBar({ slots, timeZone, more }: { slots: OpenSlot[]; timeZone: string; more: string[] }) {
  const rules = slots.map((_, place) => `form:has(#time-${place}:checked) #chosen-${place}{display:inline}`);
  return (
    <Bar>
      <style>{`form:has([name=at]:checked) #chosen-none{display:none}${rules.join("")}`}</style>
      <span className="min-w-0">
        <span className="block truncate font-medium" aria-live="polite">
          <span id="chosen-none">Choose a time</span>
          {slots.map(({ startsAt }, place) => (
            <span key={startsAt} id={`chosen-${place}`} className="hidden">
              {formatDayTime(startsAt, timeZone)}
            </span>
          ))}
        </span>
        <span className="block truncate text-quiet tabular-nums">{more.filter(Boolean).join(" · ")}</span>
      </span>
      <button type="submit" className={barButton}>
        Continue
      </button>
    </Bar>
  );
}
