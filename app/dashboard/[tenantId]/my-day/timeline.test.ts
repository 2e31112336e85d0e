import { expect, test } from "vitest";
import type { MyDay, MyWork } from "@/lib/bookings/my-day";
import { freeOf, isOver, rowsOf, standing, startsIn } from "./timeline";

const work = (id: string, from: number, to: number, more: Partial<MyWork> = {}): MyWork => ({
  id,
  bookingId: `b${id}`,
  bookingStartsAt: "",
  bookingEndsAt: "",
  staffId: "me",
  status: "confirmed",
  customer: id,
  customerId: id,
  knownAs: null,
  service: "Cut",
  serviceId: "cut",
  category: "Hair",
  segments: [{ kind: "work", minutes: to - from }],
  before: 0,
  after: 0,
  place: 0,
  of: 1,
  isSeat: false,
  overbooked: false,
  heldUp: false,
  hasNotes: false,
  awaitsDeposit: false,
  expiresAt: null,
  allergies: "",
  notes: "",
  wish: "",
  addons: [],
  where: [],
  from,
  to,
  ...more,
});
const day = (more: Partial<MyDay> = {}): MyDay => ({
  date: "2026-11-28",
  day: { from: 0, to: 1_440 },
  staffId: "me",
  windows: [{ from: 540, to: 1_020 }],
  breaks: [{ from: 720, to: 780 }],
  off: [],
  work: [],
  kept: [],
  blocks: [],
  position: "1-1",
  ...more,
});
const said = (rows: ReturnType<typeof rowsOf>) => rows.map(({ kind, from, to }) => `${kind} ${from}-${to}`);

test("work, breaks, blocks and gaps stand in the order of the day, and a gap is what is left of it", () => {
  const mine = day({
    work: [work("a", 600, 660), work("b", 660, 710)],
    blocks: [{ id: "x", staffId: "me", from: 900, to: 960, reason: "Bank" }],
    kept: [{ id: "k", staffId: "me", from: 960, to: 1_020, bookingId: null, for: null, until: "" }],
  });
  expect(said(rowsOf(mine, 0))).toEqual([
    "free 540-600",
    "work 600-660",
    "work 660-710",
    "break 720-780",
    "free 780-900",
    "block 900-960",
    "kept 960-1020",
  ]);
});

test("of the past no gap is told, and what runs now begins now", () => {
  expect(freeOf(day(), 600.5)).toEqual([
    { from: 601, to: 720 },
    { from: 780, to: 1_020 },
  ]);
  expect(freeOf(day(), 1_010)).toEqual([]);
});

test("in the waiting of a colour others can be served, and what is done early leaves its time", () => {
  const segments: MyWork["segments"] = [
    { kind: "work", minutes: 30 },
    { kind: "gap", minutes: 30 },
    { kind: "work", minutes: 30 },
  ];
  expect(freeOf(day({ breaks: [], work: [work("a", 540, 630, { segments })] }), 0)).toEqual([
    { from: 570, to: 600 },
    { from: 630, to: 1_020 },
  ]);
  const colour = day({ breaks: [], work: [work("Akoth", 540, 630, { segments })] });
  expect(rowsOf(colour, 0).map((row) => (row.kind === "free" ? row.during : row.kind))).toEqual([
    "work",
    "Akoth",
    null,
  ]);
  const done = work("a", 540, 1_020, { status: "completed" });
  expect(freeOf(day({ breaks: [], work: [done] }), 600)).toEqual([{ from: 600, to: 1_020 }]);
});

test("a day off is one thing, and hides the break in it", () => {
  expect(said(rowsOf(day({ off: [{ from: -600, to: 2_000 }] }), 0))).toEqual(["off 0-1440"]);
});

test("whom I serve now, and who is next", () => {
  const mine = day({ work: [work("a", 540, 600, { status: "in_service" }), work("b", 600, 660), work("c", 660, 700)] });
  expect(standing(mine, 610)).toMatchObject({ now: [{ id: "a" }], next: { id: "c" } });
  expect(standing(day({ work: [work("b", 600, 660)] }), 610)).toMatchObject({ now: [{ id: "b" }], next: null });
  expect(standing(day({ work: [work("b", 600, 660, { status: "completed" })] }), 610)).toEqual({ now: [], next: null });
});

test("what is over is out of the way unless somebody has to say what became of it", () => {
  const [late, done] = rowsOf(
    day({ windows: [], breaks: [], work: [work("a", 540, 600), work("b", 600, 660, { status: "completed" })] }),
    700,
  );
  expect([late, done].map((row) => isOver(row!, 700))).toEqual([false, true]);
});

test("a block begins now or at a quarter, wherever a quarter of an hour is left", () => {
  expect(startsIn([{ from: 607, to: 640 }])).toEqual([
    { at: 607, until: 640 },
    { at: 615, until: 640 },
  ]);
  expect(startsIn([{ from: 600, to: 630 }]).map(({ at }) => at)).toEqual([600, 615]);
});
