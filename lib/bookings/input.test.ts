import { expect, test } from "vitest";
import { newId } from "@/lib/platform/ids";
import { bookSlotInput, deskBookingInput, openSlotsInput } from "./input";

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

test.each([
  ["\u200b\u200b", null],
  ["\u202eurijnaW", "urijnaW"],
  ["Wan\u001bjiru\nMwangi", "Wanjiru Mwangi"],
  ["...", null],
  ["Ng'ang'a-Otieno 2", "Ng'ang'a-Otieno 2"],
  ["\u0645\u062d\u0645\u062f", "\u0645\u062d\u0645\u062f"],
])("the name %j is read as %j", (typed, name) => {
  const read = bookSlotInput.safeParse(wish({ customer: { name: typed, phone: "0712345678" } }));
  expect(read.data?.customer.name ?? null).toBe(name);
});

test("an id in capitals is the same id", () => {
  expect(bookSlotInput.parse(wish({ lines: [{ serviceId: id.toUpperCase() }] })).lines[0]?.serviceId).toBe(id);
});

test("days that run backwards, or on for months, are refused at `to`", () => {
  const fault = (from: string, to: string) =>
    openSlotsInput
      .safeParse({ service: id, from, to })
      .error?.issues.map(({ path, message }) => [path.join(), message]);
  expect(fault("2026-12-03", "2026-12-01")).toEqual([["to", "is before from"]]);
  expect(fault("2026-12-01", "2027-02-01")).toEqual([["to", "is more than 62 days after from"]]);
  expect(fault("2026-12-01", "2027-01-31")).toBeUndefined();
});

test("services that follow in one visit are read from the address, and each is looked at", () => {
  const [a, b, c] = [newId(), newId(), newId()];
  const asked = (more: string) => openSlotsInput.safeParse({ service: a, more, from: "2026-12-01", to: "2026-12-02" });
  expect(asked("").data?.more).toEqual([]);
  expect(asked(`${b}.any_${c}.${a}.${b}`).data?.more).toEqual([
    { serviceId: b, addonIds: [] },
    { serviceId: c, staffId: a, addonIds: [b] },
  ]);
  expect(asked(b).data?.more).toEqual([{ serviceId: b, addonIds: [] }]);
  for (const wrong of ["x", `${b}.x`, `${b}.any.x`, Array(8).fill(b).join("_")])
    expect(asked(wrong).success).toBe(false);
});

test("time over what is taken is booked, not held, and the field that is too much is named", () => {
  const fault = (more: object) =>
    deskBookingInput.safeParse(wish(more)).error?.issues.map(({ path, message }) => [path.join("."), message]);
  expect(fault({ anyway: { reason: "She is family" } })).toBeUndefined();
  expect(fault({ holdMinutes: 15 })).toBeUndefined();
  expect(fault({ holdMinutes: 15, anyway: { reason: "She is family" } })).toEqual([
    ["holdMinutes", "cannot be kept over what is taken: book it, or choose a free time"],
  ]);
});
