import { afterEach, beforeEach, expect, test, vi } from "vitest";
import type { SlotDays } from "@/lib/events/slot-days";
import type { Frame } from "./frames";
import { OpenPages } from "./open-pages";
import { PageStream } from "./stream";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const nothing = Buffer.alloc(0);
const frame = (
  seq: number,
  slotDays: SlotDays,
  more: { at?: number; bookingId?: string; customerId?: string } = {},
): Frame => ({
  seq,
  at: 0,
  audience: [],
  full: nothing,
  hidden: nothing,
  bookingId: null,
  customerId: null,
  slotDays,
  ...more,
});

function page(bookingId: string | null = null, customerIds?: string[]) {
  const told: string[] = [];
  const whose = customerIds ? { customer: { sessionId: "s", accountId: "a", customerIds } } : {};
  const sink = {
    door: "node" as const,
    write: (bytes: Buffer) => void told.push(bytes.toString().replace(/^event: (\w+)\ndata: (.*)\n\n$/, "$1 $2")),
    backlog: () => 0,
    end: () => {},
    destroy: () => {},
  };
  return { stream: new PageStream({ tenantId: "t", bookingId, ...whose }, sink, () => {}), told };
}

/** Somebody who misses nothing. */
const upToDate = Number.MAX_SAFE_INTEGER;

test("however much happens at once, pages are told once, and of each day once", () => {
  const pages = new OpenPages();
  const { stream, told } = page();
  pages.add(stream, upToDate, []);
  for (const days of [["2026-12-02"], ["2026-12-01", "2026-12-02"], null, ["2026-12-01"]]) pages.hear(frame(1, days));
  expect(told).toEqual(["level {}"]);
  vi.advanceTimersByTime(200);
  expect(told).toEqual(["level {}", 'slots {"days":["2026-12-01","2026-12-02"]}']);
  pages.hear(frame(5, ["2026-12-03"]));
  pages.hear(frame(6, "all"));
  vi.advanceTimersByTime(200);
  expect(told.slice(2)).toEqual(["slots {}"]);
});

test("what changes no free time is told to nobody but the page of its booking", () => {
  const pages = new OpenPages();
  const [mine, other, any] = [page("b1"), page("b2"), page()];
  for (const { stream } of [mine, other, any]) pages.add(stream, upToDate, []);
  pages.hear(frame(1, null, { bookingId: "b1" }));
  pages.hear(frame(2, null));
  vi.advanceTimersByTime(200);
  expect([mine, other, any].map(({ told }) => told.slice(1))).toEqual([["booking {}"], [], []]);
});

test("who comes in is told what was missed since the page was drawn, and when nobody knows, that something may have been", () => {
  const drawn = 1_000_000;
  const cameIn = (latest: Frame[], bookingId: string | null = null) => {
    const { stream, told } = page(bookingId);
    new OpenPages().add(stream, drawn, latest);
    return told;
  };
  const before = drawn - 60_000;
  expect(cameIn([])).toEqual(["level {}"]);
  expect(cameIn([frame(1, ["2026-12-01"], { at: before })])).toEqual(["level {}"]);
  expect(cameIn([frame(7, null, { at: before }), frame(8, ["2026-12-01"], { at: drawn + 1 })])).toEqual([
    "slots {}",
    "level {}",
  ]);
  // Recorded before the page was drawn and committed after it.
  expect(cameIn([frame(1, ["2026-12-01"], { at: drawn - 1_000 })])).toEqual(["slots {}", "level {}"]);
  expect(cameIn([frame(1, null, { at: drawn + 1, bookingId: "b1" })], "b1")).toEqual(["booking {}", "level {}"]);
  // The oldest event at hand is younger than the page.
  expect(cameIn([frame(7, null, { at: drawn + 1 })], "b1")).toEqual(["slots {}", "booking {}", "level {}"]);
});

test("a customer’s own corner is told of what is theirs, and of no free time", () => {
  const pages = new OpenPages();
  const [mary, jane] = [page(null, ["mary", "child"]), page(null, ["jane"])];
  for (const { stream } of [mary, jane]) pages.add(stream, upToDate, []);
  pages.hear(frame(1, ["2026-12-01"]));
  pages.hear(frame(2, "all", { customerId: "child" }));
  vi.advanceTimersByTime(200);
  expect([mary, jane].map(({ told }) => told.slice(1))).toEqual([["own {}"], []]);
  const back = page(null, ["mary"]);
  pages.add(back.stream, 1_000_000, [frame(1, "all", { at: 1_000_001, customerId: "mary" })]);
  expect(back.told).toEqual(["own {}", "level {}"]);
});
