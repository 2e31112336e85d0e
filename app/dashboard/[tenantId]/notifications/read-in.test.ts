import { expect, test } from "vitest";
import type { NotificationPage } from "@/lib/notifications/list-notifications";
import { readIn } from "./read-in";

const page = {
  items: [
    { id: "a", name: "booking.placed", read: false },
    { id: "b", name: "booking.placed", read: true },
    { id: "c", name: "stock.low", read: false },
  ],
  unread: 12,
  unreadIn: { bookings: 9, money: 0, stock: 3, customers: 0, house: 0 },
} as unknown as NotificationPage;

test("marks these and counts only the newly read", () => {
  const after = readIn(page, ["a", "b"]);
  expect(after.items.map((item) => item.read)).toEqual([true, true, false]);
  expect([after.unread, after.unreadIn.bookings]).toEqual([11, 8]);
});

test("marks those of an area", () => {
  const after = readIn(page, { area: "stock" });
  expect(after.items.map((item) => item.read)).toEqual([false, true, true]);
  expect([after.unread, after.unreadIn.stock]).toEqual([9, 0]);
});

test("marks all", () => {
  const after = readIn(page, "all");
  expect(after.items.every((item) => item.read)).toBe(true);
  expect(after.unread).toBe(0);
});
