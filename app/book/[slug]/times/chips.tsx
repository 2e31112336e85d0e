import type { OpenSlot } from "@/lib/bookings/list-open-slots";
import { formatTime } from "@/lib/platform/format";
import { hourOf } from "../../_parts/words";

const parts = [
  { name: "Morning", from: 0, until: 12 },
  { name: "Afternoon", from: 12, until: 17 },
  { name: "Evening", from: 17, until: 24 },
];

/** The day's free times: one radio button each, so that choosing needs neither a script nor another page. */
export function Chips({ slots, timeZone }: { slots: OpenSlot[]; timeZone: string }) {
  const placed = slots.map(({ startsAt }, place) => ({ startsAt, place, hour: hourOf(startsAt, timeZone) }));
  return (
    <div className="grid gap-5">
      {parts.map(({ name, from, until }) => {
        const times = placed.filter(({ hour }) => from <= hour && hour < until);
        return times.length > 0 ? (
          <fieldset key={name}>
            <legend className="pb-2 text-sm text-quiet">{name}</legend>
            <div className="grid grid-cols-4 gap-2 sm:grid-cols-6">
              {times.map(({ startsAt, place }) => (
                <label
                  key={startsAt}
                  className="relative grid h-11 cursor-pointer place-items-center rounded-control border border-edge bg-surface tabular-nums transition-colors hover:bg-wash has-checked:border-accent has-checked:bg-accent has-checked:font-medium has-checked:text-on-accent has-focus-visible:outline-2 has-focus-visible:outline-offset-2 has-focus-visible:outline-accent"
                >
                  <input
                    type="radio"
                    id={`time-${place}`}
                    name="at"
                    value={startsAt}
                    required
                    className="absolute inset-0 cursor-pointer opacity-0"
                  />
                  {formatTime(startsAt, timeZone)}
                </label>
              ))}
            </div>
          </fieldset>
        ) : null;
      })}
    </div>
  );
}
