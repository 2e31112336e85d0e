import { expect, test } from "vitest";
import { calendarEntry } from "./calendar-entry";
import type { Ticket } from "./get-ticket";

const ticket = {
  id: "01890000-0000-7000-8000-000000000001",
  reference: "KX4T9P",
  status: "confirmed",
  startsAt: "2026-12-01T06:00:00.000Z",
  endsAt: "2026-12-01T07:30:00.000Z",
  lines: [
    { serviceName: "Cut; wash, dry", staffName: "Amina Wanjiru Kamau-Otieno", startsAt: "", priceMinor: 0 },
    { serviceName: "Braids \\ beads", staffName: "Njeri", startsAt: "", priceMinor: 0 },
  ],
  steps: 0,
  changedAt: "2026-11-28T05:00:00.000Z",
  tenant: { name: "Amani, Salon & Spa", city: "Nairobi", phone: "+254712480160" },
} as Ticket;

/** The file as a calendar reads it: lines put together again, each by its name. */
function read(of: Partial<Ticket> = {}, language: "en" | "sw" = "en") {
  const text = calendarEntry({ ...ticket, ...of }, "https://book.example/b/tok", language);
  const lines = text.replace(/\r\n[ \t]/g, "").split("\r\n");
  const value = (name: string) => lines.find((line) => line.split(/[:;]/)[0] === name)?.replace(/^[^:]*:/, "");
  return { text, value };
}

test("the instant is said in UTC, so it is the same wherever the phone is", () => {
  const { value } = read();
  expect([value("DTSTART"), value("DTEND")]).toEqual(["20261201T060000Z", "20261201T073000Z"]);
});

test("moved or cancelled it is the same entry, newer", () => {
  const [first, moved, cancelled] = [read(), read({ steps: 1 }), read({ steps: 2, status: "cancelled" })];
  expect(new Set([first, moved, cancelled].map(({ value }) => value("UID"))).size).toBe(1);
  expect([first, moved, cancelled].map(({ value }) => value("SEQUENCE"))).toEqual(["0", "1", "2"]);
  expect([first, cancelled].map(({ value }) => [value("METHOD"), value("STATUS")])).toEqual([
    ["PUBLISH", "CONFIRMED"],
    ["CANCEL", "CANCELLED"],
  ]);
  expect(read({ status: "requested" }).value("STATUS")).toBe("TENTATIVE");
});

test("it is read in the customer's language", () => {
  const { value } = read({ lines: [{ ...ticket.lines[1]!, serviceName: "Braids" }] }, "sw");
  expect(value("SUMMARY")).toBe("Braids\\, Amani\\, Salon & Spa");
  expect(value("DESCRIPTION")).toBe(
    "Braids na Njeri\\nKumbukumbu KX4T9P. Maswali? +254712480160\\nBadilisha au ghairi: https://book.example/b/tok",
  );
});

test("whatever a service is called stays text, and no line is longer than a calendar reads", () => {
  const { text, value } = read();
  expect(value("SUMMARY")).toBe("Cut\\; wash\\, dry\\, Braids \\\\ beads at Amani\\, Salon & Spa");
  expect(value("DESCRIPTION")).toContain("Kamau-Otieno\\nBraids");
  expect(Math.max(...text.split("\r\n").map((line) => Buffer.byteLength(line)))).toBeLessThanOrEqual(75);
  const planted = read({
    lines: [{ ...ticket.lines[0]!, serviceName: "Cut\r\nEND:VEVENT\r\nBEGIN:VEVENT\r\nSUMMARY:Planted" }],
  });
  expect(planted.text.split("\r\n").filter((line) => line === "BEGIN:VEVENT")).toHaveLength(1);
  expect(planted.text.split("\r\n").filter((line) => line.startsWith("SUMMARY"))).toHaveLength(1);
});
