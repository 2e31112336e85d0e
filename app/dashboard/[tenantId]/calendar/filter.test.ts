import { expect, test } from "vitest";
import type { BookingStatus } from "@/db/schema/bookings";
import { statuses } from "@/lib/bookings/rules";
import type { Column } from "./columns";
import { countOn, everything, type Filter, isFiltering, isOn, onlyOn, statusGroups } from "./filter";

const entry = (id: string, status: BookingStatus, serviceId = "cut", category = "Hair") => ({
  id,
  status,
  serviceId,
  category,
});
const cards = [
  { id: "1", entries: [entry("1", "requested")] },
  { id: "2", entries: [entry("2", "confirmed", "nails", "Nails")] },
  { id: "3", entries: [entry("3", "arrived"), entry("4", "confirmed")] },
];
const columns = [{ cards }, { cards: [cards[2]!] }] as unknown as Column[];
const ids = (filter: Partial<Filter>) =>
  cards.filter((card) => isOn(card, { ...everything, ...filter })).map(({ id }) => id);

test("by status, by service, by category, and by both; a class is on when one place in it is", () => {
  expect(ids({})).toEqual(["1", "2", "3"]);
  expect(ids({ status: "requests" })).toEqual(["1"]);
  expect(ids({ status: "confirmed" })).toEqual(["2", "3"]);
  expect(ids({ status: "here" })).toEqual(["3"]);
  expect(ids({ status: "finished" })).toEqual([]);
  expect(ids({ category: "Nails" })).toEqual(["2"]);
  expect(ids({ service: "cut" })).toEqual(["1", "3"]);
  expect(ids({ service: "cut", status: "confirmed" })).toEqual(["3"]);
  expect([everything, { ...everything, category: "Nails" }].map(isFiltering)).toEqual([false, true]);
});

test("each is counted once, in however many columns it is drawn; a list has only what is looked for", () => {
  expect(countOn(columns, everything)).toEqual({ on: 4, all: 4 });
  expect(countOn(columns, { ...everything, status: "confirmed" })).toEqual({ on: 2, all: 4 });
  const [left, right] = onlyOn(columns, { ...everything, status: "confirmed" });
  expect(left!.cards.map(({ entries }) => entries.map(({ id }) => id))).toEqual([["2"], ["4"]]);
  expect(right!.cards.map(({ entries }) => entries.map(({ id }) => id))).toEqual([["4"]]);
});

test("whatever is drawn belongs to one group, and what will not be to none", () => {
  const groupsOf = (status: BookingStatus) =>
    Object.values(statusGroups).filter(({ of }) => (of as readonly BookingStatus[]).includes(status)).length;
  const gone = ["cancelled", "rejected", "expired"];
  for (const status of statuses) expect(groupsOf(status), status).toBe(gone.includes(status) ? 0 : 1);
});
