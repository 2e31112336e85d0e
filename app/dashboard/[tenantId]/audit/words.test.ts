import { describe, expect, test } from "vitest";
import { sayIn } from "@/app/_words/say";
import { wordsIn } from "@/app/_words/swahili";
import { changesOf, deedChoice, deedWords, entityWords, whenWords, whoWords } from "./words";

const say = sayIn("en", wordsIn("en"));
const changesIn = (entry: Parameters<typeof changesOf>[1], by = say) => changesOf(by, entry, "Africa/Nairobi");

test("deeds are said in words, and those without words as they are named", () => {
  expect(["member.changed", "tenant.decided"].map((action) => deedWords(say, action))).toEqual([
    "Changed",
    "Tenant decided",
  ]);
  expect([deedChoice(say, "member.changed"), entityWords(say, "user"), entityWords(say, "booking_line")]).toEqual([
    "Member changed",
    "Members",
    "Booking line",
  ]);
});

test("who did it", () => {
  expect(whoWords(say, { actor: "member", who: "Wanjiku" })).toBe("Wanjiku");
  expect(
    (["admin", "system", "customer", "public"] as const).map((actor) => whoWords(say, { actor, who: null })),
  ).toEqual(["ClientPulse", "Automatic", "A customer", "Somebody online"]);
});

test("when, with the year if it is another", () => {
  const at = (iso: string) => whenWords(iso, "2026-11-24T11:00:00Z", "Africa/Nairobi");
  expect(at("2026-11-24T11:00:00Z")).toBe("Tue 24 Nov, 14:00");
  expect(at("2025-12-31T20:59:00Z")).toBe("Wed 31 Dec 2025, 23:59");
  expect(at("2025-12-31T21:00:00Z")).toBe("Thu 1 Jan, 00:00");
});

describe("changes", () => {
  test("of money, shares and time as people write them", () => {
    const change = {
      about: "Silk press",
      before: { priceMinor: 250_000, commissionBp: 4_000 },
      after: {
        priceMinor: 280_050,
        commissionBp: 3_750,
        segments: [
          { kind: "work", minutes: 40 },
          { kind: "gap", minutes: 35 },
        ],
      },
    };
    expect(changesIn(change)).toEqual([
      { field: "Price", from: "2500", to: "2800.5" },
      { field: "Commission", from: "40 %", to: "37.5 %" },
      { field: "Takes", from: null, to: "work 40, gap 35" },
    ]);
  });
  test("of money that was paid out, without the name that it is kept under", () => {
    const change = { about: "Njeri", before: null, after: { amountMinor: 350_050, currency: "KES" } };
    expect(changesIn(change)).toEqual([
      { field: "Amount", from: null, to: "3500.5" },
      { field: "Currency", from: null, to: "KES" },
    ]);
  });
  test("only what is different, in words", () => {
    const change = {
      about: "Mercy Mutua",
      before: { role: "front_desk", staff: null, n: 1 },
      after: { role: "manager", staff: "Njeri", n: 1 },
    };
    expect(changesIn(change)).toEqual([
      { field: "Role", from: "Front desk", to: "Manager" },
      { field: "Serves as", from: "nothing", to: "Njeri" },
    ]);
  });

  test("what is new or gone stands alone; nothing at all is left out", () => {
    expect(changesIn({ about: null, before: null, after: { destination: "a@b.test", staff: null } })).toEqual([
      { field: "Address", from: null, to: "a@b.test" },
    ]);
    expect(
      changesIn({
        about: "a@b.test",
        before: { secondFactorRequired: false },
        after: { secondFactorRequired: true },
      }),
    ).toEqual([{ field: "Everybody needs a second factor", from: "no", to: "yes" }]);
  });

  test("what customers choose, in words", () => {
    const change = {
      about: "Akoth",
      before: { language: "en", wishes: { bySms: true, byEmail: false }, photo: null },
      after: { language: "sw", wishes: { bySms: false, byEmail: false }, photo: "0123456789abcdef" },
    };
    expect(changesIn(change)).toEqual([
      { field: "Language", from: "English", to: "Kiswahili" },
      { field: "Messages", from: "SMS", to: "none" },
      { field: "Photo", from: "nothing", to: "picture 012345" },
    ]);
  });

  test("what was put right about a visit, in words", () => {
    const line = { service: "Braids", staff: "Amina", priceMinor: 250_000 };
    const change = { about: "Akoth", before: { lines: [line] }, after: { lines: [{ ...line, priceMinor: 200_000 }] } };
    expect(changesIn(change)).toEqual([
      { field: "Services", from: "Braids by Amina for 2500", to: "Braids by Amina for 2000" },
    ]);
  });

  test("the name of the thing is not said twice", () => {
    expect(changesIn({ about: "a@b.test", before: null, after: { destination: "a@b.test", role: "staff" } })).toEqual([
      { field: "Role", from: null, to: "Staff" },
    ]);
  });

  test("instants by the clock of the business and days as days, in the reader's language", () => {
    const change = {
      about: null,
      before: { startsAt: "2026-12-31T21:00:00.000Z" },
      after: { startsAt: "2027-01-02T11:30:00.000Z", lastDay: "2026-12-12", status: "confirmed", tags: ["a", "b"] },
    };
    expect(changesIn(change)).toEqual([
      { field: "Starts at", from: "Fri 1 Jan 2027, 00:00", to: "Sat 2 Jan 2027, 14:30" },
      { field: "Last day", from: null, to: "Sat 12 Dec 2026" },
      { field: "Status", from: null, to: "confirmed" },
      { field: "Tags", from: null, to: "a, b" },
    ]);
    expect(changesIn(change, sayIn("sw", wordsIn("sw"))).map(({ to }) => to)).toEqual([
      "Jumamosi 2 Jan 2027, 14:30",
      "Jumamosi 12 Des 2026",
      "imethibitishwa",
      "a, b",
    ]);
  });

  test("fields that nobody thought of are shown all the same", () => {
    expect(changesIn({ about: null, before: null, after: { openFrom_hour: { at: 8 } } })).toEqual([
      { field: "Open from hour", from: null, to: '{"at":8}' },
    ]);
  });
});
