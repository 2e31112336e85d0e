import { expect, test } from "vitest";
import { conflictOf, type Day, type Work } from "./conflict";

const work = (id: string, from: number, minutes: number, more: Partial<Work> = {}): Work => ({
  id,
  bookingId: `booking of ${id}`,
  person: "grace",
  serviceId: "cut",
  from,
  to: from + minutes,
  segments: [{ kind: "work", minutes }],
  before: 0,
  after: 0,
  isSeat: false,
  ...more,
});
const day = (...taken: Work[]): Day => ({
  people: [{ id: "grace", windows: [{ from: 480, to: 1_080 }], away: [{ from: 780, to: 840 }] }],
  work: taken,
  kept: [{ person: "grace", from: 960, to: 990 }],
  blocked: [{ person: "grace", from: 1_020, to: 1_080 }],
  buffers: "larger",
});
const at = (from: number, ...taken: Work[]) => conflictOf([work("mine", from, 60)], day(...taken));

test("hours, breaks, what is kept and what is taken are in the way; touching is not", () => {
  expect(at(470)).toEqual({ kind: "closed" });
  expect(at(1_030)).toEqual({ kind: "closed" });
  expect(conflictOf([work("mine", 600, 60, { person: "nobody" })], day())).toEqual({ kind: "closed" });
  expect(at(730)).toEqual({ kind: "away" });
  expect(at(720)).toBeNull();
  expect(at(940)).toEqual({ kind: "kept" });
  expect(at(600, work("other", 650, 30))).toEqual({ kind: "taken", by: "other" });
  expect(at(600, work("other", 660, 30))).toBeNull();
  // Where it is now it is in nobody's way, nor are its other services.
  expect(conflictOf([work("mine", 600, 60)], day(work("mine", 600, 60)))).toBeNull();
});

test("time kept free around two neighbours is the longer of both, or both", () => {
  const other = work("other", 680, 30, { before: 15 });
  const mine = work("mine", 600, 60, { after: 10 });
  expect(conflictOf([mine], day(other))).toBeNull();
  expect(conflictOf([mine], { ...day(other), buffers: "add" })).toEqual({ kind: "taken", by: "other" });
});

test("somebody else fits into a gap, and a place beside others of the class that begins then", () => {
  const colour = work("colour", 600, 90, {
    segments: [
      { kind: "work", minutes: 30 },
      { kind: "gap", minutes: 30 },
      { kind: "work", minutes: 30 },
    ],
  });
  expect(conflictOf([work("mine", 630, 30)], day(colour))).toBeNull();
  expect(conflictOf([work("mine", 640, 30)], day(colour))).toMatchObject({ kind: "taken" });
  const seat = { isSeat: true, serviceId: "yoga" };
  const lesson = work("lesson", 600, 60, seat);
  expect(conflictOf([work("mine", 600, 60, seat)], day(lesson))).toBeNull();
  expect(conflictOf([work("mine", 615, 60, seat)], day(lesson))).toMatchObject({ kind: "taken" });
});

test("time that is blocked is not free, whoever would be served in it", () => {
  expect(at(1_000)).toEqual({ kind: "blocked" });
  expect(at(955)).toEqual({ kind: "kept" });
});
