import { expect, test } from "vitest";
import { bookSlotInput, openSlotsInput } from "./input";

const id = "01a20b6e-a29c-7eab-b468-b827d0d94fdf";
const wish = (more: object) => ({
  lines: [{ serviceId: id }],
  startsAt: "2026-11-25T07:00:00Z",
  customer: { name: "Wanjiru", phone: "0712345678" },
  ...more,
});

test("what Postgres has no place for is dropped before it gets there", () => {
  const read = bookSlotInput.parse(
    wish({ customer: { name: "Wan\0jiru \ud800", phone: "0712345678" }, notes: "a\0b" }),
  );
  expect([read.customer.name, read.notes]).toEqual(["Wanjiru \ufffd", "ab"]);
  expect(bookSlotInput.safeParse(wish({ customer: { name: "\0", phone: "1" } })).success).toBe(false);
});

test.each(["2026-11-25T07:00:30Z", "2026-11-25T07:00:00.123Z"])("%s is not a whole minute", (startsAt) => {
  const read = bookSlotInput.safeParse(wish({ startsAt }));
  expect(read.error?.issues.map(({ path, message }) => [path.join(), message])).toEqual([
    ["startsAt", "is not a whole minute"],
  ]);
});

test.each(["0000-01-01T00:00:00Z", "0001-01-01T00:00:00Z", "9999-12-31T00:00:00Z"])(
  "%s is no time to book",
  (startsAt) => {
    expect(bookSlotInput.safeParse(wish({ startsAt })).success).toBe(false);
  },
);

test.each(["0000-01-01", "0001-01-01", "9999-12-31", "2026-02-31"])("%s is no day to ask for", (from) => {
  expect(openSlotsInput.safeParse({ service: id, from, to: "2026-12-01" }).success).toBe(false);
});
