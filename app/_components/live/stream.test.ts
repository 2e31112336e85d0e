import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import type { Position } from "./position";
import { LiveStream, type Source } from "./stream";

/** An EventSource in the hands of the test. */
class FakeSource implements Source {
  readyState = 0;
  onopen: Source["onopen"] = null;
  onerror: Source["onerror"] = null;
  closed = false;
  #listeners = new Map<string, (event: MessageEvent<string>) => void>();

  constructor(readonly after: string) {}

  addEventListener(name: string, listener: (event: MessageEvent<string>) => void): void {
    this.#listeners.set(name, listener);
  }

  close(): void {
    this.closed = true;
  }

  say(name: string, id = ""): void {
    this.#listeners.get(name)?.({ lastEventId: id, data: "{}" } as MessageEvent<string>);
  }

  events(...seqs: number[]): void {
    for (const seq of seqs) this.say("booking.placed", `1-${seq}`);
  }

  fail(readyState: number): void {
    this.readyState = readyState;
    this.onerror?.({} as Event);
  }
}

function streamFrom(seq: number, mayReturn = true) {
  const sources: FakeSource[] = [];
  const applied: number[] = [];
  const resets: Position[] = [];
  const states: string[] = [];
  const stream = new LiveStream(
    { epoch: 1, seq },
    {
      open: (after) => {
        const source = new FakeSource(after);
        sources.push(source);
        return source;
      },
      mayReturn: async () => mayReturn,
      names: ["booking.placed", "hidden"],
      onEvent: (event) => applied.push(event.at.seq),
      onReset: (at) => resets.push(at),
      onLevel: () => states.push("level"),
      onState: (state) => states.push(state),
      onBeat: () => {},
    },
  );
  const last = () => sources.at(-1) as FakeSource;
  return { stream, sources, applied, resets, states, last };
}

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

describe("LiveStream", () => {
  test("opens after the position the page was rendered at, and is live when the replay is done", () => {
    const { sources, states, applied, last } = streamFrom(4);
    last().events(5, 6);
    last().say("level");
    expect(sources.map((source) => source.after)).toEqual(["1-4"]);
    expect(applied).toEqual([5, 6]);
    expect(states).toEqual(["live", "level"]);
  });

  test("ignores what it has, and asks again from the last one when a number is missing", () => {
    const { applied, sources, last } = streamFrom(4);
    last().events(4, 5, 5, 8);
    expect(applied).toEqual([5]);
    expect(sources.map((source) => [source.after, source.closed])).toEqual([
      ["1-4", true],
      ["1-5", false],
    ]);
    last().events(6, 7, 8);
    expect(applied).toEqual([5, 6, 7, 8]);
  });

  test("hears nothing more from a source it has left", () => {
    const { applied, sources, last } = streamFrom(4);
    last().events(9);
    sources[0]?.events(5);
    expect(applied).toEqual([]);
  });

  test("does not ask for ever for what this build cannot hear", () => {
    const { sources, resets, applied, last } = streamFrom(4);
    last().events(6);
    last().events(6);
    expect(resets).toEqual([{ epoch: 1, seq: 6 }]);
    last().events(7);
    expect(applied).toEqual([7]);
    expect(sources).toHaveLength(2);
  });

  test("goes on from a reset", () => {
    const { stream, resets, applied, last } = streamFrom(4);
    last().say("reset", "3-70");
    last().say("booking.placed", "3-71");
    expect(resets).toEqual([{ epoch: 3, seq: 70 }]);
    expect(applied).toEqual([71]);
    expect(stream.at).toEqual({ epoch: 3, seq: 71 });
  });

  test("leaves an ordinary break to the browser", () => {
    const { sources, states, last } = streamFrom(4);
    last().say("level");
    last().fail(0);
    vi.advanceTimersByTime(30_000);
    expect(states.at(-1)).toBe("waiting");
    expect(sources).toHaveLength(1);
  });

  test("comes back by itself, later each time, when the browser has given up", async () => {
    vi.spyOn(Math, "random").mockReturnValue(1);
    const { sources, last } = streamFrom(4);
    last().events(5);
    for (const [wait, count] of [
      [1_000, 2],
      [2_000, 3],
      [4_000, 4],
    ] as const) {
      last().fail(2);
      await vi.advanceTimersByTimeAsync(wait - 1);
      expect(sources).toHaveLength(count - 1);
      await vi.advanceTimersByTimeAsync(1);
      expect(sources).toHaveLength(count);
    }
    expect(last().after).toBe("1-5");
  });

  test("stays away when it may not return", async () => {
    const { sources, last } = streamFrom(4, false);
    last().fail(2);
    await vi.advanceTimersByTimeAsync(35_000);
    expect(sources).toHaveLength(1);
  });

  test("opens anew after forty seconds of silence, and beats are no silence", () => {
    const { sources, states, last } = streamFrom(4);
    last().say("level");
    for (let beat = 0; beat < 6; beat++) {
      vi.advanceTimersByTime(15_000);
      last().say("beat");
    }
    expect(sources).toHaveLength(1);
    vi.advanceTimersByTime(45_000);
    expect(sources).toHaveLength(2);
    expect(states).toEqual(["live", "level", "waiting"]);
  });

  test("goes back for a tab that stands further back, and only then", () => {
    const { stream, sources, last } = streamFrom(4);
    last().events(5, 6);
    stream.rewind({ epoch: 1, seq: 6 });
    stream.rewind({ epoch: 1, seq: 8 });
    stream.rewind({ epoch: 9, seq: 1 });
    expect(sources).toHaveLength(1);
    stream.rewind({ epoch: 1, seq: 4 });
    expect(last().after).toBe("1-4");
  });

  test("wakes at once when it waits, and leaves a living stream alone", () => {
    const { stream, sources, last } = streamFrom(4);
    last().say("level");
    vi.advanceTimersByTime(5_000);
    stream.wake();
    expect(sources).toHaveLength(1);
    last().fail(0);
    stream.wake();
    expect(sources).toHaveLength(2);
  });

  test("stopped is stopped", () => {
    const { stream, sources, last } = streamFrom(4);
    stream.stop();
    last().fail(2);
    vi.advanceTimersByTime(120_000);
    expect(sources).toHaveLength(1);
    expect(last().closed).toBe(true);
  });
});
