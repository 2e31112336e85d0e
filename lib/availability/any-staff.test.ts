import { describe, expect, test } from "vitest";
import { type AnyStaff, type Busy, type Candidate, type Line, type Rules, segmentsLasting } from "./visit";
import { openStarts, placeVisit } from "./visit-plan";

const nine = { from: 540, to: 1080 };
const day = [
  { from: 0, to: 1440 },
  { from: 1440, to: 2880 },
];
const rules: Rules = { buffers: "larger", step: 30, starts: "on_step", notBefore: 0, until: 5_000, days: day };
const taken = (from: number, to: number, more: Partial<Busy> = {}): Busy => ({
  from,
  to,
  before: 0,
  after: 0,
  ...more,
});
const can = (id: string, busy: Busy[], minutes = 60): Candidate => ({
  person: { id, shifts: [nine], windows: [nine], busy, shortest: 30 },
  segments: [{ kind: "work", minutes }],
  before: 0,
  after: 0,
});
const line = (staff: Candidate[], more: Partial<Line> = {}): Line => ({ serviceId: "cut", staff, ...more });
const who = (of: Line, anyStaff: AnyStaff, at = 600) => {
  const [placed] = placeVisit([of], at, { ...rules, anyStaff }) ?? [];
  return placed && `${placed.staffId}: ${placed.because}`;
};

describe("whoever is free, by the rule of the house", () => {
  const busyA = [taken(720, 840)];
  const busyB = [taken(720, 750)];

  test.each<[string, Line, AnyStaff, string]>([
    ["the order of the house", line([can("a", busyA), can("b", busyB)]), "order", "a: order"],
    ["fewest minutes booked that day", line([can("a", busyA), can("b", busyB)]), "fairest", "b: fairest"],
    ["a tie goes by order", line([can("a", busyA), can("b", busyA)]), "fairest", "a: order"],
    [
      "another day's work is not counted",
      line([can("a", [taken(2000, 2400)]), can("b", busyB)]),
      "fairest",
      "a: fairest",
    ],
    [
      "work of the night before counts as far as it is of this day",
      line([can("a", [taken(-120, 100)]), can("b", [taken(0, 90)])]),
      "fairest",
      "b: fairest",
    ],
    [
      "a break is no work",
      line([can("a", [taken(720, 1020, { away: true })]), can("b", busyB)]),
      "fairest",
      "a: fairest",
    ],
    [
      "a class of three is an hour of work, not three",
      line([
        can(
          "a",
          [1, 2, 3].map(() => taken(720, 780, { seatOf: "class" })),
        ),
        can("b", busyA),
      ]),
      "fairest",
      "a: fairest",
    ],
    [
      "the smallest hole that nothing fits into",
      line([can("a", [taken(680, 720)]), can("b", [taken(660, 720)])]),
      "least_gaps",
      "b: least_gaps",
    ],
    ["who did it the last time", line([can("a", []), can("b", [])], { usual: "b" }), "usual", "b: usual"],
    [
      "the usual one has no time",
      line([can("a", []), can("b", [taken(600, 660)])], { usual: "b" }),
      "usual",
      "a: only_one_free",
    ],
    ["nobody is usual yet", line([can("a", []), can("b", [])]), "usual", "a: order"],
    ["the only one who is free", line([can("a", [taken(600, 610)]), can("b", busyA)]), "fairest", "b: only_one_free"],
    ["the one who was asked for", line([can("a", busyA)], { asked: true }), "fairest", "a: asked"],
  ])("%s", (_, of, anyStaff, answer) => expect(who(of, anyStaff)).toBe(answer));

  test("whoever is preferred gives way when the rest of the visit could not be done", () => {
    // By a the cut takes longer, and the colour after it then meets its colourist's next customer.
    const cut = line([can("a", [], 90), can("b", [taken(900, 1000)], 60)]);
    const colour: Line = { ...line([can("c", [taken(745, 900)])]), serviceId: "colour" };
    const placed = placeVisit([cut, colour], 600, { ...rules, anyStaff: "fairest" });
    expect(placed?.map(({ staffId, from, because }) => `${staffId} ${from} ${because}`)).toEqual([
      "b 600 only_one_free",
      "c 660 only_one_free",
    ]);
  });
});

describe("one service in another time", () => {
  const colour = [
    { kind: "work" as const, minutes: 40 },
    { kind: "gap" as const, minutes: 35 },
    { kind: "work" as const, minutes: 20 },
  ];
  test.each([
    ["as usual", 95, [40, 35, 20]],
    ["half an hour quicker: what has to take its time does", 65, [20, 35, 10]],
    ["slower", 125, [60, 35, 30]],
    ["rounded to minutes, with none lost", 90, [37, 35, 18]],
    ["never without work", 20, [1, 35, 1]],
  ])("%s", (_, minutes, wanted) =>
    expect(segmentsLasting(colour, minutes).map((segment) => segment.minutes)).toEqual(wanted),
  );

  test("each in their own: the quicker one fits where the slower does not", () => {
    const of = line([can("slow", [taken(640, 700)], 60), can("quick", [taken(640, 700)], 40)]);
    expect(who(of, "order")).toBe("quick: only_one_free");
  });
});

describe("gap-aware offering", () => {
  // Free from 9:00 to 11:00 and from 12:00 on; an hour is sold in steps of half an hour, the shortest thing takes an hour.
  const one = (busy: Busy[], shortest = 60) => {
    const candidate = can("a", busy);
    return [line([{ ...candidate, person: { ...candidate.person, shortest } }])];
  };
  const starts = (lines: Line[], more: Partial<Rules> = {}) =>
    openStarts(lines, { ...rules, gapAware: true, ...more }).map(({ start }) => start);
  const noon = [taken(660, 720), taken(840, 1080)];

  test("leaves out what would make a hole", () => expect(starts(one(noon))).toEqual([540, 600, 720, 780]));
  test("everything is offered where a hole cannot be helped", () =>
    expect(starts(one([taken(630, 1080)]))).toEqual([540, 570]));
  test("a hole that something shorter fits into is none", () =>
    expect(starts(one(noon, 30))).toEqual([540, 570, 600, 720, 750, 780]));
  test("the time that passes until somebody may come is nobody's hole", () =>
    expect(starts(one(noon), { notBefore: 565 })).toEqual([600, 720, 780]));
  test("the desk begins when it likes", () =>
    expect(placeVisit(one(noon), 570, { ...rules, gapAware: true, starts: "any" })).not.toBeNull());
  test("two services by one person, one after the other, leave no hole between them", () => {
    const two = [...one(noon), { ...one(noon)[0]!, serviceId: "wash" }];
    expect(starts(two)).toEqual([540, 720]);
  });
});
