import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { z } from "zod";
import { addDays, atMinute, localDate, startOfDay, weekdayOf } from "@/lib/platform/calendar";
import { away, type Hours, shiftsOn } from "./hours";
import { type Span, unite } from "./spans";
import { type Busy, type Line, lengthOf, type Rules, type Segment, workOf } from "./visit";
import { openStarts } from "./visit-plan";

// Cases as data: what a week, a service and the time taken already make of a day. AVAILABILITY_CASES=file runs others.

const span = z.tuple([z.string(), z.string()]);
const serviceShape = z.object({
  duration: z.number().optional(),
  segments: z.array(z.tuple([z.enum(["work", "gap"]), z.number()])).optional(),
  step: z.number().optional(),
  before: z.number().default(0),
  after: z.number().default(0),
});
const inputShape = z.object({
  tz: z.string(),
  viewer_tz: z.string().optional(),
  now: z.string(),
  dates: span,
  anchor: z.enum(["window", "clock"]).default("clock"),
  weekly: z.array(z.tuple([z.array(z.number()), span])).default([]),
  overrides: z.record(z.string(), z.array(span)).default({}),
  closed: z.array(z.string()).default([]),
  breaks: z.array(z.tuple([z.string(), z.string(), z.string()])).default([]),
  service: serviceShape,
  bookings: z
    .array(
      z.object({
        start: z.string(),
        service: serviceShape,
        status: z.string().default("confirmed"),
        holder: z.string().optional(),
        expires: z.string().optional(),
      }),
    )
    .default([]),
  viewer_id: z.string().optional(),
  external_busy: z.array(span).default([]),
  capacity: z.number().default(1),
  resource: z.object({ quantity: z.number(), used: z.array(span) }).optional(),
  min_notice: z.number().default(0),
  max_horizon_days: z.number().optional(),
});
const expectShape = z.object({
  starts: z.array(z.string()).optional(),
  first: z.string().optional(),
  last: z.string().optional(),
  count: z.number().optional(),
  absent: z.array(z.string()).optional(),
});
const caseShape = z.object({
  id: z.string(),
  theme: z.string(),
  input: inputShape.strict(),
  expect: expectShape.strict(),
});
type Input = z.output<typeof inputShape>;

const file = process.env.AVAILABILITY_CASES ?? new URL("cases.json", import.meta.url);
const { cases } = z.object({ cases: z.array(caseShape) }).parse(JSON.parse(readFileSync(file, "utf8")));

const minuteOf = (instant: string): number => Date.parse(instant) / 60_000;
const wall = (time: string): number => {
  const [hours = 0, minutes = 0] = time.split(":").map(Number);
  // As people write the end of the day.
  return time === "23:59" ? 1440 : hours * 60 + minutes;
};
const wallSpan = ([from, to]: [string, string]): Span => ({ from: wall(from), to: wall(to) });
const segmentsOf = ({ duration, segments }: z.output<typeof serviceShape>): Segment[] =>
  segments?.map(([kind, minutes]) => ({ kind, minutes })) ?? [{ kind: "work", minutes: duration! }];

function hoursOf({ weekly, overrides, closed }: Input): Hours {
  const dated = new Map(Object.entries(overrides).map(([date, windows]) => [date, windows.map(wallSpan)]));
  for (const date of closed) dated.set(date, []);
  return {
    weekly: weekly.flatMap(([days, window]) => days.map((weekday) => ({ weekday, ...wallSpan(window) }))),
    dated,
  };
}

const poolOf = ({ quantity, used }: NonNullable<Input["resource"]>) => ({
  id: "r",
  quantity,
  used: used.map(([from, to]) => ({ from: minuteOf(from), to: minuteOf(to) })),
});

function busyOf({ bookings, external_busy, breaks, now, viewer_id, tz }: Input): Busy[] {
  const blocks = (one: Input["bookings"][number]) =>
    one.status === "held"
      ? one.holder !== viewer_id && (one.expires === undefined || one.expires > now)
      : ["confirmed", "checked_in"].includes(one.status);
  return [
    ...bookings.filter(blocks).flatMap(({ start, service }) => {
      const { before, after } = service;
      return workOf(segmentsOf(service), minuteOf(start)).map((work) => ({ ...work, before, after, seatOf: "s" }));
    }),
    ...external_busy.map(([from, to]) => away({ from: minuteOf(from), to: minuteOf(to) })),
    ...breaks.map(([date, from, to]) =>
      away({
        from: minuteOf(atMinute(date, wall(from), tz).toISOString()),
        to: minuteOf(atMinute(date, wall(to), tz).toISOString()),
      }),
    ),
  ];
}

const formats = new Map<string, Intl.DateTimeFormat>();
function wallMinuteIn(timeZone: string) {
  const format =
    formats.get(timeZone) ??
    new Intl.DateTimeFormat("en", { timeZone, hour: "numeric", minute: "numeric", hourCycle: "h23" });
  formats.set(timeZone, format);
  return (minute: number): number => {
    const parts = format.formatToParts(minute * 60_000);
    const of = (type: string) => Number(parts.find((part) => part.type === type)!.value);
    return of("hour") * 60 + of("minute");
  };
}

function startsIn(input: Input): string[] {
  const { tz, viewer_tz: viewer = tz, now, dates, service, capacity, resource } = input;
  const local = {
    addDays,
    weekdayOf,
    minuteAt: (date: string, minute: number) => atMinute(date, minute, tz).getTime() / 60_000,
  };
  const [from, to] = dates;
  const midnight = (date: string, zone: string) => startOfDay(date, zone).getTime() / 60_000;
  // A day more on both sides: the viewer's dates are not the business's.
  const shifts = shiftsOn(hoursOf(input), { from: addDays(from, -1), to: addDays(to, 1) }, local);
  const windows = unite(shifts);
  const segments = segmentsOf(service);
  const { before, after } = service;
  const person = { id: "a", shifts: windows, windows, busy: busyOf(input) };
  const line: Line = {
    serviceId: "s",
    seats: capacity,
    staff: [{ person, segments, before, after }],
    pools: resource ? [{ pool: poolOf(resource) }] : [],
  };
  const horizon =
    input.max_horizon_days === undefined
      ? Number.POSITIVE_INFINITY
      : midnight(addDays(localDate(new Date(now), tz), input.max_horizon_days + 1), tz);
  const rules: Rules = {
    buffers: "add",
    step: service.step ?? lengthOf(segments),
    starts: "on_step",
    anchor: input.anchor === "window" ? "shift" : wallMinuteIn(viewer),
    notBefore: Math.ceil(minuteOf(now) + input.min_notice),
    until: horizon,
  };
  const asked = { from: midnight(from, viewer), to: midnight(addDays(to, 1), viewer) };
  return openStarts([line], rules, asked).map(({ start }) =>
    new Date(start * 60_000).toISOString().replace(".000Z", "Z"),
  );
}

test.each(cases.map((one) => [one.id, one.theme, one] as const))("%s: %s", (_, __, { input, expect: wanted }) => {
  const starts = startsIn(input);
  if (wanted.starts) expect(starts).toEqual(wanted.starts);
  if (wanted.count !== undefined) expect(starts).toHaveLength(wanted.count);
  if (wanted.first) expect(starts[0]).toBe(wanted.first);
  if (wanted.last) expect(starts.at(-1)).toBe(wanted.last);
  for (const absent of wanted.absent ?? []) expect(starts).not.toContain(absent);
});
