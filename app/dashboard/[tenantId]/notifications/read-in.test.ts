import { expect, test } from "vitest";
import type { NotificationPage } from "@/lib/notifications/list-notifications";
import { readIn } from "./read-in";

const page = {
  items: [
    { id: "a", read: false },
    { id: "b", read: true },
    { id: "c", read: false },
  ],
  unread: 12,
} as NotificationPage;

test("marks these and counts only the newly read", () => {
  const after = readIn(page, ["a", "b"]);
  expect(after.items.map((item) => item.read)).toEqual([true, true, false]);
  expect(after.unread).toBe(11);
});

test("marks all", () => {
  const after = readIn(page, "all");
  expect(after.items.every((item) => item.read)).toBe(true);
  expect(after.unread).toBe(0);
});
