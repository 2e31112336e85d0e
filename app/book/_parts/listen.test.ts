import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { listen } from "./listen";

class FakeSource extends EventTarget {
  static readonly CLOSED = 2;
  static opened: FakeSource[] = [];
  readyState = 1;
  onopen: (() => void) | null = null;
  onerror: (() => void) | null = null;
  constructor(readonly url: string) {
    super();
    FakeSource.opened.push(this);
  }
  close() {
    this.readyState = FakeSource.CLOSED;
  }
  say(event: string, data: object = {}) {
    this.dispatchEvent(new MessageEvent(event, { data: JSON.stringify(data) }));
  }
}

const screen = new EventTarget() as EventTarget & { hidden: boolean };
const frame = new EventTarget();
const shown = { current: { since: 7, days: ["2026-12-01", "2026-12-14"] as [string, string] | null } };
const last = () => FakeSource.opened.at(-1)!;
const refresh = vi.fn();
let leave = () => {};

beforeEach(() => {
  vi.useFakeTimers();
  FakeSource.opened = [];
  screen.hidden = false;
  shown.current = { since: 7, days: ["2026-12-01", "2026-12-14"] };
  refresh.mockClear();
  vi.stubGlobal("EventSource", FakeSource);
  vi.stubGlobal("document", screen);
  vi.stubGlobal("navigator", { onLine: true });
  vi.stubGlobal("addEventListener", frame.addEventListener.bind(frame));
  vi.stubGlobal("removeEventListener", frame.removeEventListener.bind(frame));
  leave = listen("/stream", shown, refresh);
  last().onopen?.();
});

afterEach(() => {
  leave();
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

test("asks anew for the days it shows and for no others, soon, and not twice for what comes together", () => {
  last().say("slots", { days: ["2026-12-20"] });
  vi.advanceTimersByTime(1_000);
  expect(refresh).not.toHaveBeenCalled();
  for (let n = 0; n < 20; n++) last().say("slots", { days: ["2026-11-30", "2026-12-14"] });
  vi.advanceTimersByTime(200);
  expect(refresh).toHaveBeenCalledTimes(1);
  last().say("slots");
  vi.advanceTimersByTime(200);
  expect(refresh).toHaveBeenCalledTimes(1);
  vi.advanceTimersByTime(400);
  expect(refresh).toHaveBeenCalledTimes(2);
});

test("a burst that does not end is still shown twice a second", () => {
  for (let n = 0; n < 30; n++) {
    last().say("slots");
    vi.advanceTimersByTime(100);
  }
  expect(refresh.mock.calls.length).toBeGreaterThanOrEqual(5);
  expect(refresh.mock.calls.length).toBeLessThanOrEqual(7);
});

test("a booking's page hears of its booking alone", () => {
  shown.current = { since: 7, days: null };
  last().say("slots");
  vi.advanceTimersByTime(1_000);
  expect(refresh).not.toHaveBeenCalled();
  last().say("booking");
  vi.advanceTimersByTime(200);
  expect(refresh).toHaveBeenCalledTimes(1);
});

test("without a network the page stays as it is", () => {
  vi.stubGlobal("navigator", { onLine: false });
  last().say("slots");
  vi.advanceTimersByTime(1_000);
  expect(refresh).not.toHaveBeenCalled();
});

test("a line without a beat is made anew, from what is shown by then; one with beats is kept", () => {
  for (let n = 0; n < 4; n++) {
    vi.advanceTimersByTime(30_000);
    last().say("beat");
  }
  expect(FakeSource.opened).toHaveLength(1);
  shown.current = { ...shown.current, since: 99 };
  vi.advanceTimersByTime(41_000);
  expect(FakeSource.opened.map(({ url }) => url)).toEqual(["/stream?since=7", "/stream?since=99"]);
  expect(FakeSource.opened[0]!.readyState).toBe(FakeSource.CLOSED);
});

test("after a refusal it comes back later and later; after a short break of the line the browser does by itself", () => {
  last().readyState = 0;
  last().onerror?.();
  const tries = () => FakeSource.opened.length;
  vi.advanceTimersByTime(20_000);
  expect(tries()).toBe(1);
  for (const [most, count] of [
    [20_000, 2],
    [40_000, 3],
    [80_000, 4],
  ] as const) {
    last().readyState = FakeSource.CLOSED;
    last().onerror?.();
    vi.advanceTimersByTime(most / 2 - 1);
    expect(tries()).toBe(count - 1);
    vi.advanceTimersByTime(most / 2 + 1);
    expect(tries()).toBe(count);
  }
});

test("a page that is not looked at lets its line go after a while, and takes it up again at once", () => {
  screen.hidden = true;
  screen.dispatchEvent(new Event("visibilitychange"));
  vi.advanceTimersByTime(31_000);
  expect(last().readyState).toBe(FakeSource.CLOSED);
  vi.advanceTimersByTime(120_000);
  expect(FakeSource.opened).toHaveLength(1);
  screen.hidden = false;
  screen.dispatchEvent(new Event("visibilitychange"));
  expect(FakeSource.opened).toHaveLength(2);
  expect(last().readyState).toBe(1);
});
