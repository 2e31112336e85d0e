import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { Status, type StatusName } from "./status";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

function status() {
  const said: StatusName[] = [];
  return { said, made: new Status((name) => said.push(name)) };
}

describe("Status", () => {
  test("stays calm about a short break", () => {
    const { made, said } = status();
    made.stream("live");
    made.stream("waiting");
    vi.advanceTimersByTime(2_400);
    made.stream("live");
    vi.advanceTimersByTime(60_000);
    expect(said).toEqual(["live"]);
  });

  test("says so when it lasts, and when it lasts long", () => {
    const { made, said } = status();
    made.stream("live");
    made.stream("waiting");
    vi.advanceTimersByTime(2_500);
    expect(said).toEqual(["live", "reconnecting"]);
    made.stream("waiting");
    vi.advanceTimersByTime(27_500);
    expect(said).toEqual(["live", "reconnecting", "offline"]);
    made.stream("live");
    expect(said.at(-1)).toBe("live");
  });

  test("is offline at once when the browser says so", () => {
    const { made, said } = status();
    made.stream("live");
    made.network(false);
    made.stream("waiting");
    vi.advanceTimersByTime(10_000);
    expect(said).toEqual(["live", "offline"]);
    made.network(true);
    expect(said.at(-1)).toBe("reconnecting");
  });

  test("never live from the start is told too", () => {
    const { said } = status();
    vi.advanceTimersByTime(2_500);
    expect(said).toEqual(["reconnecting"]);
  });
});
