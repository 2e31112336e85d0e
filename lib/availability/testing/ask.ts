import type { breaksOn, LocalTime, shiftsOn } from "../hours";
import { type Span, unite } from "../spans";
import type { Line, Person, Rules } from "../visit";
import type { openStarts, placeVisit } from "../visit-plan";
import { canDo, type Scenario } from "./scenario";

/** What a test asks: the engine itself, or a copy of it with a fault. */
export type Engine = {
  openStarts: typeof openStarts;
  placeVisit: typeof placeVisit;
  shiftsOn: typeof shiftsOn;
  breaksOn: typeof breaksOn;
};

export const date = "2026-03-10";
const next = "2026-03-11";
const dayMs = 86_400_000;

/** Minutes are counted from the day's midnight, on a clock that is never moved. */
const local: LocalTime = {
  addDays: (from, days) => new Date(Date.parse(from) + days * dayMs).toISOString().slice(0, 10),
  weekdayOf: (of) => new Date(of).getUTCDay(),
  minuteAt: (of, minute) => (Date.parse(of) - Date.parse(date)) / 60_000 + minute,
};
const everyDay = (windows: readonly Span[]) =>
  [0, 1, 2, 3, 4, 5, 6].flatMap((weekday) => windows.map((window) => ({ ...window, weekday })));

/** The scenario as the engine's input. */
export function ask(s: Scenario, engine: Engine): { lines: Line[]; rules: Rules } {
  const dates = { from: date, to: next };
  const business = {
    weekly: everyDay(s.business.weekly),
    dated: new Map(s.business.dated ? [[date, s.business.dated]] : []),
    holidays: new Set(s.business.holiday ? [date] : []),
  };
  const people = s.people.map((one, place): Omit<Person, "busy"> & { away: Person["busy"] } => {
    const own = { weekly: everyDay(one.weekly ?? []), dated: new Map(one.dated ? [[date, one.dated]] : []) };
    const shifts = engine.shiftsOn(own, dates, local, business);
    const breaks = engine.breaksOn(
      one.breaks.map((each) => ({ ...each, date })),
      dates,
      local,
    );
    const off = one.timeOff.map((span) => ({ ...span, before: 0, after: 0, away: true }));
    return { id: String(place), shifts, windows: unite(shifts), shortest: s.shortest, away: [...breaks, ...off] };
  });
  const lines = s.lines.map(
    (line, n): Line => ({
      serviceId: String(n),
      seats: line.seats,
      together: line.together,
      usual: String(s.usual),
      pools: line.pool
        ? [
            {
              pool: { id: "chairs", quantity: line.pool.quantity, used: line.pool.used },
              segments: line.pool.segments ?? undefined,
            },
          ]
        : [],
      staff: people.flatMap(({ away, ...person }, place) => {
        if (!canDo(s, n, place)) return [];
        const { busy, pace } = s.people[place]!;
        const taken = busy.map(({ span, before, after, kind }) => ({
          ...span,
          before,
          after,
          away: kind === "away",
          // Seats of the first service; the second one finds the person taken.
          ...(kind === "seat" ? { seatOf: "0" } : {}),
        }));
        return {
          person: { ...person, busy: [...away, ...taken] },
          segments: paced(line.segments, pace),
          before: line.before,
          after: line.after,
        };
      }),
    }),
  );
  return { lines, rules: rulesOf(s) };
}

export const paced = (segments: Scenario["lines"][number]["segments"], pace: number) =>
  segments.length === 1 ? segments.map((one) => ({ ...one, minutes: Math.max(5, one.minutes + pace) })) : segments;

const rulesOf = (s: Scenario): Rules => ({
  buffers: s.buffers,
  step: s.step,
  starts: "on_step",
  anchor: s.ahead === null ? "shift" : (minute) => (((minute + s.ahead!) % 1440) + 1440) % 1440,
  notBefore: s.notBefore,
  until: s.until,
  anyStaff: s.anyStaff,
  days: [-1, 0, 1].map((day) => ({ from: day * 1440, to: (day + 1) * 1440 })),
  gapAware: s.gapAware,
  perDay: s.perDay ?? undefined,
});
