import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { sayIn } from "@/app/_words/say";
import { wordsIn } from "@/app/_words/swahili";
import { Digest } from "./digest";
import { summarise } from "./news";
import { eventAt } from "./testing/event";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

function digest() {
  const told: string[] = [];
  const state = { watched: true };
  const made = new Digest(
    (news) => told.push(news.title),
    () => state.watched,
    (missed, away) => summarise(sayIn("en", wordsIn("en")), missed, away),
  );
  return { made, told, state };
}

describe("Digest", () => {
  test("tells live events as they come", () => {
    const { made, told } = digest();
    made.level();
    made.add(eventAt(1));
    expect(told).toEqual(["Customer 1 booked"]);
  });

  test("makes one toast of thirty missed ones, once the replay is done", () => {
    const { made, told } = digest();
    made.level();
    made.behind();
    for (let seq = 1; seq <= 30; seq++) made.add(eventAt(seq));
    expect(told).toEqual([]);
    made.level();
    expect(told).toEqual(["30 new bookings while you were away"]);
    made.add(eventAt(31));
    expect(told).toHaveLength(2);
  });

  test("keeps the news of a hidden tab until it is looked at", () => {
    const { made, told, state } = digest();
    made.level();
    state.watched = false;
    for (let seq = 1; seq <= 5; seq++) made.add(eventAt(seq));
    expect(told).toEqual([]);
    state.watched = true;
    made.flush();
    expect(told).toEqual(["5 new bookings while you were away"]);
  });

  test("tells three of a burst as they come and the rest in one line, second by second", () => {
    const { made, told } = digest();
    made.level();
    for (let seq = 1; seq <= 100; seq++) made.add(eventAt(seq));
    expect(told).toEqual(["Customer 1 booked", "Customer 2 booked", "Customer 3 booked"]);
    vi.advanceTimersByTime(1_000);
    expect(told.slice(3)).toEqual(["97 new bookings"]);
    made.add(eventAt(101));
    expect(told.at(-1)).toBe("Customer 101 booked");
    vi.advanceTimersByTime(5_000);
    expect(told).toHaveLength(5);
  });

  test("does not wait for ever for the end of a replay", () => {
    const { made, told } = digest();
    made.add(eventAt(1));
    vi.advanceTimersByTime(999);
    expect(told).toEqual([]);
    vi.advanceTimersByTime(1);
    expect(told).toEqual(["Customer 1 booked"]);
  });
});
