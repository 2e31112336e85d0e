import { describe, expect, test } from "vitest";
import { isNews, summarise } from "./news";
import { eventAt } from "./testing/event";

const many = (count: number) => Array.from({ length: count }, (_, index) => eventAt(index + 1));

describe("isNews", () => {
  test("tells what somebody else did", () => {
    expect(isNews(eventAt(1))).toBe(true);
  });

  test.each([
    ["one's own doing", { mine: true }],
    ["what may not be seen", { name: "hidden", title: "" }],
    ["quiet events", { name: "notification.read" }],
    ["names this build does not know", { name: "cow.jumped" }],
  ])("is silent about %s", (_, more) => {
    expect(isNews(eventAt(1, more))).toBe(false);
  });
});

describe("summarise", () => {
  test("tells up to three one by one, each leading to its booking", () => {
    expect(summarise(many(3), true).map((news) => news.entityId)).toEqual(["booking-1", "booking-2", "booking-3"]);
  });

  test("makes one line of thirty", () => {
    expect(summarise(many(30), true)).toEqual([
      { title: "30 new bookings while you were away", message: "", entity: "notifications", entityId: "" },
    ]);
  });

  test("counts what is not a booking beside them", () => {
    const [news] = summarise([...many(4), eventAt(5, { name: "booking.cancelled" })], true);
    expect(news).toMatchObject({ title: "4 new bookings while you were away", message: "And 1 other change." });
  });

  test("says changes when nobody booked", () => {
    const cancelled = many(5).map((event) => ({ ...event, name: "booking.cancelled" }));
    expect(summarise(cancelled, true)[0]?.title).toBe("5 changes while you were away");
  });

  test("speaks of being away only to who was", () => {
    expect(summarise(many(30), false)[0]?.title).toBe("30 new bookings");
  });

  test("says nothing of nothing", () => {
    expect(summarise([], true)).toEqual([]);
  });
});
