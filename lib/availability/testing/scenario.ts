import fc from "fast-check";
import type { Span } from "../spans";
import type { Segment } from "../visit";

// A day of a small business as plain data, in wall-clock minutes of that day. Most values are multiples of five, so that
// things often touch: that is where an engine errs.

const five = (min: number, max: number) => fc.integer({ min: min / 5, max: max / 5 }).map((n) => n * 5);
const spanOf = (from: fc.Arbitrary<number>, length: fc.Arbitrary<number>): fc.Arbitrary<Span> =>
  fc.tuple(from, length).map(([at, minutes]) => ({ from: at, to: at + minutes }));

const morning = spanOf(five(420, 600), five(120, 300));
const late = spanOf(five(720, 900), five(120, 840));
const windows = fc.oneof(
  { weight: 4, arbitrary: fc.tuple(morning, late) },
  { weight: 2, arbitrary: fc.tuple(morning) },
  { weight: 1, arbitrary: fc.tuple(late, late) },
);
const onceIn =
  (times: number) =>
  <T>(one: fc.Arbitrary<T>): fc.Arbitrary<T | null> =>
    fc.oneof({ weight: times - 1, arbitrary: fc.constant(null) }, { weight: 1, arbitrary: one });
const sometimes = onceIn(2);
const rarely = onceIn(10);

const buffer = fc.constantFrom(0, 0, 5, 10, 25);
const busy = fc.record({
  span: spanOf(five(420, 1320), five(5, 120)),
  before: buffer,
  after: buffer,
  kind: fc.constantFrom("other", "seat", "seat", "away"),
});

/** Lessons that stand begin at the same few times, so that one can be joined: drawn at random they never would. */
const lesson = fc.record({
  span: fc.tuple(fc.constantFrom(600, 600, 630, 840), five(15, 75)).map(([from, long]) => ({ from, to: from + long })),
  before: buffer,
  after: buffer,
  kind: fc.constant("seat"),
});

const person = fc.record({
  /** Without own hours they work the business's. */
  weekly: sometimes(windows),
  dated: rarely(fc.oneof(windows, windows, windows, fc.constant([] as Span[]))),
  breaks: fc.array(spanOf(five(600, 900), five(5, 60)), { maxLength: 1 }),
  timeOff: fc.array(spanOf(five(480, 1200), five(30, 180)), { maxLength: 1 }),
  busy: fc.array(fc.oneof({ weight: 3, arbitrary: busy }, { weight: 1, arbitrary: lesson }), { maxLength: 4 }),
  /** How many minutes they take more or less than others for a service without gaps. */
  pace: fc.constantFrom(0, 0, -10, 15),
});

const segments = fc.oneof(
  five(15, 75).map((minutes): Segment[] => [{ kind: "work", minutes }]),
  fc.tuple(five(10, 45), five(5, 60), five(10, 45)).map(([a, gap, b]): Segment[] => [
    { kind: "work", minutes: a },
    { kind: "gap", minutes: gap },
    { kind: "work", minutes: b },
  ]),
);

const line = fc.record({
  segments,
  before: buffer,
  after: buffer,
  seats: fc.constantFrom(1, 1, 2, 3),
  together: fc.boolean(),
  /** Who can do it, by place; counted round when there are fewer people. */
  able: fc.subarray([0, 1, 2], { minLength: 1 }),
  pool: sometimes(
    fc.record({
      quantity: fc.integer({ min: 1, max: 2 }),
      used: fc.array(spanOf(five(420, 1320), five(15, 90)), { maxLength: 4 }),
      segments: sometimes(fc.constantFrom<number[]>([0], [1], [2], [0, 2])),
    }),
  ),
});

export const scenario = fc.record({
  business: fc.record({
    weekly: windows,
    dated: rarely(fc.oneof(windows, windows, windows, fc.constant([] as Span[]))),
    holiday: onceIn(25)(fc.constant(true)),
  }),
  people: fc.array(person, { minLength: 1, maxLength: 3 }),
  lines: fc.oneof(fc.tuple(line), fc.tuple(line), fc.tuple(line, line)),
  buffers: fc.constantFrom("larger" as const, "add" as const),
  step: fc.constantFrom(15, 20, 30, 45),
  /** Steps counted from each shift, or from round times on a wall clock that is some minutes ahead. */
  ahead: sometimes(fc.constantFrom(0, 15, 30)),
  notBefore: fc.oneof(five(0, 300), five(300, 720)),
  until: five(1100, 1500),
  anyStaff: fc.constantFrom("order" as const, "fairest" as const, "least_gaps" as const, "usual" as const),
  usual: fc.nat(2),
  gapAware: fc.constantFrom(false, false, true),
  shortest: five(15, 60),
  perDay: rarely(
    fc.record({
      most: fc.integer({ min: 1, max: 2 }),
      taken: fc.array(fc.oneof(five(-60, 1560), fc.constantFrom(0, 1440)), { maxLength: 2 }),
    }),
  ),
});
export type Scenario = typeof scenario extends fc.Arbitrary<infer T> ? T : never;

export const canDo = (s: Scenario, line: number, place: number): boolean =>
  s.lines[line]!.able.some((one) => one % s.people.length === place);
