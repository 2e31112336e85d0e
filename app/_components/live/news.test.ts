import { describe, expect, test } from "vitest";
import { sayIn } from "@/app/_words/say";
import { wordsIn } from "@/app/_words/swahili";
import { everything, isNews, isWanted, summarise } from "./news";
import { eventAt } from "./testing/event";

const say = sayIn("en", wordsIn("en"));
const many = (count: number) => Array.from({ length: count }, (_, index) => eventAt(index + 1));

describe("isNews", () => {
  test("tells what has words", () => {
    expect(isNews(eventAt(1))).toBe(true);
  });

  test.each([
    ["what may not be seen", { name: "hidden", title: "" }],
    ["quiet events", { name: "notification.read" }],
    ["names this build does not know", { name: "cow.jumped" }],
  ])("is silent about %s", (_, more) => {
    expect(isNews(eventAt(1, more))).toBe(false);
  });
});

describe("isWanted", () => {
  const [mine, theirs] = [eventAt(1, { staffIds: ["me", "other"] }), eventAt(2, { staffIds: ["other"] })];
  const heard = (bookings: "all" | "own" | "none", staffId: string | null) =>
    [mine, theirs].map((event) => isWanted(event, { bookings, staffId }, "user-1"));

  test("all, one's own, or none of the bookings", () => {
    expect(heard("all", null)).toEqual([true, true]);
    expect(heard("own", "me")).toEqual([true, false]);
    expect(heard("none", "me")).toEqual([false, false]);
  });

  test("one's own doing is no news to one, and is to everybody else", () => {
    const done = eventAt(4, { by: "user-1" });
    expect([isWanted(done, everything, "user-1"), isWanted(done, everything, "user-2")]).toEqual([false, true]);
  });

  test("whoever is linked to nobody has none of their own", () => {
    expect(heard("own", null)).toEqual([false, false]);
  });

  test("what is about no booking is told anyway", () => {
    const joined = eventAt(3, { name: "member.joined", entity: "user" });
    expect(isWanted(joined, { bookings: "none", staffId: null }, "user-1")).toBe(true);
    expect(isWanted(mine, everything, "user-1")).toBe(true);
  });
});

describe("summarise", () => {
  test("tells up to three one by one, each leading to its booking", () => {
    expect(summarise(say, many(3), true).map((news) => news.entityId)).toEqual(["booking-1", "booking-2", "booking-3"]);
  });

  test("makes one line of thirty", () => {
    expect(summarise(say, many(30), true)).toEqual([
      { title: "30 new bookings while you were away", message: "", entity: "notifications", entityId: "" },
    ]);
  });

  test("counts what is not a booking beside them", () => {
    const [news] = summarise(say, [...many(4), eventAt(5, { name: "booking.cancelled" })], true);
    expect(news).toMatchObject({ title: "4 new bookings while you were away", message: "And 1 other change." });
  });

  test("says changes when nobody booked", () => {
    const cancelled = many(5).map((event) => ({ ...event, name: "booking.cancelled" }));
    expect(summarise(say, cancelled, true)[0]?.title).toBe("5 changes while you were away");
  });

  test("speaks of being away only to who was", () => {
    expect(summarise(say, many(30), false)[0]?.title).toBe("30 new bookings");
  });

  test("says nothing of nothing", () => {
    expect(summarise(say, [], true)).toEqual([]);
  });
});
